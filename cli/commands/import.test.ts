import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  controle: { delen: ['primitief', 'wijziging-1'], geheel: 'na-wijziging-geleverd' },
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
      mismatches: [
        {
          rule: 'GB-608',
          fileRow: 4,
          areaCode: 'W02',
          lineNumber: 'W02-0001',
          partsCents: 300_000_100,
          wholeCents: 300_000_090,
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

/** Open data that anybody can put there: see CONTRIBUTING.md. */
const madrid = path.join(import.meta.dirname, '../../data/madrid')
const madridMapping = path.join(import.meta.dirname, '../../docs/import/madrid.json')

describe('the real budget of Madrid', () => {
  test.for([
    ['2023', 9_211, 44, 2, 469, ['572177627400', '54474170336', '626651797730', '581757715450']],
    ['2022', 7_959, 43, 5, 410, ['616108156800', '47678606778', '663786763585', '607756933844']],
  ] as const)(
    '[S-71] %s: %d rows to the cent',
    { timeout: 180_000 },
    async ([year, rows, areas, mismatches, duplicates, sums], context) => {
      const file = path.join(madrid, `${year}_gastos.csv`)
      if (!existsSync(file))
        context.skip(`${year}_gastos.csv is not in data/madrid; CONTRIBUTING.md says where it is from`)
      const args = ['import', file, '--mapping', madridMapping, '--jaar', year, '--server', server.url, '--json']
      const imported = JSON.parse((await gebied(...args)).stdout)
      expect([imported.rows, imported.areas]).toEqual([rows, areas])
      expect([imported.mismatches.length, imported.duplicates.length]).toEqual([mismatches, duplicates])
      for (const [i, version] of ['primitief', 'wijziging-1', 'na-wijziging-geleverd', 'realisatie'].entries()) {
        expect((await consolidated(year, version)).totaal.jaren[year].lastenCents).toBe(sums[i])
      }
    },
  )
})
