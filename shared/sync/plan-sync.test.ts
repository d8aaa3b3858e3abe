import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { type Row, rowSchema, tableIds } from '#shared/model/index.ts'
import { planSync, requestText, type SyncInput } from './plan-sync.ts'
import { bodyBytesMax, rowsPerPushMax, syncRequestSchema } from './protocol.ts'
import { type KnownRow, noDecisions, type SheetRow } from './replica.ts'
import { rowHash } from './row-hash.ts'
import { utf8Length } from './sha256.ts'
import { formatToken, noHash, type Pend, stampOf } from './token.ts'

const idOf = (serial: number) => `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`

function line(lineNumber: string, more: Readonly<Record<string, unknown>> = {}): Row {
  return z.parse(rowSchema, { table: 'begroting', lineNumber, ...more })
}

/** A row that was synchronised as `base`, and holds `now`. */
function synced(serial: number, base: Row, now = base, pend: Pend = {}): { sheet: SheetRow; known: KnownRow } {
  const known = { id: idOf(serial), table: base.table, rev: 2, hash: rowHash(base), lineNumber: base.lineNumber, pend }
  return { sheet: { row: now, isHeldBack: false, token: formatToken(known) }, known }
}

function plan(rows: readonly SheetRow[], known: readonly KnownRow[], more: Partial<SyncInput<SheetRow>> = {}) {
  let serial = 0x100
  return planSync({
    rows,
    completeTables: new Set(tableIds),
    replica: { known: new Map(known.map((entry) => [entry.id, entry])), head: { seq: 4, hash: 'ab' } },
    decisions: noDecisions,
    workbookId: idOf(0x900),
    budgetYear: 2026,
    version: 'primitief',
    pushId: idOf(0x901),
    newId: () => idOf(serial++),
    ...more,
  })
}

describe('a synchronisation', () => {
  const clean = synced(1, line('HOL-001'))
  const edited = synced(2, line('HOL-002'), line('HOL-002', { amount0: 12_50 }))

  test('sends changed rows, and of the others only which version they show', () => {
    const preview = plan([clean.sheet, edited.sheet], [clean.known, edited.known])
    expect(preview.request.rows).toEqual([
      { id: idOf(2), rev: 2, hash: rowHash(line('HOL-002')), pend: {}, fields: edited.sheet.row },
    ])
    expect(preview.request.known).toEqual([[idOf(1), stampOf(clean.known)]])
    expect(preview.changed).toEqual([edited.sheet])
    expect(preview.tokenWrites).toEqual([])
  })

  test('[I11] gives a new row its token before it is sent, so that a lost answer does not make it new again', () => {
    const fresh: SheetRow = { row: line('HOL-003'), isHeldBack: false, token: null }
    const first = plan([fresh], [])
    const token = formatToken({ id: idOf(0x100), rev: 0, hash: noHash, pend: {} })
    expect(first.tokenWrites).toEqual([{ source: fresh, token }])
    const second = plan([{ ...fresh, token }], [])
    expect(second.request.rows.map(({ id, rev }) => [id, rev])).toEqual([[idOf(0x100), 0]])
    expect(second.tokenWrites).toEqual([])
  })

  test('[I3] infers no deletion from absence: what is missing is listed, and sent only with the version that was shown', () => {
    const preview = plan([], [clean.known])
    expect(preview.missing).toEqual([clean.known])
    expect(preview.request).toMatchObject({ deletions: [], known: [[idOf(1), stampOf(clean.known)]] })
    const deletions = new Map([[idOf(1), stampOf(clean.known)]])
    const confirmed = plan([], [clean.known], { decisions: { ...noDecisions, deletions } })
    expect(confirmed.request).toMatchObject({ deletions: [{ id: idOf(1), rev: 2, hash: clean.known.hash }], known: [] })
  })

  test('sends no deletion of a row that is back in the sheet', () => {
    const deletions = new Map([[idOf(1), stampOf(clean.known)]])
    const preview = plan([clean.sheet], [clean.known], { decisions: { ...noDecisions, deletions } })
    expect(preview.request.deletions).toEqual([])
  })

  test('asks for a missing row that the person wants back', () => {
    const preview = plan([], [clean.known], { decisions: { ...noDecisions, returns: new Set([idOf(1)]) } })
    expect(preview.request).toMatchObject({ deletions: [], known: [] })
  })

  test('a filtered table has nothing missing, and its unread rows are not asked for', () => {
    const preview = plan([], [clean.known, edited.known], { completeTables: new Set(['dekking']) })
    expect(preview.missing).toEqual([])
    expect(preview.request.known.map(([id]) => id)).toEqual([idOf(1), idOf(2)])
  })

  test('holds back what cannot be read, and tells its id', () => {
    const unreadable = { ...edited.sheet, isHeldBack: true }
    const preview = plan([clean.sheet, unreadable], [clean.known, edited.known])
    expect(preview.request).toMatchObject({ rows: [], heldBack: [idOf(2)], deletions: [] })
    expect(preview.heldBack).toEqual([unreadable])
    expect(preview.missing).toEqual([])
  })

  test('sends a row with an open conflict each time, with the older base and the choice for "mine"', () => {
    const stamp = '1-00000000000000aa'
    const open = synced(3, line('HOL-003'), line('HOL-003'), { 'amount.2026': stamp })
    const resolves = new Map([[idOf(3), { 'amount.2026': stampOf(open.known) }]])
    const preview = plan([open.sheet], [open.known], { decisions: { ...noDecisions, resolves } })
    expect(preview.request.rows).toMatchObject([
      { pend: { 'amount.2026': stamp }, resolve: { 'amount.2026': stampOf(open.known) } },
    ])
  })

  test('sends what the person decided about rows that were deleted, lost, or equal to another', () => {
    const decisions = {
      ...noDecisions,
      revivals: new Map([[idOf(1), '3-00000000000000aa']]),
      orphans: new Set([idOf(2)]),
      confirmedNew: new Set([idOf(2)]),
      isRecovering: true,
    }
    const preview = plan([clean.sheet, edited.sheet], [clean.known, edited.known], { decisions, reason: 'correctie' })
    expect(preview.request).toMatchObject({ isRecovering: true, reason: 'correctie' })
    expect(preview.request.rows).toMatchObject([
      { id: idOf(1), revive: '3-00000000000000aa' },
      { id: idOf(2), isOrphan: true, isConfirmedNew: true },
    ])
  })

  test('more rows than one request may hold are sent in several rounds, rows with only an open conflict last', () => {
    const open = synced(1, line('HOL-OPEN'), line('HOL-OPEN'), { note: '1-00000000000000aa' })
    const fresh = Array.from({ length: rowsPerPushMax + 20 }, (_, at): SheetRow => {
      const token = formatToken({ id: idOf(0x1000 + at), rev: 0, hash: noHash, pend: {} })
      return { row: z.parse(rowSchema, { table: 'dekking', lineNumber: `D${at}` }), isHeldBack: false, token }
    })
    const preview = plan([open.sheet, ...fresh], [open.known])
    expect(preview.request.rows).toHaveLength(rowsPerPushMax)
    expect(preview.request.rows.some(({ id }) => id === idOf(1))).toBe(false)
    expect(preview.deferredCount).toBe(20)
  })

  test('the body stays below its limit and is what the server reads', () => {
    const long = 'é'.repeat(500)
    const rows = Array.from({ length: 4_000 }, (_, at): SheetRow => {
      const row = line(`HOL-${at}`, { basis: long, note: long })
      return { row, isHeldBack: false, token: formatToken({ id: idOf(0x1000 + at), rev: 0, hash: noHash, pend: {} }) }
    })
    const { request, deferredCount } = plan(rows, [])
    expect(utf8Length(requestText(request))).toBeLessThanOrEqual(bodyBytesMax)
    expect(request.rows.length + deferredCount).toBe(4_000)
    expect(deferredCount).toBeGreaterThan(0)
    expect(z.parse(syncRequestSchema, JSON.parse(requestText(request)))).toEqual(request)
  })
})
