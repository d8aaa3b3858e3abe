import { rowsPerTableMax, type TableId } from '#shared/model/index.ts'
import type { IndexEntry, PushPlan } from '#shared/sync/index.ts'
import { Problem } from '../problem.ts'

/**
 * Throws Problem 413 when a push makes a table of the budget longer than a workbook can hold; one that is too long
 * already may still change and shrink. Several workbooks of one area can reach this together.
 */
export function refuseOverfull(index: Iterable<IndexEntry>, plan: PushPlan): void {
  const lives = [...index].filter(({ isDeleted }) => !isDeleted)
  for (const [table, added] of addedRows(plan)) {
    const count = lives.filter((entry) => entry.table === table).length + added
    if (added > 0 && count > rowsPerTableMax) throw overfull(table, count)
  }
}

/** Rows that come less rows that go, by table. */
function addedRows(plan: PushPlan): ReadonlyMap<TableId, number> {
  const added = new Map<TableId, number>()
  for (const { version, before } of plan.writes) {
    const { table } = version.fields
    const wasLive = before !== undefined && !before.isDeleted
    added.set(table, (added.get(table) ?? 0) + Number(!version.isDeleted) - Number(wasLive))
  }
  return added
}

function overfull(table: TableId, count: number): Problem {
  return new Problem(413, 'te-groot', {
    nl: `Tabel ${table} zou ${count} regels krijgen; hoogstens ${rowsPerTableMax}. Er is niets gewijzigd; verwijder eerst regels.`,
    en: `Table ${table} would get ${count} rows; at most ${rowsPerTableMax}. Nothing was changed; delete rows first.`,
  })
}
