/** How one row of the sheet takes over the server's row, when the person may have typed while the answer was under way. */
import { type FieldValue, fieldName, fieldsByTable, fieldValue, type Row } from '#shared/model/index.ts'
import type { SentRow } from './plan-sync.ts'
import { noStamp, type Pend, stampOf, type Token } from './token.ts'

export interface SheetMerge {
  /** Values to write, by field id. */
  readonly values: Readonly<Record<string, FieldValue>>
  readonly pend: Pend
}

/**
 * A cell that still holds what was sent takes the server's value. One that was typed in since keeps its own, and keeps
 * its older base in `pend` when the server's value is another than the one sent. A conflict keeps mine and its base.
 */
export function mergeIntoSheet(
  now: Row,
  sent: SentRow,
  server: Row,
  conflicts: ReadonlySet<string>,
  budgetYear: number,
): SheetMerge {
  const values: Record<string, FieldValue> = {}
  const pend: Record<string, string> = {}
  for (const { id } of fieldsByTable[server.table]) {
    const name = fieldName(id, budgetYear)
    const [mine, before, theirs] = [fieldValue(now, id), fieldValue(sent.row, id), fieldValue(server, id)]
    if (mine === theirs) continue
    if (conflicts.has(name)) pend[name] = baseStamp(sent.token, name)
    else if (mine === before) values[id] = theirs
    else if (theirs !== before) pend[name] = baseStamp(sent.token, name)
  }
  return { values, pend }
}

/** Nothing is known about a common base: every field that differs becomes a conflict, in neither direction overwritten. */
export function pendOfAllDiffering(now: Row, server: Row, budgetYear: number): Pend {
  const differing = fieldsByTable[server.table].filter(({ id }) => fieldValue(now, id) !== fieldValue(server, id))
  return Object.fromEntries(differing.map(({ id }) => [fieldName(id, budgetYear), noStamp]))
}

function baseStamp(token: Token, field: string): string {
  return token.pend[field] ?? (token.rev === 0 ? noStamp : stampOf(token))
}
