/** Cells that a write left alone because a person had typed in them: their older base goes back into the row's token. */
import { cellAddress, fieldName, fieldsByTable } from '#shared/model/index.ts'
import {
  formatToken,
  type KnownRow,
  noStamp,
  parseToken,
  type Pend,
  type SentRow,
  stampOf,
  type TokenWrite,
} from '#shared/sync/index.ts'
import type { WorkbookRow } from '#shared/workbook/index.ts'
import type { OpenBudget } from './open-budget.ts'

export interface ReopenedRows {
  readonly tokenWrites: readonly TokenWrite<WorkbookRow>[]
  readonly known: readonly (readonly [string, KnownRow])[]
}

/** `now` is read after that write; `sent` holds the rows as the request had them. */
export function tokensForSkipped(
  now: OpenBudget,
  sent: ReadonlyMap<string, SentRow>,
  skipped: readonly string[],
): ReopenedRows {
  const tokenWrites: TokenWrite<WorkbookRow>[] = []
  const known: (readonly [string, KnownRow])[] = []
  const places = new Set(skipped)
  for (const source of now.rows) {
    const token = parseToken(source.token)
    const fields = skippedFields(now, source, places)
    if (token === undefined || fields.length === 0) continue
    const before = sent.get(token.id)?.token
    const base = before === undefined || before.rev === 0 ? noStamp : stampOf(before)
    const bases = fields.map((field) => [field, before?.pend[field] ?? base] as const)
    const pend: Pend = { ...Object.fromEntries(bases), ...token.pend }
    const entry = now.replica.known.get(token.id)
    tokenWrites.push({ source, token: formatToken({ ...token, pend }) })
    if (entry !== undefined) known.push([token.id, { ...entry, pend }])
  }
  return { tokenWrites, known }
}

/** Outside names of the row's fields whose cell is among the places. */
function skippedFields(
  { workbook }: OpenBudget,
  { row: { table }, gridRow }: WorkbookRow,
  places: ReadonlySet<string>,
): readonly string[] {
  const place = workbook.columns[table]
  if (place === undefined) return []
  return fieldsByTable[table].flatMap(({ id }) => {
    const column = place.byField.get(id)
    const isSkipped = column !== undefined && places.has(`${place.sheet}!${cellAddress(gridRow, column)}`)
    return isSkipped ? [fieldName(id, workbook.budget.year)] : []
  })
}
