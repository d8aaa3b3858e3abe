import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptListNames, keptLists } from '#shared/model/index.ts'
import { filesOfList, listFiles, listTables } from './list-files.ts'
import { listText, readListText } from './list-text.ts'
import { readListTables, type SentTable } from './read-list-files.ts'
import { sampleReference } from './sample-workbook.ts'

const sent = (name: string, ...rows: readonly (readonly string[])[]): SentTable => {
  const file = listFiles.find((candidate) => candidate.name === name)
  if (file === undefined) throw new Error(`no list ${name}`)
  return { file, source: `${name}.csv`, rows }
}
const programmeHeadings = ['Code', 'Naam', 'Van jaar', 'T/m jaar']
const keyHeadings = ['Code', 'Naam', 'Van jaar', 'T/m jaar']
const shareHeadings = ['Sleutel', 'Van jaar', 'Gebied', 'Aandeel']
const faultsOf = (...tables: readonly SentTable[]) =>
  readListTables(tables).faults.map(({ source, row, heading, nl }) => [source, row, heading, nl])

describe('[S-108] lists as files', () => {
  test('have a table for every column of every list', () => {
    for (const kind of keptListNames) {
      const [own, inner] = filesOfList(kind)
      const keys = own?.columns.map(({ key }) => key).filter((key) => !key.startsWith('carryOver')) ?? []
      const fields = Object.keys(keptLists[kind].schema.shape).filter((key) => key !== 'carriesOver')
      expect([kind, [...keys, ...(inner?.inside ? [inner.inside] : [])].sort()]).toEqual([kind, fields.sort()])
    }
  })

  test('read back as they were written', () => {
    for (const kind of keptListNames) {
      const { key } = keptLists[kind]
      const items =
        kind === 'parameters'
          ? [{ ...sampleReference.parameters, validFrom: 2000, validTo: 2100 }]
          : [sampleReference[key]].flat()
      const tables = listTables(kind, items).map(({ file, rows }) => ({ file, rows, source: file.name }))
      const read = readListTables(tables)
      expect(read.faults).toEqual([])
      expect([kind, read.load[kind] ?? []]).toEqual([kind, items])
    }
  })

  test('show the norm of hours in hours, as the other hours', () => {
    const parameters = { ...sampleReference.parameters, hoursNormPerFte: 132_050, validFrom: 2000, validTo: 2100 }
    const [headings = [], row = []] = listTables('parameters', [parameters])[0]?.rows ?? []
    expect(row[headings.indexOf('Urennorm per fte')]).toBe('1.320,50')
  })

  test('keep any text, amount, hours, number and list of texts', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((value) => value.trim())
      .filter((value) => value !== '')
    const whole = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
    const values = fc.oneof(
      fc.tuple(fc.constant('text' as const), text),
      fc.tuple(fc.constant('texts' as const), fc.array(text, { maxLength: 4 })),
      fc.tuple(fc.constant('cents' as const), whole),
      fc.tuple(fc.constant('hours' as const), fc.integer({ min: 0, max: 99_999_999 })),
      fc.tuple(
        fc.constant('number' as const),
        fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 8),
      ),
      fc.tuple(fc.constant('flag' as const), fc.boolean()),
      fc.tuple(fc.constant('years' as const), fc.array(fc.integer({ min: 2000, max: 2100 }), { maxLength: 4 })),
    )
    fc.assert(
      fc.property(values, ([kind, value]) => {
        expect(readListText(kind, listText(kind, value))).toEqual(value)
      }),
    )
  })

  test('name row, column and remedy of what cannot be read', () => {
    const rows = [programmeHeadings, ['6', 'Stad', '2023', '2026'], ['7', 'Zorg', '23', 'later']]
    expect(faultsOf(sent('programmas', ...rows))).toEqual([
      ['programmas.csv', 3, 'Van jaar', '"23" past niet; schrijf een jaar zoals 2023'],
      ['programmas.csv', 3, 'T/m jaar', '"later" past niet; schrijf een jaar zoals 2023'],
    ])
  })

  test.for([
    ['1.23', undefined],
    ['1.234', 123_400],
    ['1.234,567', undefined],
    ['1,234.50', undefined],
    ['€ 1.234,50', 123_450],
    ['-20', -2_000],
    ['', null],
  ] as const)('an amount %o is %o cents: nothing is guessed or rounded', ([text, cents]) => {
    expect(readListText('cents', text)).toBe(cents)
  })

  test('name headings that are missing, unknown or double, and rows of another width', () => {
    expect(faultsOf(sent('programmas', ['Code', 'Naam', 'Naam', 'Van jaar', 'Opmerking'], []))).toEqual([
      ['programmas.csv', 1, null, 'kolom "T/m jaar" ontbreekt; voeg hem toe, ook als hij leeg is'],
      ['programmas.csv', 1, null, 'kolom "Opmerking" hoort niet in deze lijst; verwijder hem of herstel de kop'],
      ['programmas.csv', 1, null, 'kolom "Naam" komt twee keer voor; laat er een staan'],
    ])
    expect(faultsOf(sent('programmas', programmeHeadings, ['6', 'Stad']))).toEqual([
      ['programmas.csv', 2, null, '2 velden in plaats van 4; herstel de scheidingstekens'],
    ])
  })

  test('need both tables of a list whose items hold a list', () => {
    expect(faultsOf(sent('verdeelsleutels', keyHeadings))).toEqual([
      [
        'verdeelsleutels.csv',
        null,
        null,
        'aandelen ontbreekt; geef dat bestand erbij, ook als het alleen koppen heeft',
      ],
    ])
    expect(faultsOf(sent('aandelen', shareHeadings))[0]?.[3]).toContain('verdeelsleutels ontbreekt')
    expect(
      faultsOf(
        sent('verdeelsleutels', keyHeadings, ['VS', 'x', '2023', '2026']),
        sent('aandelen', shareHeadings, ['VS', '2024', 'HOL', '1']),
      ),
    ).toEqual([
      [
        'aandelen.csv',
        2,
        'Sleutel',
        'VS vanaf 2024 staat niet in verdeelsleutels; voeg het daar toe of herstel de code of het jaar',
      ],
    ])
  })

  test('find the place of a field again, also inside an item', () => {
    const { placeOf } = readListTables([
      sent('verdeelsleutels', keyHeadings, ['A', 'x', '2023', '2026'], ['B', 'x', '2023', '2026']),
      sent('aandelen', shareHeadings, ['B', '2023', 'HOL', '1'], ['A', '2023', 'HOL', '2'], ['B', '2023', 'SPZ', '3']),
    ])
    expect(placeOf('verdeelsleutels', 1, 'name')).toEqual({ source: 'verdeelsleutels.csv', row: 3, heading: 'Naam' })
    expect(placeOf('verdeelsleutels', 1, 'shares.1.areaCode')).toEqual({
      source: 'aandelen.csv',
      row: 4,
      heading: 'Gebied',
    })
    expect(placeOf('verdeelsleutels', 2, 'name')).toBeUndefined()
  })
})
