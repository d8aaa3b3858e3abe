import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serialOfDate } from '#shared/cells/index.ts'
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import {
  type AreaWorkbook,
  type BudgetLine,
  fieldHeading,
  fieldsByTable,
  fieldValue,
  type FieldValue,
} from '#shared/model/index.ts'
import { check, rules } from '#shared/rules/index.ts'
import { ExcelError, na, started, wrong } from './functions.test-data.ts'

const headings = fieldsByTable.begroting.map((field) => fieldHeading(field, 2023))
const lines = [...exampleWorkbooks.values()].flatMap(({ begroting }) => begroting)
const [line] = lines
if (line === undefined) throw new Error('The example has no lines.')

const cellsOf = (row: BudgetLine) =>
  fieldsByTable.begroting.map(({ id, kind }) => {
    const value = fieldValue(row, id)
    if (value === null) return ''
    if (kind === 'cents') return Number(value) / 100
    return kind === 'date' ? serialOfDate(value as never) : value
  })

describe('a row', () => {
  test('of the example is in order', () => {
    expect(started().call('CONTROLE', [cellsOf(line)], null, 2023)).toEqual([['in orde']])
  })

  test('is judged on the headings that are given, in any order, with the year among them', () => {
    const { call } = started()
    const findings = [
      ['GB-301', 'fout', 'L/B ontbreekt.'],
      ['GB-302', 'let op', 'Negatieve last/bate zonder toelichting.'],
    ]
    expect(call('CONTROLE', [['', -5, '', '']], [['L/B', 2023, 'Soort', 'Toelichting']])).toEqual(
      expect.arrayContaining(findings),
    )
  })

  test('tells of a cell that cannot be read, also when it holds an error', () => {
    const { call } = started()
    const rows = call('CONTROLE', [[0.1, new ExcelError('#DIV/0!')]], [['Taakveld', 'Omschrijving']], 2026)
    expect(rows).toEqual([
      ['GB-108', 'fout', 'Formulefout #DIV/0! in verplichte cel.'],
      ['GB-202', 'fout', 'Taakveld is een getal; 0.1 en 0.10 zijn niet te onderscheiden. Zet de kolom op Tekst.'],
    ])
  })

  test('of another table is known by its headings', () => {
    const { call } = started()
    const hours = [['Nr', 'Regel', 'Functie', 'Jaar', 'Uren', 'Tarief', 'Bedrag']]
    expect(call('CONTROLE', [['HOL-I001', 'HOL-001', 'wijkmanager', 2023, 10, 80, 900]], hours, 2023)).toEqual([
      ['GB-303', 'fout', 'Uren x tarief = 800, maar bedrag is 900.'],
    ])
  })

  test('without lists is never called right', () => {
    expect(started({ lists: null }).call('CONTROLE', [cellsOf(line)], null, 2023)).toEqual([
      ['', 'info', 'Niet gecontroleerd tegen de lijsten: het werkboek heeft geen lijsten.'],
    ])
  })

  test('needs a year, one row and as many headings as cells', () => {
    const { call } = started()
    expect(call('CONTROLE', [['x']], null, null)).toEqual(wrong('Geef het begrotingsjaar: argument jaar.'))
    expect(call('CONTROLE', [['x'], ['y']], null, 2023)).toEqual(wrong('Geef één rij tegelijk.'))
    expect(call('CONTROLE', [['x']], [['Doel', 'Nr']], 2023)).toEqual(wrong('Er zijn niet evenveel koppen als cellen.'))
    expect(call('CONTROLE', [['x']], [[new ExcelError('#N/A')]], 2023)).toEqual(
      na('Argument koppen bevat de fout #N/A: herstel eerst de cel waar die vandaan komt.'),
    )
  })

  test('in an English Excel is judged in English', () => {
    expect(started({ language: 'en' }).call('CONTROLE', [cellsOf({ ...line, side: null })], null, 2023)).toEqual(
      expect.arrayContaining([['GB-301', 'error', 'L/B (cost/income) is missing.']]),
    )
  })
})

test('the verdict on a row is that of the row rules over a workbook with that row alone', () => {
  const change = fc.record(
    {
      goalCode: fc.constantFrom(null, '6.1.1', '9.9.9'),
      domain: fc.constantFrom(null, 'sociaal', 'onzin'),
      side: fc.constantFrom(null, 'L', 'B'),
      nature: fc.constantFrom(null, 'I', 'S'),
      taakveldCode: fc.constantFrom(null, '0.8', '0.10', '0.11', '6.1', '6.60', '8.1'),
      categoryCode: fc.constantFrom(null, '3.8', '4.2', '7.1', '1.1'),
      sourceCode: fc.constantFrom(null, 'SP-GGW-2023', 'PB-4', 'ONBEKEND'),
      phase: fc.constantFrom(null, 'plan', 'implementatie'),
      vatTreatment: fc.constantFrom(null, 'BCF'),
      note: fc.constantFrom(null, 'omdat'),
      amount0: fc.constantFrom(null, 0, -100, 6_050_000, 500_000_000),
      amount1: fc.constantFrom(null, 0, 6_050_000),
    },
    { requiredKeys: [] },
  )
  const { call } = started()
  fc.assert(
    fc.property(fc.constantFrom(...lines), change, (example, changes) => {
      const row = { ...example, ...changes } as BudgetLine
      expect(call('CONTROLE', [cellsOf(row)], [headings], 2023)).toEqual(expected(row))
    }),
  )
})

const rowRules = new Set(rules.filter(({ on }) => on === 'row').map(({ id }) => id))

function expected(row: BudgetLine): readonly (readonly FieldValue[])[] {
  const words = { error: 'fout', warning: 'let op', info: 'info' }
  const findings = check(aloneInWorkbook(row), exampleReference)
    .filter(({ rule }) => rowRules.has(rule))
    .map(({ rule, severity, message }) => [rule, words[severity], message.nl])
  return findings.length > 0 ? findings : [['in orde']]
}

function aloneInWorkbook(row: BudgetLine): AreaWorkbook {
  const placed = { row, isHeldBack: false, unreadable: new Set<string>(), token: null, gridRow: null }
  return {
    budget: { areaCode: row.areaCode ?? '', year: 2023, version: 'primitief' },
    unit: 'euro',
    controlTotals: [],
    rows: { begroting: [placed], inzet: [], dekking: [], besluiten: [], jaarplan: [] },
    readingIssues: [],
    gridIssues: [],
    columns: {},
    reference: exampleReference,
  }
}
