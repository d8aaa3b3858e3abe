import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realData } from '../../test/real-figures/real-data.ts'
import { gebied, temporaryFolder } from '../gebied.test-data.ts'
import { type LocalServer, startLocalServer } from '../local-server/start.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null })
})
afterAll(() => server.stop())

const mapping = {
  omschrijving: 'Proef',
  jaar: 2030,
  gebied: { kolom: 'Wijk', naam: 'Naam' },
  versies: { primitief: 'Begroot', 'wijziging-1': 'Mutatie', 'na-wijziging-geleverd': 'Na' },
  velden: { description: 'Omschrijving', side: { vast: 'L' } },
  sleutel: ['Wijk', 'Omschrijving'],
}
const csv = [
  'Wijk;Naam;Omschrijving;Begroot;Mutatie;Na',
  'W01;Noord;Groen;1.000,50;-0,25;1.000,25',
  'W01;Noord;Groen;20;0;20',
  'W02;Zuid;Wegen;3.000.000;1;3.000.000,90',
].join('\n')

function writeImport(folder: string, text: string, changes: object = {}): readonly string[] {
  writeFileSync(path.join(folder, 'in.csv'), text)
  writeFileSync(path.join(folder, 'mapping.json'), JSON.stringify({ ...mapping, ...changes }))
  return ['import', path.join(folder, 'in.csv'), '--mapping', path.join(folder, 'mapping.json'), '--server', server.url]
}

const consolidated = async (year: string, version: string) =>
  JSON.parse(
    (await gebied('consolidate', '--jaar', year, '--versie', version, '--server', server.url, '--json')).stdout,
  )

/** What an import brings is a proposal, until finance adopts it. */
const setAmendments = (state: string) =>
  server.db
    .prepare("UPDATE budget SET state = ?1 WHERE budget_year = 2030 AND version = 'wijziging-1'")
    .bind(state)
    .run()

describe('[S-71] importing the file of another system', () => {
  test('takes every row as versions of its area, and reports what does not add up and what stands twice', async () => {
    const args = writeImport(temporaryFolder(), csv)
    const { exitCode, stdout } = await gebied(...args, '--json')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      jaar: 2030,
      rows: 3,
      areas: 2,
      sumsCents: { primitief: '300102050', 'wijziging-1': '75', 'na-wijziging-geleverd': '300102115' },
      findings: [
        {
          rule: 'GB-608',
          severity: 'error',
          gebied: 'W02',
          versie: 'na-wijziging-geleverd',
          lineNumber: 'W02-0001',
          fileRow: 4,
          message: 'Primitief + wijzigingen ≠ begroting na wijziging (verschil -0,10).',
          expected: '3.000.001',
          found: '3.000.000,90',
        },
      ],
      duplicates: [{ rule: 'GB-316', key: ['W01', 'Groen'], fileRows: [2, 3] }],
      imported: { addedAreas: ['W01', 'W02'], created: 9, changed: 0, unchanged: 0 },
    })
    const amended = async () => (await consolidated('2030', 'na-wijziging')).totaal.jaren['2030'].lastenCents
    expect(await amended()).toBe('300102050')
    await setAmendments('vastgesteld')
    expect(await amended()).toBe('300102125')
    await setAmendments('concept')
    const { rijen } = await consolidated('2030', 'wijziging-1')
    expect(rijen.map((row: { code: string }) => row.code)).toEqual(['W01', 'W02'])
  })

  test('[S-102] the report counts findings per rule and names the first with their row in the file', async () => {
    const withActuals = csv
      .split('\n')
      .map((row, i) => `${row};${['Echt', '900', '30', '3.000.001'][i]}`)
      .join('\n')
    const versies = { ...mapping.versies, realisatie: 'Echt' }
    const velden = { ...mapping.velden, programmeCode: { vast: '5' } }
    const args = writeImport(temporaryFolder(), withActuals, { versies, velden })
    const lines = (await gebied(...args, '--proef')).stdout.trimEnd().split('\n')
    const from = lines.findIndex((line) => line.startsWith('GB-608'))
    expect(lines.slice(from)).toEqual([
      'GB-608: 1',
      '  regel 4 (W02-0001): Primitief + wijzigingen ≠ begroting na wijziging (verschil -0,10). Begroot 3.000.001, hier 3.000.000,90.',
      'GB-615: 1',
      '  regel 3 (W01-0002): Overschrijding op regelniveau past binnen het programma. Begroot 20, hier 30.',
      'GB-316 Sleutels die vaker voorkomen: 1',
      '  W01 / Groen: regels 2, 3',
      'Proef: er is niets ingelezen.',
    ])
  })

  test('a second import changes only what differs', async () => {
    const folder = temporaryFolder()
    await gebied(...writeImport(folder, csv))
    await gebied(...writeImport(folder, csv.replace('3.000.000;1;', '3.000.000;2;')))
    expect((await consolidated('2030', 'wijziging-1')).totaal.jaren['2030'].lastenCents).toBe('175')
    const { results } = await server.db
      .prepare("SELECT row_count FROM commit_log WHERE area_code = 'W02' ORDER BY area_seq DESC LIMIT 1")
      .all()
    expect(results).toEqual([{ row_count: 1 }])
  })

  test('an amount that cannot be read refuses the whole file and names row and column', async () => {
    const args = writeImport(temporaryFolder(), csv.replace('20;0;20', 'ca. 20;0;20'))
    expect(await gebied(...args)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('regel 3, kolom Begroot: "ca. 20" is geen bedrag in hele centen'),
    })
  })

  test('a missing column, a broken mapping, a wrong field and a short row are refused with their place', async () => {
    const folder = temporaryFolder()
    const refusal = async (text: string, changes: object) =>
      (await gebied(...writeImport(folder, text, changes))).stderr
    expect(await refusal(csv.replace('Mutatie', 'Wijziging'), {})).toContain(
      'kolom "Mutatie" ontbreekt. Gevonden: Wijk',
    )
    expect(await refusal(csv, { jaar: 'volgend' })).toContain('jaar klopt niet: verwacht wordt number')
    expect(await refusal(csv, { velden: { bedrag: 'Begroot' } })).toContain('velden.bedrag is geen tekstveld')
    expect(await refusal(`${csv}\nW03;West`, {})).toContain('regel 5: 2 velden in plaats van 6')
    expect(await refusal(`${csv}\nW03;West;Groen;1;2;3;4`, {})).toContain('regel 5: 7 velden in plaats van 6')
    expect(await refusal(csv.replace('Mutatie', 'Begroot'), {})).toContain('kolom "Begroot" komt twee keer voor')
    expect(await refusal(`${csv}\nW03;"West;Groen;1;2;3`, {})).toContain('aanhalingstekens')
    expect(await refusal(csv.replace('W02', 'wijk 2'), {})).toContain('"wijk 2" is geen gebiedscode')
  })
})

const madridMapping = path.join(import.meta.dirname, '../../docs/import/madrid.json')

describe('the real budget of Madrid', () => {
  test('[S-71] is taken by the server to the cent', { timeout: 180_000 }, async (context) => {
    const file = realData('madrid/2023_gastos.csv', context)
    const { stdout } = await gebied('import', file, '--mapping', madridMapping, '--server', server.url, '--json')
    expect(JSON.parse(stdout).imported).toMatchObject({ created: 36_844, changed: 0, unchanged: 0 })
    const sums = { primitief: '572177627400', 'wijziging-1': '54474170336', realisatie: '581757715450' }
    for (const [version, cents] of Object.entries({ ...sums, 'na-wijziging-geleverd': '626651797730' })) {
      expect((await consolidated('2023', version)).totaal.jaren['2023'].lastenCents).toBe(cents)
    }
  })

  test.for([
    {
      year: '2023',
      counts: [9_211, 44, 469],
      sums: ['572177627400', '54474170336', '626651797730', '581757715450'],
      notAddingUp: [223, 2_573],
      programmesOver: 98,
      linesWithin: 1_269,
    },
    {
      year: '2022',
      counts: [7_959, 43, 410],
      sums: ['616108156800', '47678606778', '663786763585', '607756933844'],
      notAddingUp: [220, 1_781, 1_881, 1_928, 2_290],
      programmesOver: 29,
      linesWithin: 1_120,
    },
  ])(
    '[S-71] [S-102] $year: every row, the rows that do not add up, and what is over per programme and line',
    { timeout: 60_000 },
    async ({ year, counts, sums, notAddingUp, programmesOver, linesWithin }, context) => {
      const file = realData(`madrid/${year}_gastos.csv`, context)
      const { stdout } = await gebied('import', file, '--mapping', madridMapping, '--jaar', year, '--proef', '--json')
      const report = JSON.parse(stdout)
      expect([report.rows, report.areas, report.duplicates.length]).toEqual(counts)
      expect(Object.values(report.sumsCents)).toEqual(sums)
      const ofRule = (id: string) => report.findings.filter(({ rule }: { rule: string }) => rule === id)
      expect(ofRule('GB-608').map(({ fileRow }: { fileRow: number }) => fileRow)).toEqual(notAddingUp)
      expect(ofRule('GB-614')).toHaveLength(programmesOver)
      expect(ofRule('GB-615')).toHaveLength(linesWithin)
    },
  )
})
