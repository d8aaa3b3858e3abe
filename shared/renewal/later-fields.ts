/** Tokens of rows in which the server may hold fields that their workbook could not show. */
import { fieldName, fieldsByTable, tableIds, type AreaWorkbook } from '#shared/model/index.ts'
import { formatToken, noStamp, parseToken, type Pend, rowHash } from '#shared/sync/index.ts'
import type { KnownRow } from '#shared/workbook/index.ts'
import { type AnyPlacedRow, unreadFields } from './obstacle.ts'

/**
 * Gives a token to write for each row of which the workbook cannot say that the server has nothing in a later field. Its
 * empty cell then is a question (a conflict) and never clears the field. A row whose content still has the hash of its
 * token has nothing there: a hash counts those fields when they are filled.
 */
export function guardedTokens(workbook: AreaWorkbook, template: number): ReadonlyMap<string, string> {
  return new Map(
    tableIds
      .flatMap((table): readonly AnyPlacedRow[] => workbook.rows[table])
      .flatMap((placed): (readonly [string, string])[] => {
        const token = parseToken(placed.token)
        if (placed.token === null || token === undefined || token.rev === 0) return []
        if (unreadFields(placed, template).size === 0 && rowHash(placed.row) === token.hash) return []
        const pend = withLater(token.pend, placed.row.table, workbook.budget.year, template)
        return pend === token.pend ? [] : [[placed.token, formatToken({ ...token, pend })]]
      }),
  )
}

/** The same for what the workbook remembers of rows: it counts when the token in the row is damaged. */
export function guardedKnown(
  known: readonly KnownRow[],
  tokens: ReadonlyMap<string, string>,
  year: number,
  template: number,
): readonly KnownRow[] {
  const ids = new Set([...tokens.keys()].map((text) => parseToken(text)?.id))
  return known.map((entry) =>
    ids.has(entry.id) ? { ...entry, pend: { ...withLater(entry.pend, entry.table, year, template) } } : entry,
  )
}

/** The same object when the table got no field since. */
function withLater(pend: Pend, table: KnownRow['table'], year: number, template: number): Pend {
  const later = fieldsByTable[table].filter(({ since = 1 }) => since > template)
  if (later.length === 0) return pend
  const guarded = later.map(({ id }) => [fieldName(id, year), noStamp] as const)
  return { ...Object.fromEntries(guarded), ...pend }
}
