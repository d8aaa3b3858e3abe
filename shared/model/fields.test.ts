import { describe, expect, test } from 'vitest'
import { type Field, fieldHeading, fieldIdOf, fieldName, fieldsByTable, tableIds } from './fields.ts'
import {
  budgetLineSchema,
  coverageSchema,
  decisionSchema,
  hoursLineSchema,
  planActionSchema,
  rowSchema,
} from './rows.ts'

const schemas = {
  begroting: budgetLineSchema,
  inzet: hoursLineSchema,
  dekking: coverageSchema,
  besluiten: decisionSchema,
  jaarplan: planActionSchema,
} as const

/** Values that tell the kinds apart. */
const probes = [
  ['text', 'x'],
  ['date', '2023-12-31'],
  ['whole', 2023],
  ['negative', -1],
] as const

/** What a schema makes of each probe tells the kind of its field. */
const accepted: Readonly<Record<Field['kind'], readonly string[]>> = {
  code: ['text', 'date'],
  text: ['text', 'date'],
  cents: ['whole', 'negative'],
  hours: ['whole'],
  year: ['whole'],
  date: ['date'],
}

describe.for(tableIds)('the schema of %s', (table) => {
  const fits = (values: object) => rowSchema.safeParse({ table, lineNumber: 'HOL-001', ...values }).success

  test('[S-10] has the fields of the list, in its order', () => {
    expect(Object.keys(schemas[table].shape)).toEqual(['table', ...fieldsByTable[table].map(({ id }) => id)])
  })

  test('takes the kinds of values that the list says', () => {
    const kinds = fieldsByTable[table].map(({ id }) => [
      id,
      probes.filter(([, value]) => fits({ [id]: value })).map(([probe]) => probe),
    ])
    expect(kinds).toEqual(fieldsByTable[table].map(({ id, kind }) => [id, accepted[kind]]))
  })

  test('takes texts up to the length that the list says, and no longer', () => {
    const longest = fieldsByTable[table].flatMap(({ id, max }) =>
      max === undefined ? [] : [[id, fits({ [id]: 'x'.repeat(max) }), fits({ [id]: 'x'.repeat(max + 1) })]],
    )
    expect(longest).toEqual(
      fieldsByTable[table].flatMap(({ id, max }) => (max === undefined ? [] : [[id, true, false]])),
    )
  })

  test('fills empty fields with null and refuses unknown ones', () => {
    const row = rowSchema.parse({ table, lineNumber: 'HOL-001' })
    expect(Object.values(row).filter((value) => value !== null)).toEqual([table, 'HOL-001'])
    expect(fits({ iets: 'anders' })).toBe(false)
  })

  test('has a heading of its own for every field', () => {
    const headings = fieldsByTable[table].map((field) => fieldHeading(field, 2023).toLowerCase())
    expect(new Set(headings).size).toBe(headings.length)
    expect(headings).not.toContain('')
  })
})

describe('the name of a field outside', () => {
  test('is its calendar year for an amount, and leads back to the field in the same budget year', () => {
    expect(fieldName('amount1', 2023)).toBe('amount.2024')
    expect(fieldIdOf('begroting', 'amount.2024', 2023)).toBe('amount1')
    expect(fieldIdOf('begroting', 'amount.2022', 2023)).toBeUndefined()
    expect(fieldIdOf('begroting', 'note', 2023)).toBe('note')
  })
})
