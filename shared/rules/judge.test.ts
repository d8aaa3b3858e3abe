import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import { type AreaWorkbook, emptyReference, fieldsByTable, type Finding } from '#shared/model/index.ts'
import { check, checkOnServer, rules } from './index.ts'
import { coverage, hoursLine, line, lists, reading, source, stelpost, workbook } from './sample-workbook.test-data.ts'

const reference = lists({ sources: [source({}), stelpost] })
const both: ReadonlySet<string> = new Set(rules.filter(({ where }) => where === 'both').map(({ id }) => id))

const withoutPlace = <Row extends object>(rows: readonly Row[]) =>
  rows.map((row) => Object.assign({}, row, { gridRow: null }))

/** The same rows as the server holds them: no sheet, no cells. */
function stored(sheet: AreaWorkbook): AreaWorkbook {
  const { begroting, inzet, dekking, besluiten, jaarplan } = sheet.rows
  return {
    ...sheet,
    rows: {
      begroting: withoutPlace(begroting),
      inzet: withoutPlace(inzet),
      dekking: withoutPlace(dekking),
      besluiten: withoutPlace(besluiten),
      jaarplan: withoutPlace(jaarplan),
    },
    columns: {},
  }
}

const shown = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, table, lineNumber, field, message }) => ({
    rule,
    severity,
    table,
    lineNumber,
    field,
    message,
  }))

/** What both judge, whatever the place: a server row has none, so its findings come in another order. */
const ofBoth = (findings: readonly Finding[]) =>
  shown(findings.filter(({ rule }) => both.has(rule)))
    .map((finding) => JSON.stringify(finding))
    .sort()

describe('findings', () => {
  const mixed = workbook({
    rows: [
      line({ side: null }),
      line({ lineNumber: 'HOL-002', sourceCode: 'SP-9999', domain: 'economie' }),
      line({ lineNumber: 'HOL-003', sourceCode: 'SP-GGW-2023', component: 'kernteam', amount0: 90_000_000 }),
      hoursLine({ year: 2030 }),
    ],
    readingIssues: [reading({ field: 'note', code: 'too-long', raw: 'xyz', gridRow: 5 })],
    gridIssues: [{ kind: 'not-our-workbook', sheets: ['Blad1'] }],
  })

  test('come by table, the whole workbook first, then by row and rule', () => {
    const places = check(mixed, reference).map(({ sheet, cell, rule }) => `${sheet} ${cell} ${rule}`)
    expect(places).toEqual([
      'null null GB-116',
      'Begroting null GB-403',
      'Begroting null GB-408',
      'Begroting null GB-905',
      'Begroting null GB-905',
      'Begroting L5 GB-112',
      'Begroting L5 GB-301',
      'Begroting AC6 GB-115',
      'Begroting G6 GB-212',
      'Begroting W6 GB-402',
      'Begroting S7 GB-315',
      'Begroting W7 GB-406',
      'Begroting S7 GB-512',
      'Inzet E5 GB-308',
    ])
  })

  test('leave no place in a message unfilled', () => {
    for (const { message } of check(mixed, reference)) expect(`${message.nl} ${message.en}`).not.toMatch(/[{}]/)
  })

  test('of rows from a store have no cell and come by number, and the server leaves the rules of the add-in alone', () => {
    const findings = checkOnServer(stored(mixed), reference)
    expect(findings.map(({ sheet, cell, lineNumber, rule }) => [sheet, cell, lineNumber, rule])).toEqual([
      [null, null, null, 'GB-403'],
      [null, null, null, 'GB-408'],
      [null, null, null, 'GB-905'],
      [null, null, null, 'GB-905'],
      [null, null, 'HOL-001', 'GB-301'],
      [null, null, 'HOL-002', 'GB-212'],
      [null, null, 'HOL-002', 'GB-402'],
      [null, null, 'HOL-003', 'GB-406'],
      [null, null, 'HOL-003', 'GB-512'],
      [null, null, 'HOL-I001', 'GB-308'],
    ])
  })
})

test('a row with an unreadable cell is judged only by rules that do not need that cell', () => {
  const needed = new Map(rules.map((rule) => [rule.id, rule.on === 'row' ? (rule.reads as readonly string[]) : []]))
  const wrong = line({ side: null, domain: 'economie', sourceCode: 'SP-9999', amount0: -5_000_000, taakveldCode: '6.' })
  for (const { id } of fieldsByTable.begroting) {
    const judged = workbook({ rows: [wrong], unreadable: { 'HOL-001': [id] } })
    const misled = check(judged, reference).filter(({ rule }) => needed.get(rule)?.includes(id))
    expect(misled).toEqual([])
  }
})

test('every field that a rule reads is a field of one of its tables', () => {
  for (const rule of rules) {
    if (rule.on !== 'row') continue
    const fields = new Set(rule.tables.flatMap((table) => fieldsByTable[table].map(({ id }) => id)))
    expect([rule.id, rule.reads.filter((field) => !fields.has(field))]).toEqual([rule.id, []])
  }
})

describe('the example municipality', () => {
  test.for([...exampleWorkbooks])(
    '%s has no errors',
    ([areaCode, { begroting, inzet, dekking, besluiten, jaarplan }]) => {
      const rows = [...begroting, ...inzet, ...dekking, ...besluiten, ...jaarplan]
      const judged = { ...workbook({ rows }), budget: { areaCode, year: 2023, version: 'primitief' } }
      expect(check(judged, exampleReference).filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )

  test('without the lists of the municipality nothing is said that needs them', () => {
    const needLists = new Set([
      'GB-209',
      'GB-210',
      'GB-211',
      'GB-213',
      'GB-214',
      'GB-215',
      'GB-216',
      'GB-304',
      'GB-402',
      'GB-403',
    ])
    const foreign = line({ goalCode: '9.9', policyField: 'x', costCentreCode: 'x', costTypeCode: 'x', sourceCode: 'x' })
    const findings = check(workbook({ rows: [foreign, hoursLine({ role: 'x', rateCents: 1 })] }), emptyReference)
    expect(findings.map(({ rule }) => rule).filter((rule) => needLists.has(rule))).toEqual([])
  })
})

test('the add-in and the server say the same by the rules of both', () => {
  const cents = fc.constantFrom(null, 0, -100, 5_000_000, 50_000_000_000)
  const anyLine = fc.record({
    lineNumber: fc.constantFrom('HOL-001', 'HOL-002', 'HOL-003'),
    side: fc.constantFrom('L', 'B', null),
    nature: fc.constantFrom('I', 'S', null),
    taakveldCode: fc.constantFrom('8.1', '0.8', '0.10', '6.2', '6.', null),
    categoryCode: fc.constantFrom('3.8', '7.1', '4.2', 'L1.1', null),
    sourceCode: fc.constantFrom('PB-6', 'SP-GGW-2023', 'X', null),
    description: fc.constantFrom('a', 'b', null),
    amount0: cents,
    amount3: cents,
  })
  const anyCoverage = fc.record({
    budgetLineNumber: fc.constantFrom('HOL-001', 'HOL-009', null),
    year: fc.constantFrom(2023, 2026, 2030, null),
    sourceCode: fc.constantFrom('SP-GGW-2023', 'X', null),
    amountCents: cents,
  })
  const version = fc.constantFrom('primitief', 'wijziging-1', 'realisatie')
  fc.assert(
    fc.property(fc.array(anyLine), fc.array(anyCoverage), version, (lines, coverages, version) => {
      const sheet = workbook({ version, rows: [...lines.map(line), ...coverages.map(coverage)] })
      expect(ofBoth(checkOnServer(stored(sheet), reference))).toEqual(ofBoth(check(sheet, reference)))
    }),
  )
})
