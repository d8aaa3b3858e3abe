import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { rowSchema } from '#shared/model/index.ts'
import { mergeRow } from './merge.ts'
import { type PushedRow, templateVersion } from './protocol.ts'
import type { RowVersion } from './push-plan.ts'
import { rowHash } from './row-hash.ts'
import { noHash, noStamp, stampOf } from './token.ts'

const id = '01900000-0000-7000-8000-000000000001'

function line(fields: Readonly<Record<string, unknown>>) {
  return z.parse(rowSchema, { table: 'begroting', lineNumber: 'HOL-001', ...fields })
}

/** The versions of one row, each written by a workbook: `[workbook, fields]`. */
function history(...written: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): readonly RowVersion[] {
  return written.map(([workbookId, fields], at) => ({
    id,
    rev: at + 1,
    hash: rowHash(line(fields)),
    isDeleted: false,
    fields: line(fields),
    workbookId,
    pushId: `push ${at}`,
    by: 'controller-hol',
    at: '2026-01-05T09:00:00Z',
  }))
}

function merge(
  versions: readonly RowVersion[],
  baseRev: number,
  fields: Readonly<Record<string, unknown>>,
  more: Partial<PushedRow> = {},
  template = templateVersion,
) {
  const base = versions[baseRev - 1]
  const current = versions.at(-1)
  if (current === undefined) throw new Error('A merge needs a version.')
  const pushed = { id, rev: baseRev, hash: base?.hash ?? noHash, pend: {}, fields: line(fields), ...more }
  const merged = mergeRow(pushed, { versions, current, workbookId: 'mine', budgetYear: 2026, template })
  return { amount0: merged.fields.table === 'begroting' && merged.fields.amount0, ...merged }
}

const stampAt = (versions: readonly RowVersion[], rev: number) => stampOf(versions[rev - 1] ?? { rev: 0, hash: noHash })

describe('a three-way merge', () => {
  test.for([
    ['nobody changed', 1, 1, 1, 1, []],
    ['only the workbook changed', 1, 2, 1, 2, []],
    ['only the server changed', 1, 1, 2, 2, []],
    ['both made the same change', 1, 2, 2, 2, []],
    ['both changed', 1, 2, 3, 3, [{ field: 'amount.2026', base: 1 }]],
    ['the workbook emptied the cell, the server changed it', 1, null, 3, 3, [{ field: 'amount.2026', base: 1 }]],
  ] as const)('%s', ([, base, local, server, result, conflicts]) => {
    const versions = history(['mine', { amount0: base }], ['theirs', { amount0: server, note: 'x' }])
    const merged = merge(versions, 1, { amount0: local })
    expect(merged.amount0).toBe(result)
    expect(merged.conflicts).toEqual(conflicts)
  })

  test('[I3] two people change different fields: both stand', () => {
    const versions = history(['mine', { amount0: 1, note: 'a' }], ['theirs', { amount0: 2, note: 'a' }])
    const merged = merge(versions, 1, { amount0: 1, note: 'b' })
    expect(merged.fields).toEqual(line({ amount0: 2, note: 'b' }))
    expect(merged.conflicts).toEqual([])
  })

  test('rule 2: an open conflict does not hold back the other fields', () => {
    const versions = history(['mine', { amount0: 1 }], ['theirs', { amount0: 3 }])
    const merged = merge(versions, 1, { amount0: 2, note: 'b' })
    expect(merged.fields).toEqual(line({ amount0: 3, note: 'b' }))
    expect(merged.conflicts).toEqual([{ field: 'amount.2026', base: 1 }])
  })

  test('[I4] rule 1: an own edit that had landed and was replaced since takes the newer value', () => {
    const versions = history(['theirs', { amount0: 1 }], ['mine', { amount0: 2 }], ['theirs', { amount0: 3 }])
    expect(merge(versions, 1, { amount0: 2 })).toMatchObject({ amount0: 3, conflicts: [] })
  })

  test('[I4] rule 1 holds when the newer value is the base again: the edit is not carried out twice', () => {
    const versions = history(['theirs', { amount0: 1 }], ['mine', { amount0: 2 }], ['theirs', { amount0: 1 }])
    expect(merge(versions, 1, { amount0: 2 })).toMatchObject({ amount0: 1, conflicts: [] })
  })

  test('[I4] rule 1 holds for a first push whose answer was lost', () => {
    const versions = history(['mine', { amount0: 2 }], ['theirs', { amount0: 3 }])
    expect(merge(versions, 0, { amount0: 2 })).toMatchObject({ amount0: 3, conflicts: [] })
  })

  test("rule 1 does not hold for another workbook's edit", () => {
    const versions = history(['mine', { amount0: 1 }], ['theirs', { amount0: 2 }], ['others', { amount0: 3 }])
    expect(merge(versions, 1, { amount0: 2 }).conflicts).toEqual([{ field: 'amount.2026', base: 1 }])
  })

  test('[I10] rule 1 does not vouch for an unknown base, such as one from before the server was put back', () => {
    const versions = history(['mine', { amount0: 2 }], ['mine', { amount0: 3 }])
    const merged = merge(versions, 2, { amount0: 2 }, { pend: { 'amount.2026': noStamp } })
    expect(merged).toMatchObject({ amount0: 3, conflicts: [{ field: 'amount.2026', base: undefined }] })
  })

  test('[I14] rule 3: a field with an older base in pend is compared with that one', () => {
    const versions = history(['mine', { amount0: 1 }], ['theirs', { amount0: 3 }])
    const merged = merge(versions, 2, { amount0: 2 }, { pend: { 'amount.2026': stampAt(versions, 1) } })
    expect(merged).toMatchObject({ amount0: 3, conflicts: [{ field: 'amount.2026', base: 1 }] })
  })

  test('[I3] rule 4: "mine" counts for the version that was shown, and not once it has moved', () => {
    const versions = history(['mine', { amount0: 1 }], ['theirs', { amount0: 3 }], ['theirs', { amount0: 4 }])
    const choose = (rev: number) =>
      merge(versions, 1, { amount0: 2 }, { resolve: { 'amount.2026': stampAt(versions, rev) } })
    expect(choose(3)).toMatchObject({ amount0: 2, conflicts: [] })
    expect(choose(2)).toMatchObject({ amount0: 4, conflicts: [{ field: 'amount.2026', base: 1 }] })
  })

  test('[I10] a base that the server does not know makes a conflict of every field that differs', () => {
    const versions = history(['theirs', { amount0: 3, note: 'a' }])
    const merged = merge(versions, 7, { amount0: 2, note: 'b', description: null }, { hash: '00000000000000aa' })
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['amount.2026', 'note'])
    expect(merged.fields).toEqual(line({ amount0: 3, note: 'a' }))
  })

  test('[I3] never takes a value that is neither of the two, and says so when it does not take the own one', () => {
    const value = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(value, value, value, (base, local, server) => {
        const merged = merge(history(['theirs', { amount0: base }], ['theirs', { amount0: server, note: 'x' }]), 1, {
          amount0: local,
        })
        const isTaken = merged.amount0 === local
        expect(isTaken || merged.conflicts.length === 1 || local === base).toBe(true)
        expect([local, server]).toContain(merged.amount0)
      }),
    )
  })

  test('[S-113] of a row of an older template leaves later fields as the server has them', () => {
    const versions = history(['theirs', { amount0: 1, contractNumber: 'C-1', experiment: 'Buurtbus' }])
    const fields = { amount0: 2 }
    expect(merge(versions, 1, fields, {}, 1)).toMatchObject({
      amount0: 2,
      fields: { contractNumber: 'C-1', experiment: 'Buurtbus' },
      conflicts: [],
    })
    expect(merge(versions, 1, fields, {}, 2).fields).toMatchObject({ contractNumber: null, experiment: null })
  })
})
