import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { type Row, rowSchema, tableIds, withFields } from '#shared/model/index.ts'
import type { AnswerInput } from './answer-draft.ts'
import { adoptedIdentity, applyAnswer } from './apply-answer.ts'
import { planSync } from './plan-sync.ts'
import { protocolVersion, type ServerRow, type SyncAnswer } from './protocol.ts'
import { type Decisions, type KnownRow, noDecisions, type SheetRow } from './replica.ts'
import { rowHash, tombstoneHash } from './row-hash.ts'
import { formatToken, noHash, noStamp, parseToken, type Pend, stampOf, type Token } from './token.ts'

const idOf = (serial: number) => `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`

function line(lineNumber: string, more: Readonly<Record<string, unknown>> = {}): Row {
  return z.parse(rowSchema, { table: 'begroting', lineNumber, ...more })
}

function onServer(serial: number, rev: number, fields: Row, isDeleted = false): ServerRow {
  const hash = isDeleted ? tombstoneHash(fields) : rowHash(fields)
  return { id: idOf(serial), rev, hash, isDeleted, fields, by: 'controller-spz', at: '2026-01-05T09:00:00Z' }
}

function sheetRow(row: Row, token: Token | null): SheetRow {
  return { row, isHeldBack: false, token: token && formatToken(token) }
}

function tokenAt(row: ServerRow, pend: Pend = {}): Token {
  return { id: row.id, rev: row.rev, hash: row.hash, pend }
}

const knownOf = ({ id, rev, hash, fields }: ServerRow, pend: Pend = {}): KnownRow => {
  return { id, rev, hash, table: fields.table, lineNumber: fields.lineNumber, pend }
}

interface Round {
  readonly sent: readonly SheetRow[]
  readonly now?: readonly SheetRow[]
  readonly known?: readonly KnownRow[]
  readonly answer: Partial<SyncAnswer>
  readonly decisions?: Decisions
  readonly completeTables?: AnswerInput<SheetRow>['completeTables']
}

function apply({ sent, now = sent, known = [], answer, decisions = noDecisions, completeTables }: Round) {
  const replica = { known: new Map(known.map((entry) => [entry.id, entry])), head: { seq: 4, hash: 'ab' } }
  const reading = { completeTables: completeTables ?? new Set(tableIds), replica, decisions }
  const head = { seq: 5, hash: 'cd' }
  const parts = { results: [], rows: [], lost: [], findings: [], isReplay: false }
  const ids = { workbookId: idOf(900), pushId: idOf(901), newId: () => idOf(902) }
  const preview = planSync({ ...reading, ...ids, rows: sent, budgetYear: 2026, version: 'primitief' })
  return applyAnswer({
    ...reading,
    rows: now,
    preview,
    answer: { protocol: protocolVersion, head, seq: 9, ...parts, ...answer },
  })
}

const pendOf = (token: string | null | undefined) => parseToken(token ?? null)?.pend

describe('an accepted row', () => {
  const before = onServer(1, 1, line('HOL-001', { amount0: 1 }))
  const after = onServer(1, 3, line('HOL-001', { amount0: 2, note: 'x' }))
  const row = sheetRow(line('HOL-001', { amount0: 2 }), tokenAt(before))
  const answer = { results: [{ kind: 'accepted', id: idOf(1), row: after } as const] }

  test('takes what others changed, its new token, and a place in the known list', () => {
    const plan = apply({ sent: [row], known: [knownOf(before)], answer })
    expect(plan.cellWrites).toEqual([{ source: row, values: { note: 'x' } }])
    expect(plan.tokenWrites).toEqual([{ source: row, token: formatToken(tokenAt(after)) }])
    expect(plan.replica).toEqual({ known: new Map([[idOf(1), knownOf(after)]]), head: { seq: 5, hash: 'cd' } })
  })

  test('is found again after sorting', () => {
    const other = sheetRow(line('HOL-002'), { id: idOf(2), rev: 0, hash: noHash, pend: {} })
    const plan = apply({ sent: [row, other], now: [other, row], known: [knownOf(before)], answer })
    expect(plan.cellWrites.map(({ source }) => source)).toEqual([row])
  })

  test('[I14] keeps what was typed meanwhile, with the older base where the server has another value', () => {
    const typed = sheetRow(line('HOL-001', { amount0: 2, note: 'y', tags: 'z' }), tokenAt(before))
    const plan = apply({ sent: [row], now: [typed], known: [knownOf(before)], answer })
    expect(plan.cellWrites).toEqual([])
    expect(pendOf(plan.tokenWrites[0]?.token)).toEqual({ note: stampOf(before) })
    expect(plan.replica.known.get(idOf(1))?.pend).toEqual({ note: stampOf(before) })
    expect(plan.conflicts).toMatchObject([{ field: 'note', mine: 'y', theirs: 'x', shown: stampOf(after) }])
  })

  test('[I12] is left alone when an undo put it back to another version meanwhile', () => {
    const undone = sheetRow(line('HOL-001'), { ...tokenAt(before), rev: 0, hash: noHash })
    const plan = apply({ sent: [row], now: [undone], known: [knownOf(before)], answer })
    expect([plan.cellWrites, plan.tokenWrites]).toEqual([[], []])
  })

  test('[I3] that is gone from the sheet is not remembered as a version that was never on screen', () => {
    const plan = apply({ sent: [row], now: [], known: [knownOf(before)], answer })
    expect(plan.replica.known.get(idOf(1))).toEqual(knownOf(before))
    const asSent = onServer(1, 2, row.row)
    const results = [{ kind: 'accepted', id: idOf(1), row: asSent } as const]
    expect(apply({ sent: [row], now: [], answer: { results } }).replica.known.get(idOf(1))).toEqual(knownOf(asSent))
  })

  test('settles the decisions about it and no others', () => {
    const resolves = new Map([1, 2].map((serial) => [idOf(serial), { note: noStamp }]))
    const decisions = { ...noDecisions, resolves, isRecovering: true }
    expect(apply({ sent: [row], answer, decisions }).decisions).toEqual({
      ...noDecisions,
      resolves: new Map([[idOf(2), { note: noStamp }]]),
    })
  })
})

describe('[I3] a conflict', () => {
  const before = onServer(1, 1, line('HOL-001', { amount0: 1 }))
  const after = onServer(1, 2, line('HOL-001', { amount0: 3 }))
  const row = sheetRow(line('HOL-001', { amount0: 2 }), tokenAt(before))
  const fields = ['amount.2026']
  const results = [{ kind: 'conflict', id: idOf(1), row: after, fields, base: { 'amount.2026': 1 } } as const]

  test('keeps mine in the cell and the older base in token and known list, and shows both values', () => {
    const plan = apply({ sent: [row], known: [knownOf(before)], answer: { results } })
    const pend = { 'amount.2026': stampOf(before) }
    expect(plan.cellWrites).toEqual([])
    expect(plan.tokenWrites).toEqual([{ source: row, token: formatToken(tokenAt(after, pend)) }])
    expect(plan.replica.known.get(idOf(1))).toEqual(knownOf(after, pend))
    expect(plan.conflicts).toEqual([
      {
        source: row,
        id: idOf(1),
        lineNumber: 'HOL-001',
        field: 'amount.2026',
        fieldId: 'amount0',
        base: 1,
        mine: 2,
        theirs: 3,
        shown: stampOf(after),
        by: 'controller-spz',
        at: '2026-01-05T09:00:00Z',
      },
    ])
  })

  test('that the person solved meanwhile by typing the other value is none any more', () => {
    const typed = sheetRow(line('HOL-001', { amount0: 3 }), tokenAt(before))
    const plan = apply({ sent: [row], now: [typed], answer: { results } })
    expect([plan.conflicts, pendOf(plan.tokenWrites[0]?.token)]).toEqual([[], {}])
  })

  test('of a first push has no base', () => {
    const first = sheetRow(row.row, { id: idOf(1), rev: 0, hash: noHash, pend: {} })
    const plan = apply({ sent: [first], answer: { results } })
    expect(pendOf(plan.tokenWrites[0]?.token)).toEqual({ 'amount.2026': noStamp })
  })
})

describe('a row that the server has newer', () => {
  const before = onServer(1, 1, line('HOL-001'))
  const after = onServer(1, 2, line('HOL-001', { note: 'x' }))
  const row = sheetRow(before.fields, tokenAt(before))
  const known = [knownOf(before)]

  test('takes the new values', () => {
    const plan = apply({ sent: [row], known, answer: { rows: [{ row: after, isDiverged: false }] } })
    expect(plan.cellWrites).toEqual([{ source: row, values: { note: 'x' } }])
  })

  test('[I10] of another history is overwritten in neither direction: what differs is a conflict without a base', () => {
    const plan = apply({ sent: [row], known, answer: { rows: [{ row: after, isDiverged: true }] } })
    expect(plan.cellWrites).toEqual([])
    expect(pendOf(plan.tokenWrites[0]?.token)).toEqual({ note: noStamp })
    expect(plan.conflicts).toMatchObject([{ field: 'note', base: undefined, mine: null, theirs: 'x' }])
  })

  test('[I14] is not applied to a row that went as a change in a later request', () => {
    const dirty = sheetRow(line('HOL-001', { note: 'mine' }), tokenAt(before))
    const plan = apply({ sent: [dirty], known, answer: { rows: [{ row: after, isDiverged: false }] } })
    expect([plan.cellWrites, plan.tokenWrites]).toEqual([[], []])
  })

  test('was deleted: it is removed here too, unless the person typed in it meanwhile', () => {
    const rows = [{ row: onServer(1, 2, before.fields, true), isDiverged: false }]
    const plan = apply({ sent: [row], known, answer: { rows } })
    expect([plan.removals, plan.replica.known.size]).toEqual([[row], 0])
    const typed = sheetRow(line('HOL-001', { note: 'y' }), tokenAt(before))
    expect(apply({ sent: [row], now: [typed], known, answer: { rows } }).removals).toEqual([])
  })

  test('[I12] was deleted from here, and the person took that back: asked, not removed', () => {
    const tombstone = onServer(1, 2, before.fields, true)
    const plan = apply({ sent: [row], known: [], answer: { rows: [{ row: tombstone, isDiverged: false }] } })
    expect(plan.removals).toEqual([])
    expect(plan.questions).toEqual([{ kind: 'gone', source: row, id: idOf(1), row: tombstone }])
  })

  test('was deleted while a filter hid it: it stays known, so that a cleared token can still be repaired', () => {
    const rows = [{ row: onServer(1, 2, before.fields, true), isDiverged: false }]
    const hidden = apply({ sent: [], known, completeTables: new Set(['dekking']), answer: { rows } })
    expect(hidden.replica.known.has(idOf(1))).toBe(true)
    expect(apply({ sent: [], known, answer: { rows } }).replica.known.has(idOf(1))).toBe(false)
  })
})

describe('a row that is new here', () => {
  const added = onServer(1, 2, line('HOL-001'))
  const rows = [{ row: added, isDiverged: false }]

  test('is inserted with its token', () => {
    const plan = apply({ sent: [], answer: { rows } })
    expect(plan.inserts).toEqual([{ row: added.fields, token: formatToken(tokenAt(added)) }])
    expect(plan.replica.known.get(idOf(1))).toEqual(knownOf(added))
  })

  test.for([
    ['its number stands in the sheet', { now: [sheetRow(line('HOL-001', { note: 'x' }), null)] }],
    ['its token stands in the sheet', { now: [sheetRow(line('HOL-009'), tokenAt(added))] }],
    ['the person removed it and has not decided', { known: [knownOf(added)] }],
    ['its table was only partly read', { completeTables: new Set(['dekking'] as const) }],
  ] as const)('[I11] is not inserted when %s', ([, more]) => {
    expect(apply({ sent: [], answer: { rows }, ...more }).inserts).toEqual([])
  })

  test('comes back when the person wants it back', () => {
    const decisions = { ...noDecisions, returns: new Set([idOf(1)]) }
    const plan = apply({ sent: [], known: [knownOf(added)], decisions, answer: { rows } })
    expect(plan.inserts).toHaveLength(1)
    expect(plan.decisions.returns.size).toBe(0)
  })
})

describe('[I11] a duplicate', () => {
  const other = onServer(2, 4, line('HOL-001', { note: 'x' }))
  const token = { id: idOf(1), rev: 0, hash: noHash, pend: {} }
  const results = [{ kind: 'duplicate', id: idOf(1), row: other, isEarlierContent: false } as const]

  test('with the same content takes the identity of the line that stands there', () => {
    const row = sheetRow(other.fields, token)
    const plan = apply({ sent: [row], answer: { results } })
    expect(plan.tokenWrites).toEqual([{ source: row, token: formatToken(tokenAt(other)) }])
    expect(plan.questions).toEqual([])
  })

  test('with other content is asked about', () => {
    const row = sheetRow(line('HOL-001'), token)
    const plan = apply({ sent: [row], answer: { results } })
    const question = { kind: 'duplicate', source: row, id: idOf(1), row: other, isEarlierContent: false }
    expect(plan.questions).toEqual([{ ...question, isPresent: false }])
  })

  test('of a line that stands in the sheet as well can only be removed or renumbered', () => {
    const [row, present] = [sheetRow(other.fields, token), sheetRow(line('HOL-002'), tokenAt(other))]
    expect(apply({ sent: [row, present], answer: { results } }).questions).toMatchObject([{ isPresent: true }])
  })

  test('that the person calls the same line gets its identity, and a conflict for each field that differs', () => {
    const adopted = adoptedIdentity(line('HOL-001', { tags: 'z' }), other, 2026)
    const pend = { note: noStamp, tags: noStamp }
    expect(adopted).toEqual({ token: formatToken(tokenAt(other, pend)), known: knownOf(other, pend) })
  })

  test('by an id of another table loses its token and its place in the known list, so that it gets an id of its own', () => {
    const coverage = onServer(1, 1, z.parse(rowSchema, { table: 'dekking', lineNumber: 'HOL-D001' }))
    const before = onServer(1, 1, line('HOL-001'))
    const [clean, dirty] = [before.fields, line('HOL-001', { note: 'x' })]
    const refused: Partial<SyncAnswer> = {
      results: [{ kind: 'duplicate', id: idOf(1), row: coverage, isEarlierContent: false }],
    }
    const pulled: Partial<SyncAnswer> = { rows: [{ row: coverage, isDiverged: true }] }
    for (const [fields, answer] of [[dirty, refused] as const, [clean, pulled] as const]) {
      const row = sheetRow(fields, tokenAt(before))
      const plan = apply({ sent: [row], known: [knownOf(before)], answer })
      expect(plan.tokenWrites).toEqual([{ source: row, token: null }])
      expect([plan.replica.known.size, plan.cellWrites]).toEqual([0, []])
    }
  })
})

describe('questions', () => {
  const before = onServer(1, 1, line('HOL-001'))
  const dirty = sheetRow(withFields(before.fields, { note: 'x' }), tokenAt(before))
  const known = [knownOf(before)]

  test('[I3] deleted elsewhere while it was edited here: gone', () => {
    const tombstone = onServer(1, 2, before.fields, true)
    const results = [{ kind: 'gone', id: idOf(1), row: tombstone } as const]
    const plan = apply({ sent: [dirty], known, answer: { results } })
    expect(plan.questions).toEqual([{ kind: 'gone', source: dirty, id: idOf(1), row: tombstone }])
    expect(plan.removals).toEqual([])
  })

  test('[I10] not on the server any more: lost, whether it was changed or not', () => {
    const question = { kind: 'lost', source: dirty, id: idOf(1) }
    const results = [{ kind: 'unknown', id: idOf(1) } as const]
    expect(apply({ sent: [dirty], known, answer: { results } }).questions).toEqual([question])
    expect(apply({ sent: [dirty], known, answer: { lost: [idOf(1)] } }).questions).toEqual([question])
  })

  test('a missing row that the server lost as well is forgotten', () => {
    expect(apply({ sent: [], known, answer: { lost: [idOf(1)] } }).replica.known.size).toBe(0)
  })

  test('[I3] changed since its deletion was confirmed: the person decides anew', () => {
    const moved = onServer(1, 2, line('HOL-001', { note: 'y' }))
    const deletions = new Map([[idOf(1), stampOf(before)]])
    const results = [{ kind: 'delete-conflict', id: idOf(1), row: moved } as const]
    const plan = apply({ sent: [], known, decisions: { ...noDecisions, deletions }, answer: { results } })
    expect(plan.questions).toEqual([{ kind: 'delete-conflict', id: idOf(1), row: moved }])
    expect(plan.decisions.deletions.size).toBe(0)
    expect(plan.replica.known.get(idOf(1))).toEqual(knownOf(before))
  })

  test('a deletion that was carried out is forgotten', () => {
    const results = [{ kind: 'deleted', id: idOf(1) } as const]
    expect(apply({ sent: [], known, answer: { results } }).replica.known.size).toBe(0)
  })
})

test('a hidden sheet that lost its list is filled again by rows that the server agrees with', () => {
  const before = onServer(1, 1, line('HOL-001'))
  const plan = apply({ sent: [sheetRow(before.fields, tokenAt(before))], known: [], answer: {} })
  expect(plan.replica.known.get(idOf(1))).toEqual(knownOf(before))
})
