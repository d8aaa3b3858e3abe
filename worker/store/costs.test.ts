/**
 * What a push costs. D1 bills rows read and rows written, an entry of an index counts as a row, and both are
 * deterministic, so a plan of the query planner that goes wrong shows here before it shows on a bill.
 *
 * Written for a line: its version, its current row, and the entry of the index on its number; of a line with a description
 * and a cost centre also two parts of what rules over areas judge (docs/decisions/0019). Read by the commit: the line
 * out of each of the two JSON parameters, the parsed row, and the look-up of the key and of the number that must not be
 * there yet. Before
 * a commit the budget's index is read (one row for a line, whatever is pushed), for a changed line also its versions from
 * the base on with their commit and author, and for a new line every version of the budget, to see whether a live line once
 * had its content: an index on that hash would cost a row written for each version, which D1 prices as a thousand read.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleTenantId } from '#shared/example/index.ts'
import type { Row } from '#shared/model/index.ts'
import { requestText, rowsPerPushMax, type SyncAnswer, type SyncRequest, stampOf } from '#shared/sync/index.ts'
import { loadPerson } from '../auth/rights.ts'
import { synchronise } from '../synchronise/synchronise.ts'
import {
  budgetLine,
  changedRow,
  coverageRow,
  newRow,
  personOf,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { type Cost, countedDatabase, sumOf } from './counted-database.test-data.ts'
import { loadBudgetsOfYear } from './load-sums.ts'
import { loadMatrixCells } from './matrix.ts'

let worker: WorkerUnderTest
let first: Measured
let changed: Measured
let quiet: Measured
let one: Measured

interface Measured {
  readonly answer: SyncAnswer | undefined
  /** The batch that wrote. */
  readonly commit: Cost
  /** Everything before and after it. */
  readonly around: Cost
}

const lines = Array.from({ length: rowsPerPushMax }, (_, i) => `HOL-${String(i).padStart(4, '0')}`)

beforeAll(async () => {
  worker = await startWorkerUnderTest()
  first = await measure(request({ rows: lines.map((number) => newRow(budgetLine(number, 100))) }))
  // The second change: the versions before its base must not be read again.
  const noted = await measure(request({ rows: changesOf(first, 'eerst') }))
  changed = await measure(request({ rows: changesOf(noted, 'dan') }))
  const known = changed.answer?.results.flatMap((result): [string, string][] =>
    result.kind === 'accepted' ? [[result.id, stampOf(result.row)]] : [],
  )
  const head = changed.answer?.head ?? null
  quiet = await measure(request({ head, known: known ?? [] }))
  one = await measure(request({ head, known: known ?? [], rows: [newRow(coverageRow('HOL-D001', 1))] }))
})
afterAll(() => worker.stop())

function changesOf({ answer }: Measured, note: string): SyncRequest['rows'] {
  const results = answer?.results ?? []
  return results.flatMap((result) =>
    result.kind === 'accepted' ? [changedRow(result.row, { ...result.row.fields, note } as Row)] : [],
  )
}

async function measure(syncRequest: SyncRequest): Promise<Measured> {
  const { db, calls } = countedDatabase(worker.db)
  const answer = await synchronise({
    db,
    person: await loadPerson(worker.db, { tid: exampleTenantId, oid: personOf('controller-hol').oid }),
    areaCode: 'HOL',
    request: syncRequest,
    body: requestText(syncRequest),
    nowMs: () => 0,
    jitter: () => 0,
    onCommit: () => undefined,
  })
  return { answer, commit: sumOf(calls.filter(isCommit)), around: sumOf(calls.filter((cost) => !isCommit(cost))) }
}

/** The only other thing that a push writes is its budget, when that is new: a row and two entries of indexes. */
const isCommit = (cost: Cost) => cost.rowsWritten > 3

/** Read once for judging what the push means for other areas: the lists, and the few subjects that it touches. */
const listItems = 250

/** Rows for a line, with room for the few that a request costs whatever its size. */
const perLine = (rows: number) => Math.ceil((rows / rowsPerPushMax) * 100) / 100

describe('[S-54] 5,000 lines in one push', () => {
  test('that are new: 5 rows read and 3 written a line by the commit', () => {
    expect(first.answer?.results).toHaveLength(rowsPerPushMax)
    expect(perLine(first.commit.rowsRead)).toBeLessThanOrEqual(5.01)
    expect(perLine(first.commit.rowsWritten)).toBeLessThanOrEqual(3.01)
  })

  test('that change: 4 rows read and 3 written a line by the commit', () => {
    expect(changed.answer?.head.seq).toBe(3)
    expect(perLine(changed.commit.rowsRead)).toBeLessThanOrEqual(4.01)
    expect(perLine(changed.commit.rowsWritten)).toBeLessThanOrEqual(3.01)
  })

  test('that are new read next to nothing before the commit; that change, 7 rows a line', () => {
    expect(first.around.rowsRead).toBeLessThan(30 + listItems)
    expect(perLine(changed.around.rowsRead - listItems)).toBeLessThanOrEqual(7.01)
  })
})

describe('[S-54] a budget of 5,000 lines', () => {
  test('costs one row read a line when there is nothing to do', () => {
    expect(quiet.answer).toBeUndefined()
    expect(perLine(quiet.around.rowsRead)).toBeLessThanOrEqual(1.01)
    expect(quiet.commit).toMatchObject({ rowsRead: 0, rowsWritten: 0 })
  })

  test('costs a row read for each line and each version, and ten written, when one row is added', () => {
    expect(one.answer?.head.seq).toBe(4)
    expect(one.around.rowsRead).toBeLessThanOrEqual(4 * rowsPerPushMax + 30 + listItems)
    expect(one.commit.rowsRead).toBeLessThanOrEqual(25)
    // Two of them are the note of what is to be judged, which is deleted again.
    expect(one.commit.rowsWritten).toBeLessThanOrEqual(10)
  })

  test('is consolidated from its totals alone', async () => {
    const { db, calls } = countedDatabase(worker.db)
    const cells = await loadMatrixCells(db, await loadBudgetsOfYear(db, 2023), 'taakveld')
    expect(cells).toEqual([{ key: '8.1', year: 2023, side: 'L', cents: 500_000n, lineCount: rowsPerPushMax }])
    expect(sumOf(calls).rowsRead).toBeLessThanOrEqual(10)
  })
})

describe('[S-92] judging areas after a push of 100 rows', () => {
  /** Lines with all that rules over areas look at. */
  const full = (area: string, from: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      newRow(
        budgetLine(`${area}-F${from + i}`, 100 + i, {
          description: `Activiteit ${area} ${from + i}`,
          costCentreCode: '6100',
          sourceCode: 'PB-6',
        }),
      ),
    )
  const areaCost = async (areaCode: string, rows: ReturnType<typeof full>) => {
    const { db, calls } = countedDatabase(worker.db)
    const syncRequest = request({ jaar: 2024, rows })
    await synchronise({
      db,
      person: await loadPerson(worker.db, {
        tid: exampleTenantId,
        oid: personOf(`controller-${areaCode.toLowerCase()}`).oid,
      }),
      areaCode,
      request: syncRequest,
      body: requestText(syncRequest),
      nowMs: () => 0,
      jitter: () => 0,
      onCommit: () => undefined,
    })
    return sumOf(calls)
  }

  test('costs what it did when another area has 3,000 lines more, and five rows written a line', async () => {
    const alone = await areaCost('SPZ', full('SPZ', 0, 100))
    await areaCost('STH', full('STH', 0, 3_000))
    const among = await areaCost('SHT', full('SHT', 0, 100))
    // A few rows more: those of the new area in the sums that all areas share.
    expect(among.rowsRead - alone.rowsRead).toBeLessThan(60)
    expect(among.rowsWritten).toBeLessThanOrEqual(5 * 100 + 60)
    expect(among.rowsRead).toBeLessThan(3_000)
  })
})
