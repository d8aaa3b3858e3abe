import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { type Row, rowSchema, type TableId } from '#shared/model/index.ts'
import { identify } from './identity.ts'
import type { KnownRow, SheetRow } from './replica.ts'
import { rowHash } from './row-hash.ts'
import { formatToken } from './token.ts'

const idOf = (serial: number) => `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`
const all: ReadonlySet<TableId> = new Set(['begroting', 'inzet', 'dekking', 'besluiten', 'jaarplan'])

function line(lineNumber: string | null, more: Readonly<Record<string, unknown>> = {}): Row {
  const row = z.parse(rowSchema, { table: 'begroting', lineNumber: 'x', description: 'Kernteam', ...more })
  return { ...row, lineNumber: lineNumber as string }
}

/** Row 1 is HOL-001 with id 1, and so on; all were synchronised as rev 3. */
const originals = [1, 2, 3].map((serial) => ({ id: idOf(serial), row: line(`HOL-00${serial}`) }))
const known: ReadonlyMap<string, KnownRow> = new Map(
  originals.map(({ id, row }) => [
    id,
    {
      id,
      table: 'begroting',
      rev: 3,
      hash: rowHash(row),
      lineNumber: row.lineNumber,
      pend: { note: '2-00000000000000aa' },
    },
  ]),
)

function tokenOf(serial: number): string {
  const entry = known.get(idOf(serial))
  if (entry === undefined) throw new Error(`No known row ${serial}.`)
  return formatToken(entry)
}

function sheetRow(row: Row, token: string | null, isHeldBack = false): SheetRow {
  return { row, token, isHeldBack }
}

const [row1, row2, row3] = [1, 2, 3].map((serial) => sheetRow(line(`HOL-00${serial}`), tokenOf(serial))) as [
  SheetRow,
  SheetRow,
  SheetRow,
]

/** Rows by the id that they get, and what else was found. */
function identified(rows: readonly SheetRow[], complete = all) {
  const identity = identify(rows, known, complete)
  return {
    ...identity,
    owners: Object.fromEntries(identity.owned.map(({ source, token }) => [Number(token.id.slice(-3)), source])),
    missingIds: identity.missing.map(({ id }) => Number(id.slice(-3))),
    unreadIds: identity.unread.map(({ id }) => Number(id.slice(-3))),
  }
}

describe('[S-41] [I11] identity', () => {
  test('survives sorting: the token travels with its row', () => {
    const found = identified([row3, row1, row2])
    expect(found.owners).toEqual({ 1: row1, 2: row2, 3: row3 })
    expect([found.fresh, found.missingIds, found.twins]).toEqual([[], [], []])
  })

  test('a copied row that was renumbered is new; the row with the known number stays the owner', () => {
    const copy = sheetRow(line('HOL-004'), tokenOf(1))
    const found = identified([copy, row1, row2, row3])
    expect(found.owners[1]).toBe(row1)
    expect(found.fresh).toEqual([copy])
  })

  test('of copies without the known number the unchanged one is the owner, else the first', () => {
    const changed = sheetRow(line('HOL-010', { note: 'x' }), tokenOf(1))
    const other = sheetRow(line('HOL-011'), tokenOf(1))
    expect(identified([changed, other, row2, row3]).owners[1]).toBe(changed)
    const unknownId = formatToken({ id: idOf(9), rev: 1, hash: rowHash(other.row), pend: {} })
    const first = sheetRow(changed.row, unknownId)
    const unchanged = sheetRow(other.row, unknownId)
    expect(identified([first, unchanged, row1, row2, row3]).owners[9]).toBe(unchanged)
  })

  test('a cleared token column is repaired by number, open conflicts included', () => {
    const cleared = [row1, row2, row3].map(({ row }) => sheetRow(row, null))
    const found = identified(cleared)
    expect(found.owners).toEqual({ 1: cleared[0], 2: cleared[1], 3: cleared[2] })
    expect(found.owned.map(({ isRepaired }) => isRepaired)).toEqual([true, true, true])
    expect(found.owned[0]?.token).toEqual({
      id: idOf(1),
      rev: 3,
      hash: rowHash(row1.row),
      pend: { note: '2-00000000000000aa' },
    })
  })

  test('a damaged token is repaired like a cleared one', () => {
    const damaged = sheetRow(row2.row, tokenOf(2).replace('|3|', '|4|'))
    expect(identified([row1, damaged, row3]).owners[2]).toBe(damaged)
  })

  test('a token filled down over other rows: each row gets its own back', () => {
    const filled = [row2, row3].map(({ row }) => sheetRow(row, tokenOf(1)))
    const found = identified([row1, ...filled])
    expect(found.owners).toEqual({ 1: row1, 2: filled[0], 3: filled[1] })
    expect(found.fresh).toEqual([])
  })

  test('a token pasted over another one, its own row gone: the number tells whose row it is', () => {
    const pasted = sheetRow(row2.row, tokenOf(1))
    const found = identified([pasted, row3])
    expect(found.owners).toEqual({ 2: pasted, 3: row3 })
    expect(found.missingIds).toEqual([1])
  })

  test('a token that moved away while its row was cleared: the row without one takes its id back', () => {
    const bereft = sheetRow(row1.row, null)
    const carrier = sheetRow(line('HOL-009'), tokenOf(1))
    const found = identified([bereft, carrier, row2, row3])
    expect(found.owners[1]).toBe(bereft)
    expect(found.fresh).toEqual([carrier])
  })

  test('a renumbered row with its token is the same row', () => {
    const renumbered = sheetRow(line('HOL-020'), tokenOf(1))
    expect(identified([renumbered, row2, row3]).owners[1]).toBe(renumbered)
  })

  test('a token in another table than its row came from does not count', () => {
    const coverage = z.parse(rowSchema, { table: 'dekking', lineNumber: 'HOL-D001' })
    const strayed = sheetRow(coverage, tokenOf(1))
    const found = identified([strayed, row1, row2, row3])
    expect(found.owners[1]).toBe(row1)
    expect(found.fresh).toEqual([strayed])
  })

  test('known rows that are gone are missing, not deleted', () => {
    expect(identified([row2]).missingIds).toEqual([1, 3])
  })

  test('new rows with a number that stands already are twins; of two new ones the first keeps it', () => {
    const same = sheetRow(line('HOL-001', { note: 'x' }), null)
    const first = sheetRow(line('HOL-005'), null)
    const second = sheetRow(line('HOL-005', { note: 'x' }), null)
    const found = identified([row1, row2, row3, same, first, second])
    expect(found.twins).toEqual([same, second])
    expect(found.fresh).toEqual([first])
  })

  test('the same number in two tables is no twin', () => {
    const coverage = sheetRow(z.parse(rowSchema, { table: 'dekking', lineNumber: 'HOL-001' }), null)
    expect(identified([row1, row2, row3, coverage]).fresh).toEqual([coverage])
  })

  test('a row that cannot be read keeps its id, also when only its number shows which it is', () => {
    const unreadable = sheetRow(row1.row, tokenOf(1), true)
    const cleared = sheetRow(row2.row, null, true)
    const found = identified([unreadable, cleared, row3])
    expect(found.owners).toEqual({ 1: unreadable, 2: cleared, 3: row3 })
    expect(found.missingIds).toEqual([])
  })

  test('a new row that cannot be read waits without an id', () => {
    const unreadable = sheetRow(line(null), null, true)
    expect(identified([row1, row2, row3, unreadable])).toMatchObject({ unreadable: [unreadable], fresh: [], twins: [] })
  })

  test('a filtered table has no missing and no new rows, and a renumbered row waits', () => {
    const copyOrRenumbered = sheetRow(line('HOL-020'), tokenOf(2))
    const fresh = sheetRow(line('HOL-021'), null)
    const found = identified([row1, copyOrRenumbered, fresh], new Set(['dekking']))
    expect(found.owners).toEqual({ 1: row1 })
    expect(found.waiting).toEqual([copyOrRenumbered, fresh])
    expect([found.missingIds, found.unreadIds, found.fresh]).toEqual([[], [2, 3], []])
  })

  test('a table that is gone altogether leaves its rows unread', () => {
    expect(identified([], new Set(['dekking']))).toMatchObject({ missingIds: [], unreadIds: [1, 2, 3] })
  })
})
