import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseToken } from '#shared/sync/index.ts'
import { editsForRows, type RowWrite } from '#shared/workbook/index.ts'
import { patchXlsx } from '../../xlsx/index.ts'
import { drawTooMuch } from '../demo-overdraw.ts'
import { gebied, temporaryFolder } from '../gebied.test-data.ts'
import { type LocalServer, startLocalServer } from '../local-server/start.ts'
import { openWorkbook, saveBytes } from '../workbook-file.ts'
import { newWorkbook } from './template.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null })
})
afterAll(() => server.stop())

function exampleFile(folder: string, areaCode: string): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${areaCode}.xlsx`)
  saveBytes(file, newWorkbook({ areaCode, year: 2023, version: 'primitief' }, true))
  return file
}

const sync = async (...args: readonly string[]) => {
  const run = await gebied('sync', ...args, '--server', server.url, '--json')
  return { exitCode: run.exitCode, stderr: run.stderr, files: run.stdout === '' ? [] : JSON.parse(run.stdout).files }
}

function edit(
  file: string,
  writes: (rows: ReturnType<typeof openWorkbook>['workbook']['rows']) => readonly RowWrite[],
) {
  const { bytes, grid, workbook } = openWorkbook(file)
  writeFileSync(file, patchXlsx(bytes, editsForRows(workbook, grid, writes(workbook.rows)).edits))
}

const changeLine = (file: string, lineNumber: string, values: Extract<RowWrite, { kind: 'change' }>['values']) =>
  edit(file, ({ begroting }) =>
    begroting
      .filter(({ row }) => row.lineNumber === lineNumber)
      .map(({ gridRow }) => ({ kind: 'change', table: 'begroting', gridRow: gridRow ?? 0, values })),
  )

const lineOf = (file: string, lineNumber: string) =>
  openWorkbook(file).workbook.rows.begroting.find(({ row }) => row.lineNumber === lineNumber)

/** The server as it was before this area was ever pushed. */
async function forget(areaCode: string): Promise<void> {
  const ofArea = 'budget_id IN (SELECT budget_id FROM budget WHERE area_code = ?1)'
  const tables = [
    'line',
    'hours_line',
    'coverage',
    'decision',
    'plan_action',
    'row_version',
    'total',
    'draw',
    'subject_part',
    'commit_log',
  ]
  await server.db.batch(
    [...tables, 'budget'].map((table) => server.db.prepare(`DELETE FROM ${table} WHERE ${ofArea}`).bind(areaCode)),
  )
}

describe('synchronising workbook files', () => {
  test('[S-72] [S-47] tokens are written into the file, and a second run finds nothing to do', async () => {
    const file = exampleFile(temporaryFolder(), 'STH')
    const first = await sync(file)
    expect(first).toMatchObject({ exitCode: 0, files: [{ gebied: 'STH', created: 3, nothingToDo: false }] })
    expect(parseToken(lineOf(file, 'STH-001')?.token ?? null)).toMatchObject({ rev: 1, pend: {} })
    expect(await sync(file)).toMatchObject({ exitCode: 0, files: [{ created: 0, changed: 0, nothingToDo: true }] })
  })

  test('[S-40] two copies of a file: other fields are merged, the same field is a conflict that is settled', async () => {
    const folder = temporaryFolder()
    const mine = exampleFile(folder, 'SHT')
    await sync(mine)
    const theirs = path.join(folder, 'kopie.xlsx')
    copyFileSync(mine, theirs)
    changeLine(theirs, 'SHT-001', { note: 'van de ander', amount0: 16_000_000 })
    changeLine(mine, 'SHT-001', { basis: 'van mij', amount0: 17_000_000 })
    expect(await sync(theirs)).toMatchObject({ exitCode: 0, files: [{ changed: 1 }] })
    const conflict = await sync(mine)
    expect(conflict.exitCode).toBe(1)
    expect(conflict.files[0].conflicts).toMatchObject([
      { lineNumber: 'SHT-001', field: 'amount.2023', mine: 17_000_000, theirs: 16_000_000, by: 'Controller Stadshart' },
    ])
    expect(lineOf(mine, 'SHT-001')?.row).toMatchObject({ note: 'van de ander', basis: 'van mij', amount0: 17_000_000 })
    expect(await sync(mine, '--conflict', 'mij')).toMatchObject({ exitCode: 0, files: [{ conflicts: [] }] })
    expect(await sync(theirs)).toMatchObject({ exitCode: 0, files: [{ pulled: 1 }] })
    expect(lineOf(theirs, 'SHT-001')?.row).toMatchObject({ basis: 'van mij', amount0: 17_000_000 })
  })

  test('[S-42] a row that vanished is asked about, then deleted or put back as the person says', async () => {
    const file = exampleFile(temporaryFolder(), 'STAD')
    await sync(file)
    const clear = (lineNumber: string) =>
      edit(file, ({ inzet }) =>
        inzet
          .filter(({ row }) => row.lineNumber === lineNumber)
          .map(({ gridRow }) => ({ kind: 'clear', table: 'inzet', gridRow: gridRow ?? 0 })),
      )
    clear('STAD-I011')
    expect(await sync(file)).toMatchObject({ exitCode: 1, files: [{ missing: ['STAD-I011'], deleted: 0 }] })
    expect(await sync(file, '--zet-terug')).toMatchObject({ exitCode: 0, files: [{ pulled: 1 }] })
    expect(openWorkbook(file).workbook.rows.inzet.map(({ row }) => row.lineNumber)).toContain('STAD-I011')
    clear('STAD-I011')
    expect(await sync(file, '--verwijder')).toMatchObject({ exitCode: 0, files: [{ deleted: 1, missing: [] }] })
    expect(await sync(file)).toMatchObject({ exitCode: 0, files: [{ nothingToDo: true }] })
  })

  test('[S-13] a row that cannot be read is held back and keeps its value on the server', async () => {
    const folder = temporaryFolder()
    const file = exampleFile(folder, 'HOL')
    await sync(file)
    const row = lineOf(file, 'HOL-001')?.gridRow ?? 0
    const { bytes, workbook } = openWorkbook(file)
    const column = workbook.columns.begroting?.byField.get('amount0') ?? 0
    writeFileSync(file, patchXlsx(bytes, [{ sheet: 'Begroting', cells: [{ row, column, value: 'ca. 45.000' }] }]))
    expect(await sync(file)).toMatchObject({ exitCode: 1, files: [{ heldBack: ['HOL-001'], deleted: 0, changed: 0 }] })
    const fresh = path.join(folder, 'leeg.xlsx')
    saveBytes(fresh, newWorkbook({ areaCode: 'HOL', year: 2023, version: 'primitief' }, false))
    await sync(fresh)
    expect(lineOf(fresh, 'HOL-001')?.row.amount0).toBe(4_500_000)
  })

  test('[S-60] a second area that draws on a stelpost that is used up is accepted and told so', async () => {
    const folder = temporaryFolder()
    for (const areaCode of ['HOL', 'STAD']) {
      const file = path.join(folder, `${areaCode}-leeg.xlsx`)
      saveBytes(file, newWorkbook({ areaCode, year: 2023, version: 'primitief' }, false))
      await sync(file)
    }
    const file = exampleFile(folder, 'SPZ')
    drawTooMuch(file)
    const { exitCode, files } = await sync(file)
    expect(exitCode).toBe(0)
    expect(files[0].findings).toEqual([
      {
        rule: 'GB-701',
        severity: 'error',
        message: {
          nl: 'SP-GGW-2023 is over alle gebieden heen overschreden: 525.000 van 500.000.',
          en: 'SP-GGW-2023 is overdrawn across all areas: 525,000 of 500,000.',
        },
      },
    ])
  })

  test('[S-45] a server that lost an area is told apart, and --herstel brings the rows back', async () => {
    const file = exampleFile(temporaryFolder(), 'STH')
    await sync(file, '--conflict', 'server')
    await forget('STH')
    const refused = await sync(file)
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--herstel') })
    expect(await sync(file, '--herstel')).toMatchObject({ exitCode: 0, files: [{ questions: [], conflicts: [] }] })
    expect(await sync(file)).toMatchObject({ exitCode: 0, files: [{ nothingToDo: true }] })
  })

  test('a file of another area, one without its state and a server that is not there are refused in a sentence', async () => {
    const folder = temporaryFolder()
    const file = exampleFile(folder, 'SPZ')
    expect(await sync(file, '--als', 'controller-hol')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('u mag regels van SPZ niet wijzigen'),
    })
    expect(await gebied('sync', file, '--server', 'http://127.0.0.1:9')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is niet bereikbaar. Start de server met "gebied serve"'),
    })
    for (const unsafe of ['http://begroting.example', 'begroting.example', 'ftp://127.0.0.1']) {
      expect(await gebied('sync', file, '--server', unsafe)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(`"${unsafe}" is geen adres van een server`),
      })
    }
    expect(await sync(file, '--als', 'niemand')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"niemand" kan zich niet aanmelden'),
    })
    const { bytes } = openWorkbook(file)
    writeFileSync(file, patchXlsx(bytes, [{ sheet: '_gebied', cells: [{ row: 0, column: 1, value: null }] }]))
    expect(await sync(file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('_gebied ontbreekt of is beschadigd'),
    })
  })
})

describe('consolidating', () => {
  test('as a table, as JSON with cents as text, and as CSV', async () => {
    const at = ['consolidate', '--jaar', '2023', '--per', 'bron', '--server', server.url]
    const json = JSON.parse((await gebied(...at, '--json')).stdout)
    expect(json.bronnen.find((row: { onderdeel: string }) => row.onderdeel === 'kernteam')).toEqual({
      bron: 'SP-GGW-2023',
      onderdeel: 'kernteam',
      jaar: 2023,
      plafondCents: '31888000',
      beroepCents: expect.stringMatching(/^\d+$/),
      restantCents: expect.stringMatching(/^-?\d+$/),
    })
    expect((await gebied(...at, '--csv')).stdout).toContain('bron;onderdeel;niveau;jaar;plafondCents')
    expect((await gebied(...at)).stdout).toContain('Consolidatie 2023 primitief per bron')
    expect(await gebied('consolidate', '--jaar', '2023', '--per', 'maan', '--server', server.url)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Kies met --per uit gebied, domein, taakveld, programma, bron'),
    })
  })
})
