import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import {
  budgetLineSchema,
  fieldsByTable,
  fieldValue,
  type Row,
  rowSchema,
  tableIds,
  withFields,
} from '#shared/model/index.ts'
import { isSameContent, rowHash, tombstoneHash } from './row-hash.ts'
import { sha256 } from './sha256.ts'

const coverage = z.parse(rowSchema, {
  table: 'dekking',
  lineNumber: 'HOL-D001',
  budgetLineNumber: 'HOL-001',
  year: 2026,
  sourceCode: 'RES-01',
  amountCents: 12_50,
})

const emptyRow = (table: Row['table']) => z.parse(rowSchema, { table, lineNumber: 'HOL-001' })

describe('the row hash', () => {
  test('is the start of the SHA-256 of the table and its fields in the order of the template', () => {
    const canonical = '["dekking","HOL-D001","HOL-001",2026,"RES-01",null,1250]'
    expect(rowHash(coverage)).toBe(createHash('sha256').update(canonical).digest('hex').slice(0, 16))
  })

  test.for(tableIds)('changes with every field of %s, and content and hash agree', (table) => {
    const row = emptyRow(table)
    const hashes = fieldsByTable[table].map(({ id }) => rowHash(withFields(row, { [id]: 'x' })))
    expect(new Set([...hashes, rowHash(row)]).size).toBe(fieldsByTable[table].length + 1)
    expect(fieldsByTable[table].some(({ id }) => isSameContent(row, withFields(row, { [id]: 'x' })))).toBe(false)
  })

  test('does not depend on the order of the properties', () => {
    const reversed = Object.fromEntries(Object.entries(coverage).toReversed()) as Row
    expect(rowHash(reversed)).toBe(rowHash(coverage))
    expect(isSameContent(reversed, coverage)).toBe(true)
  })

  test('of a deletion is another than that of the content', () => {
    expect(tombstoneHash(coverage)).not.toBe(rowHash(coverage))
    expect(tombstoneHash(coverage)).toMatch(/^[0-9a-f]{16}$/)
  })
})

test('a field that a later template brought changes the hash only when it is filled', () => {
  const row = budgetLineSchema.parse({ table: 'begroting', lineNumber: 'HOL-001' })
  const before = fieldsByTable.begroting.filter(({ since }) => since === undefined)
  const content = ['begroting', ...before.map(({ id }) => fieldValue(row, id))]
  expect(rowHash(row)).toBe(sha256(JSON.stringify(content)).slice(0, 16))
  const withReserve = { ...row, reserveCode: 'H12' }
  const withContract = { ...row, contractNumber: 'H12' }
  expect(new Set([row, withReserve, withContract].map(rowHash)).size).toBe(3)
})
