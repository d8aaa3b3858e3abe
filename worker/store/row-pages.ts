/** Rows of a budget for reading: amounts are text of whole cents under their calendar year. */
import { type BudgetKey, fieldName, fieldsByTable, fieldValue, type Row } from '#shared/model/index.ts'
import { joinCommit, versionColumns, versionOf } from './versions.ts'

const pageSize = 1_000

export interface RowPage {
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  /** Id of the last row, to ask for what follows; undefined at the end. */
  readonly next: string | undefined
}

const select = `SELECT ${versionColumns}, b.budget_year FROM budget b`

/** Live rows of the five tables in the order of their ids, after the given id. */
export async function loadRowPage(db: D1Database, key: BudgetKey, after: string): Promise<RowPage> {
  const { results } = await db
    .prepare(
      `${select} CROSS JOIN row_version v ON v.budget_id = b.budget_id ${joinCommit}
        WHERE b.area_code = ?1 AND b.budget_year = ?2 AND b.version = ?3 AND v.row_id > ?4 AND v.deleted = 0
          AND v.rev = (SELECT max(w.rev) FROM row_version w WHERE w.budget_id = v.budget_id AND w.row_id = v.row_id)
        ORDER BY v.row_id LIMIT ${pageSize}`,
    )
    .bind(key.areaCode, key.year, key.version, after)
    .all()
  const lines = results.map((record) => readableRow(record, key.year))
  return { lines, next: lines.length < pageSize ? undefined : String(lines.at(-1)?.['id']) }
}

/** Every version of a row, oldest first; empty when the area has no such row. */
export async function loadRowHistory(db: D1Database, areaCode: string, id: string): Promise<RowPage['lines']> {
  const { results } = await db
    .prepare(
      `${select} CROSS JOIN row_version v ON v.budget_id = b.budget_id ${joinCommit}
        WHERE b.area_code = ?1 AND v.row_id = ?2 ORDER BY b.budget_id, v.rev`,
    )
    .bind(areaCode, id)
    .all<{ budget_year: number }>()
  return results.map((record) => readableRow(record, record.budget_year))
}

function readableRow(record: unknown, budgetYear: number): Readonly<Record<string, unknown>> {
  const { id, rev, hash, isDeleted, fields, by, at } = versionOf(record)
  return {
    tabel: fields.table,
    id,
    rev,
    hash,
    verwijderd: isDeleted,
    door: by,
    op: at,
    ...readableFields(fields, budgetYear),
  }
}

function readableFields(row: Row, budgetYear: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldsByTable[row.table].map((field) => {
      const value = fieldValue(row, field.id)
      const isAmount = field.kind === 'cents' || field.kind === 'hours'
      return [fieldName(field.id, budgetYear), isAmount && value !== null ? String(value) : value]
    }),
  )
}
