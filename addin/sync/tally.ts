/** What a synchronisation came to, over all its rounds. */
import { type Row, withFields } from '#shared/model/index.ts'
import type { SyncAnswer } from '#shared/sync/index.ts'
import type { OutcomeView } from '../ports/synchroniser.ts'
import type { Plan, Preview } from './round.ts'

/** Ids, since a row with an open conflict goes along in every round. */
export interface Tally {
  readonly created: ReadonlySet<string>
  readonly changed: ReadonlySet<string>
  readonly deleted: ReadonlySet<string>
  readonly pulledRows: readonly Row[]
  readonly findings: SyncAnswer['findings']
  readonly skippedCells: readonly string[]
}

export const nothingDone: Tally = {
  created: new Set(),
  changed: new Set(),
  deleted: new Set(),
  pulledRows: [],
  findings: [],
  skippedCells: [],
}

/** After one more round; `answer` and `plan` are undefined when the server had nothing to say. */
export function tallied(
  before: Tally,
  { request }: Preview,
  answer: SyncAnswer | undefined,
  plan: Plan | undefined,
): Tally {
  // A row that the server knew already under another id is adopted, not stored; one in conflict is stored when it is settled.
  const results = answer?.results ?? []
  const accepted = new Set(results.filter(({ kind }) => kind === 'accepted').map(({ id }) => id))
  const stored = request.rows.filter(({ id }) => accepted.has(id))
  const created = new Set([...before.created, ...stored.filter(({ rev }) => rev === 0).map(({ id }) => id)])
  const changed = stored.map(({ id }) => id).filter((id) => !created.has(id))
  return {
    ...before,
    created,
    changed: new Set([...before.changed, ...changed]),
    deleted: new Set([...before.deleted, ...request.deletions.map(({ id }) => id)]),
    pulledRows: plan === undefined ? before.pulledRows : [...before.pulledRows, ...pulledRows(plan)],
    findings: answer?.findings ?? [],
  }
}

/** Rows that took something from the server: as they are now, new ones, and as they were before they went. */
function pulledRows({ cellWrites, inserts, removals }: Plan): readonly Row[] {
  return [
    ...cellWrites.map(({ source, values }) => withFields(source.row, values)),
    ...inserts.map(({ row }) => row),
    ...removals.map(({ row }) => row),
  ]
}

export function outcomeView({ created, changed, deleted, pulledRows, findings, skippedCells }: Tally): OutcomeView {
  return {
    created: created.size,
    changed: changed.size,
    deleted: deleted.size,
    pulled: pulledRows.length,
    pulledRows,
    findings,
    skippedCells,
  }
}
