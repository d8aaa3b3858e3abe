import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editsForRows, type RowWrite } from '#shared/workbook/index.ts'
import { patchXlsx } from '../../xlsx/index.ts'
import { connect } from '../api.ts'
import { drawTooMuch } from '../demo-overdraw.ts'
import { gebied } from '../gebied.test-data.ts'
import { type LocalServer, startLocalServer } from '../local-server/start.ts'
import { openWorkbook } from '../workbook-file.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null })
})
afterAll(() => server.stop())

const run = (...args: readonly string[]) => gebied(...args, '--server', server.url)
const ofHol = ['--gebied', 'HOL', '--jaar', '2023']

async function exampleFile(folder: string, areaCode: string): Promise<string> {
  const file = path.join(folder, `${areaCode}-2023.xlsx`)
  const made = await gebied('template', '--gebied', areaCode, '--jaar', '2023', '--voorbeeld', file)
  expect(made).toMatchObject({ exitCode: 0, stdout: `${file}: werkboek voor ${areaCode} 2023 primitief.\n` })
  return file
}

function changeLine(file: string, lineNumber: string, values: Extract<RowWrite, { kind: 'change' }>['values']): void {
  const { bytes, grid, workbook } = openWorkbook(file)
  const writes = workbook.rows.begroting
    .filter(({ row }) => row.lineNumber === lineNumber)
    .map(({ gridRow }): RowWrite => ({ kind: 'change', table: 'begroting', gridRow: gridRow ?? 0, values }))
  writeFileSync(file, patchXlsx(bytes, editsForRows(workbook, grid, writes).edits))
}

/** Finance registers that the decision was taken, of this amount in cents. */
async function registerDecision(fields: Readonly<Record<string, unknown>>): Promise<void> {
  const finance = await connect(server.url, 'financien')
  await finance.put('/v1/referentie/besluiten/B-2023-GGW', {
    code: 'B-2023-GGW',
    name: 'Vervolg gebieds- en wijkgericht werken: vrijgeven stelpost',
    body: 'college',
    hours: 400_000,
    roles: [],
    carriesOver: null,
    validFrom: 2023,
    validTo: 2026,
    ...fields,
  })
}

describe('[S-120] the life of a budget on the command line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gebied-life-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let hol = ''

  test('what was never synchronised cannot be submitted, and what to do is said', async () => {
    hol = await exampleFile(folder, 'HOL')
    expect(await run('indienen', hol)).toMatchObject({
      exitCode: 2,
      stderr: `Het werkboek is anders dan de server, regels: 10. Synchroniseer eerst: gebied sync ${hol}\n`,
    })
    expect(await run('indienen', ...ofHol)).toMatchObject({
      exitCode: 2,
      stderr:
        'Niet gevonden (404): Van HOL 2023 primitief is nog niets gesynchroniseerd. Synchroniseer eerst het werkboek.\n',
    })
    expect(await run('teruggeven', ...ofHol, '--opmerking', 'te vroeg')).toMatchObject({
      exitCode: 2,
      stderr: 'HOL 2023 primitief is nog niet ingediend. Dien eerst in met "gebied indienen".\n',
    })
  })

  test('[S-95] errors stop submitting and are listed; status tells the same', async () => {
    changeLine(hol, 'HOL-001', { goalCode: '9.9.9' })
    expect((await run('sync', hol)).exitCode).toBe(0)
    const refused = await run('indienen', hol)
    expect(refused.exitCode).toBe(2)
    const blocking = '  fout GB-211 HOL-001: Doel 9.9.9 bestaat niet in begroting 2023.\n'
    expect(refused.stderr).toBe(`Deze stap kan nu niet (409): GB-601: Indienen kan niet: nog 1 fouten.\n${blocking}`)
    const status = await run('status', hol)
    expect(status.exitCode).toBe(1)
    expect(status.stdout).toContain('HOL 2023 primitief: concept\n  U kunt nu: indienen.')
    expect(status.stdout).toContain(blocking)
    const asJson = await run('indienen', hol, '--json')
    expect(JSON.parse(asJson.stdout).bevindingen.map(({ rule }: { rule: string }) => rule)).toContain('GB-601')
  })

  test('a mended budget is submitted', async () => {
    changeLine(hol, 'HOL-001', { goalCode: '6.1.1' })
    expect(await run('indienen', hol, '--taal', 'en')).toMatchObject({
      exitCode: 2,
      stderr: `The workbook differs from the server, rows: 1. Synchronise first: gebied sync ${hol}\n`,
    })
    expect((await run('sync', hol)).exitCode).toBe(0)
    const submitted = await run('indienen', hol)
    expect(submitted).toMatchObject({ exitCode: 0, stderr: '' })
    expect(submitted.stdout).toMatch(
      /HOL 2023 primitief: ingediend\n {2}U kunt nu: intrekken\.\n {2}Indiening 1: ingediend, 10 regels, controlegetal [0-9a-f]{12}\n/,
    )
    expect(await run('indienen', hol)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Dit kan als de begroting concept is; nu is zij ingediend.'),
    })
  })

  test('[GB-603] a change of a submitted budget is refused once, with what to do, in both languages', async () => {
    changeLine(hol, 'HOL-001', { note: 'nagekeken' })
    expect(await run('sync', hol)).toMatchObject({
      exitCode: 2,
      stderr:
        'De begroting is niet in concept (409): De begroting HOL 2023 primitief is ingediend; er is niets gewijzigd. Trek de indiening eerst in. (GB-603: Regel is gewijzigd na indienen; trek eerst terug.)\n',
    })
    expect((await run('sync', hol, '--taal', 'en')).stderr).toBe(
      'The budget HOL 2023 primitief is submitted; nothing was changed. Withdraw the submission first. (GB-603: Line changed after submission; withdraw first.) (409)\n',
    )
    const problem = JSON.parse((await run('sync', hol, '--json')).stdout)
    expect(problem).toMatchObject({ status: 409, bevindingen: [{ rule: 'GB-603' }] })
  })

  test('finance returns it with a remark, and not without one; the controller reopens', async () => {
    expect(await run('teruggeven', ...ofHol)).toMatchObject({
      exitCode: 2,
      stderr: 'De invoer klopt niet (400): Zeg met een opmerking wat er moet veranderen.\n',
    })
    const returned = await run('teruggeven', ...ofHol, '--opmerking', 'HOL-003 is dubbel.')
    expect(returned).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('HOL 2023 primitief: teruggegeven') })
    expect(returned.stdout).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d teruggeven, Medewerker financiën: HOL-003 is dubbel\.\n/)
    expect(await run('sync', hol)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Heropen de begroting eerst.'),
    })
    const reopened = await run('heropenen', hol, '--taal', 'en')
    expect(reopened.stdout).toContain('HOL 2023 primitief: concept\n  You can now: indienen.')
    expect((await run('sync', hol)).stdout).toContain('gewijzigd 1')
    expect((await run('indienen', hol, '--json')).exitCode).toBe(0)
  })

  test('[S-94] the initials are shown, and the side that submitted does not approve', async () => {
    const signed = await run('paraaf', hol, '--uitkomst', 'akkoord', '--opmerking', 'mee eens')
    expect(signed.stdout).toContain('paraaf: akkoord, Ambtelijk opdrachtgever: mee eens')
    expect(await run('paraaf', hol, '--uitkomst', 'misschien')).toMatchObject({
      exitCode: 2,
      stderr: 'Kies met --uitkomst uit akkoord en "niet akkoord".\n',
    })
    expect(await run('goedkeuren', hol, '--als', 'controller-hol')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^Geen recht \(403\): .*\n {2}fout GB-602: .*\n {2}fout GB-612: /),
    })
    expect((await run('goedkeuren', hol, '--als', 'financien')).stderr).toContain('Dit doet: concerncontroller.')
  })

  test('[S-98] an overdraw across areas blocks approval until finance accepts it', async () => {
    const spz = await exampleFile(folder, 'SPZ')
    drawTooMuch(spz)
    const stad = await exampleFile(folder, 'STAD')
    expect((await run('sync', spz, stad)).exitCode).toBe(0)
    const overdraw = 'GB-701: SP-GGW-2023 is over alle gebieden heen overschreden: 525.000 van 500.000.'
    expect(await run('goedkeuren', hol)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /^Deze stap kan nu niet \(409\): Er zijn fouten over gebieden heen\. .*met een reden\.\n/,
      ),
    })
    expect((await run('goedkeuren', hol)).stderr).toContain(`  fout ${overdraw}`)
    const waive = (...more: readonly string[]) =>
      run('ontheffing', hol, '--regel', 'GB-701', '--reden', 'de raad besluit in mei', ...more)
    expect(await waive('--als', 'controller-hol')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('aanvaardt alleen financiën'),
    })
    expect(await waive()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(overdraw) })
    expect((await run('status', hol)).stdout).toContain('aanvaard met een reden: 1')
    const approved = await run('goedkeuren', hol)
    expect(approved).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('HOL 2023 primitief: goedgekeurd') })
  })

  test('[S-95] adoption wants a decision that was taken, of the same amount', async () => {
    expect((await run('vaststellen', hol)).stderr).toContain('Noem het besluit waarop dit berust')
    const adopt = () => run('vaststellen', hol, '--besluit', 'B-2023-GGW')
    expect((await adopt()).stderr).toContain('GB-610: Besluit B-2023-GGW is nog niet genomen')
    await registerDecision({ date: '2023-03-28', outcome: 'conform', amountCents: 50_000_000 })
    expect((await adopt()).stderr).toContain('GB-611: Bedrag (525.000) wijkt af van het besluit (500.000).')
    await registerDecision({ date: '2023-03-28', outcome: 'conform', amountCents: 52_500_000 })
    const adopted = await adopt()
    expect(adopted).toMatchObject({ exitCode: 0, stderr: '' })
    expect(adopted.stdout).toContain('HOL 2023 primitief: vastgesteld')
    expect(adopted.stdout).toContain('vaststellen (B-2023-GGW, conform), Beheerder')
  })

  test('[S-97] what is adopted does not change: an amendment follows', async () => {
    changeLine(hol, 'HOL-001', { note: 'te laat' })
    expect(await run('sync', hol)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Maak een begrotingswijziging.'),
    })
    const amendment = path.join(folder, 'HOL-2023-wijziging-1.xlsx')
    const made = await gebied('template', '--uit', hol, '--versie', 'wijziging-1', '--regels', 'HOL-001', amendment)
    expect([made.exitCode, made.stderr]).toEqual([0, ''])
    expect((await run('sync', amendment)).exitCode).toBe(0)
    const submitted = await run('indienen', amendment)
    expect([submitted.exitCode, submitted.stderr]).toEqual([0, ''])
    expect(submitted.stdout).toContain('HOL 2023 wijziging-1: ingediend')
  })
})
