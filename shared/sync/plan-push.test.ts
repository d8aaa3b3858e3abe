import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { rowSchema } from '#shared/model/index.ts'
import { answerRows, basisNeeds, hasOtherHistory, idsToLoad, planPush, serverRowOf } from './plan-push.ts'
import { type PushedRow, protocolVersion, rowResultSchema, type SyncRequest, templateVersion } from './protocol.ts'
import type { PushBasis, RowVersion } from './push-plan.ts'
import { rowHash, tombstoneHash } from './row-hash.ts'
import { noHash, noStamp, stampOf } from './token.ts'

const idOf = (serial: number) => `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`
const meta = { by: 'controller-hol', at: '2026-01-06T10:00:00Z' }

function line(lineNumber: string, more: Readonly<Record<string, unknown>> = {}) {
  return z.parse(rowSchema, { table: 'begroting', lineNumber, ...more })
}

/** A version that another workbook wrote. */
function version(serial: number, rev: number, fields: RowVersion['fields'], isDeleted = false): RowVersion {
  const hash = isDeleted ? tombstoneHash(fields) : rowHash(fields)
  const origin = { workbookId: 'another', pushId: 'earlier', by: 'controller-spz', at: '2026-01-05T09:00:00Z' }
  return { id: idOf(serial), rev, hash, isDeleted, fields, ...origin }
}

function basisOf(versions: readonly (readonly RowVersion[])[], more: Partial<PushBasis> = {}): PushBasis {
  const rows = versions.flatMap((all) => all.at(-1) ?? [])
  return {
    head: { seq: 3, hash: 'head' },
    isReplay: false,
    hashAtClientHead: 'head',
    index: new Map(
      rows.map(({ id, rev, hash, isDeleted, fields }) => [
        id,
        { id, table: fields.table, lineNumber: fields.lineNumber, rev, hash, isDeleted },
      ]),
    ),
    versions: new Map(versions.map((all) => [all[0]?.id ?? '', all])),
    liveIdByHash: new Map(),
    divergedIds: new Set(),
    ...more,
  }
}

function requestOf(more: Partial<SyncRequest>): SyncRequest {
  return {
    protocol: protocolVersion,
    template: templateVersion,
    workbookId: idOf(900),
    pushId: idOf(901),
    jaar: 2026,
    versie: 'primitief',
    head: { seq: 3, hash: 'head' },
    isRecovering: false,
    rows: [],
    deletions: [],
    known: [],
    heldBack: [],
    ...more,
  }
}

function pushed(
  serial: number,
  fields: PushedRow['fields'],
  base: RowVersion | undefined,
  more: Partial<PushedRow> = {},
) {
  return { id: idOf(serial), rev: base?.rev ?? 0, hash: base?.hash ?? noHash, pend: {}, fields, ...more }
}

function planOf(
  versions: readonly (readonly RowVersion[])[],
  request: Partial<SyncRequest>,
  more: Partial<PushBasis> = {},
) {
  return planPush(basisOf(versions, more), requestOf(request), meta)
}

describe('a push', () => {
  test('of a new row writes its first version, with who and when', () => {
    const plan = planOf([], { rows: [pushed(1, line('HOL-001'), undefined)] })
    const written = {
      id: idOf(1),
      rev: 1,
      hash: rowHash(line('HOL-001')),
      isDeleted: false,
      fields: line('HOL-001'),
      workbookId: idOf(900),
      pushId: idOf(901),
      ...meta,
    }
    expect(plan.writes).toEqual([{ version: written, before: undefined }])
    expect(plan.results).toEqual([{ kind: 'accepted', id: idOf(1), row: serverRowOf(written) }])
  })

  test('of what the server has already writes nothing', () => {
    const stands = version(1, 1, line('HOL-001'))
    expect(planOf([[stands]], { rows: [pushed(1, line('HOL-001'), undefined)] })).toMatchObject({
      writes: [],
      results: [{ kind: 'accepted', row: { rev: 1 } }],
    })
  })

  test('answers an open conflict with the base and merges the rest', () => {
    const versions = [version(1, 1, line('HOL-001', { amount0: 1 })), version(1, 2, line('HOL-001', { amount0: 3 }))]
    const plan = planOf([versions], { rows: [pushed(1, line('HOL-001', { amount0: 2, note: 'x' }), versions[0])] })
    expect(plan.writes[0]?.version.fields).toEqual(line('HOL-001', { amount0: 3, note: 'x' }))
    expect(plan.results[0]).toMatchObject({ kind: 'conflict', fields: ['amount.2026'], base: { 'amount.2026': 1 } })
    expect(z.parse(rowResultSchema, plan.results[0])).toEqual(plan.results[0])
  })

  test('with the same row twice counts once', () => {
    const rows = [pushed(1, line('HOL-001'), undefined), pushed(1, line('HOL-002'), undefined)]
    expect(planOf([], { rows }).writes).toHaveLength(1)
  })
})

describe('[I11] no line twice', () => {
  test('a new row with the number of a live line is a duplicate of it', () => {
    const plan = planOf([[version(1, 1, line('HOL-001'))]], {
      rows: [pushed(2, line('HOL-001', { note: 'x' }), undefined)],
    })
    expect(plan.results).toEqual([{ kind: 'duplicate', id: idOf(2), duplicateOf: idOf(1), isEarlierContent: false }])
    expect(plan.writes).toEqual([])
  })

  test('two new rows with one number: the second is a duplicate of the first', () => {
    const rows = [pushed(1, line('HOL-001'), undefined), pushed(2, line('HOL-001', { note: 'x' }), undefined)]
    expect(planOf([], { rows }).results.map(({ kind }) => kind)).toEqual(['accepted', 'duplicate'])
  })

  test('the number of a deleted line, or of a line in another table, is free', () => {
    const coverage = z.parse(rowSchema, { table: 'dekking', lineNumber: 'HOL-002' })
    const standing = [[version(1, 2, line('HOL-001'), true)], [version(2, 1, coverage)]]
    const rows = [pushed(3, line('HOL-001'), undefined), pushed(4, line('HOL-002'), undefined)]
    expect(planOf(standing, { rows }).results.map(({ kind }) => kind)).toEqual(['accepted', 'accepted'])
  })

  test('content that a live line once had is asked about, unless a person says that it is new', () => {
    const fields = line('HOL-001')
    const versions = [version(1, 1, fields), version(1, 2, line('HOL-009'))]
    const liveIdByHash = new Map([[rowHash(fields), idOf(1)]])
    const push = (more: Partial<PushedRow>) =>
      planOf([versions], { rows: [pushed(2, fields, undefined, more)] }, { liveIdByHash }).results[0]
    expect(push({})).toEqual({ kind: 'duplicate', id: idOf(2), duplicateOf: idOf(1), isEarlierContent: true })
    expect(push({ isConfirmedNew: true })).toMatchObject({ kind: 'accepted' })
  })

  test('renumbering to a number that is taken is a conflict on the number alone', () => {
    const mine = version(1, 1, line('HOL-001'))
    const rows = [pushed(1, line('HOL-002', { note: 'x' }), mine)]
    const plan = planOf([[mine], [version(2, 1, line('HOL-002'))]], { rows })
    expect(plan.results[0]).toMatchObject({ kind: 'conflict', fields: ['lineNumber'], base: { lineNumber: 'HOL-001' } })
    expect(plan.writes[0]?.version.fields).toEqual(line('HOL-001', { note: 'x' }))
  })

  test('a number that the same push frees can be taken', () => {
    const [first, second] = [version(1, 1, line('HOL-001')), version(2, 1, line('HOL-002'))]
    const deletions = [{ id: idOf(1), rev: 1, hash: first.hash }]
    const plan = planOf([[first], [second]], { deletions, rows: [pushed(2, line('HOL-001'), second)] })
    expect(plan.results.map(({ kind }) => kind)).toEqual(['deleted', 'accepted'])
  })

  test('an id that belongs to a row of another table is never merged with it', () => {
    const coverage = version(1, 1, z.parse(rowSchema, { table: 'dekking', lineNumber: 'HOL-D001' }))
    const plan = planOf([[coverage]], { rows: [pushed(1, line('HOL-001'), coverage)] })
    expect(plan).toMatchObject({ writes: [], results: [{ kind: 'duplicate', duplicateOf: idOf(1) }] })
  })
})

describe('[I3] deletions', () => {
  const shown = version(1, 1, line('HOL-001'))
  const moved = version(1, 2, line('HOL-001', { note: 'x' }))
  const deletions = [{ id: idOf(1), rev: shown.rev, hash: shown.hash }]

  test('delete the version that was shown', () => {
    const plan = planOf([[shown]], { deletions })
    expect(plan.writes[0]?.version).toMatchObject({ rev: 2, isDeleted: true, hash: tombstoneHash(shown.fields) })
    expect(plan.results).toEqual([{ kind: 'deleted', id: idOf(1) }])
  })

  test('do not delete what has changed since', () => {
    const plan = planOf([[shown, moved]], { deletions })
    expect(plan).toMatchObject({ writes: [], results: [{ kind: 'delete-conflict', row: { rev: 2 } }] })
  })

  test('of what is gone already, or never was, are done', () => {
    const gone = version(1, 2, line('HOL-001'), true)
    expect(planOf([[gone]], { deletions })).toMatchObject({ writes: [], results: [{ kind: 'deleted' }] })
    expect(planOf([], { deletions })).toMatchObject({ writes: [], results: [{ kind: 'deleted' }] })
  })

  test('a row that was deleted elsewhere is asked about, and comes back only for the tombstone that was shown', () => {
    const gone = version(1, 2, line('HOL-001'), true)
    const push = (revive?: string) =>
      planOf([[shown, gone]], { rows: [pushed(1, moved.fields, shown, revive === undefined ? {} : { revive })] })
    expect(push()).toMatchObject({ writes: [], results: [{ kind: 'gone', row: { rev: 2, isDeleted: true } }] })
    expect(push(stampOf(shown))).toMatchObject({ writes: [], results: [{ kind: 'gone' }] })
    expect(push(stampOf(gone)).results[0]).toMatchObject({ kind: 'accepted', row: { rev: 3, fields: moved.fields } })
  })

  test('a row does not come back when its number was given away', () => {
    const gone = version(1, 2, line('HOL-001'), true)
    const rows = [pushed(1, shown.fields, shown, { revive: stampOf(gone) })]
    const plan = planOf([[shown, gone], [version(2, 1, line('HOL-001'))]], { rows })
    expect(plan.results).toEqual([{ kind: 'duplicate', id: idOf(1), duplicateOf: idOf(2), isEarlierContent: false }])
  })
})

describe('[I4] a push that was carried out before', () => {
  const stands = version(1, 1, line('HOL-001', { amount0: 1 }))

  test('writes nothing and has no result for a row that would have to be written', () => {
    const rows = [pushed(1, line('HOL-001', { amount0: 2 }), stands), pushed(2, line('HOL-002'), undefined)]
    const deletions = [{ id: idOf(3), rev: 1, hash: version(3, 1, line('HOL-003')).hash }]
    const plan = planOf([[stands], [version(3, 1, line('HOL-003'))]], { rows, deletions }, { isReplay: true })
    expect(plan).toMatchObject({ writes: [], results: [], pulls: [], lost: [] })
  })

  test('tells how things stand for rows that need no writing', () => {
    const rows = [pushed(1, stands.fields, undefined)]
    const plan = planOf([[stands]], { rows }, { isReplay: true })
    expect(plan.results).toMatchObject([{ kind: 'accepted', row: { rev: 1 } }])
  })
})

describe('what a workbook lacks', () => {
  const [first, second] = [version(1, 2, line('HOL-001')), version(2, 1, line('HOL-002'))]

  test('rows that differ from what it shows, and not those that equal it or are held back', () => {
    const known: [string, string][] = [[idOf(1), '1-00000000000000aa']]
    expect(planOf([[first], [second]], { known }).pulls).toEqual([
      { id: idOf(1), isDiverged: false },
      { id: idOf(2), isDiverged: false },
    ])
    expect(planOf([[first], [second]], { known: [[idOf(1), stampOf(first)]], heldBack: [idOf(2)] }).pulls).toEqual([])
  })

  test('deletions of rows that it shows, and of no others', () => {
    const gone = version(1, 2, line('HOL-001'), true)
    expect(planOf([[gone]], {}).pulls).toEqual([])
    expect(planOf([[gone]], { known: [[idOf(1), noStamp]] }).pulls).toEqual([{ id: idOf(1), isDiverged: false }])
  })

  test('[I10] rows of another history are marked, and rows that the server never had are lost', () => {
    const known: [string, string][] = [
      [idOf(1), '2-00000000000000aa'],
      [idOf(7), '1-00000000000000bb'],
    ]
    const plan = planOf([[first]], { known }, { divergedIds: new Set([idOf(1)]) })
    expect(plan).toMatchObject({ pulls: [{ id: idOf(1), isDiverged: true }], lost: [idOf(7)] })
  })

  test('the answer holds the rows themselves, and says so when one was not loaded', () => {
    const plan = planOf([[first], [second]], { rows: [pushed(3, line('HOL-001', { note: 'x' }), undefined)] })
    expect([...idsToLoad(plan)]).toEqual([idOf(1), idOf(2)])
    const loaded = new Map([first, second].map((row) => [row.id, serverRowOf(row)]))
    expect(answerRows(plan, loaded)).toEqual({
      results: [{ kind: 'duplicate', id: idOf(3), row: serverRowOf(first), isEarlierContent: false }],
      rows: [first, second].map((row) => ({ row: serverRowOf(row), isDiverged: false })),
      lost: [],
    })
    expect(() => answerRows(plan, new Map())).toThrow(`Row ${idOf(1)} of the answer was not loaded`)
  })
})

describe('[I10] a server that was put back', () => {
  test('is noticed by the chain hash at the seq that the workbook saw last', () => {
    const request = requestOf({ head: { seq: 9, hash: 'nine' } })
    expect(hasOtherHistory(basisOf([], { hashAtClientHead: 'nine' }), request)).toBe(false)
    expect(hasOtherHistory(basisOf([], { hashAtClientHead: 'other' }), request)).toBe(true)
    expect(hasOtherHistory(basisOf([], { hashAtClientHead: undefined }), request)).toBe(true)
  })

  test('no longer stops a workbook whose person was told, nor one that never synchronised', () => {
    const basis = basisOf([], { hashAtClientHead: undefined })
    expect(hasOtherHistory(basis, requestOf({ isRecovering: true }))).toBe(false)
    expect(hasOtherHistory(basis, requestOf({ head: null }))).toBe(false)
  })

  test('creates a row that it lost only when a person says so', () => {
    const lost = version(1, 4, line('HOL-001'))
    const push = (more: Partial<PushedRow>) => planOf([], { rows: [pushed(1, lost.fields, lost, more)] }).results[0]
    expect(push({})).toEqual({ kind: 'unknown', id: idOf(1) })
    expect(push({ isOrphan: true })).toMatchObject({ kind: 'accepted', row: { rev: 1 } })
  })
})

test('a push needs the versions from its oldest base on, and the hashes of rows that may be created', () => {
  const base = version(1, 4, line('HOL-001'))
  const rows = [
    pushed(1, line('HOL-001'), base, { pend: { note: '2-00000000000000aa', tags: noStamp } }),
    pushed(2, line('HOL-002'), undefined),
    pushed(3, line('HOL-003'), undefined, { isConfirmedNew: true }),
  ]
  const deletions = [{ id: idOf(4), rev: 6, hash: noHash }]
  expect(basisNeeds(requestOf({ rows, deletions }))).toEqual({
    clientHeadSeq: 3,
    fromRevById: new Map([
      [idOf(1), 2],
      [idOf(2), 0],
      [idOf(3), 0],
      [idOf(4), 6],
    ]),
    hashes: [rowHash(line('HOL-002'))],
  })
})
