/** What is known of an area beside its rows: who serves it, and what others do under the same decisions. */
import * as z from 'zod/mini'
import { type BudgetKey, type BudgetLine, budgetLineSchema, type PersonRole, personRoles } from '#shared/model/index.ts'

const roleRecordSchema = z.object({ role: z.enum(personRoles) })
const lineRecordSchema = z.object({ fields: z.string() })

/** Roles of the people who have a grant for the area. */
export async function loadStaffing(db: D1Database, areaCode: string): Promise<ReadonlySet<PersonRole>> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT p.role FROM person p JOIN area_grant g ON g.tid = p.tid AND g.oid = p.oid WHERE g.area_code = ?1`,
    )
    .bind(areaCode)
    .all()
  return new Set(results.map((record) => roleRecordSchema.parse(record).role))
}

/** Lines in other areas' budgets of this year and version that name one of these decisions. */
export async function loadLinesOfOtherAreas(
  db: D1Database,
  { areaCode, year, version }: BudgetKey,
  decisionNumbers: readonly string[],
): Promise<readonly BudgetLine[]> {
  if (decisionNumbers.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT v.fields FROM budget b CROSS JOIN line l ON l.budget_id = b.budget_id
        CROSS JOIN row_version v ON v.budget_id = l.budget_id AND v.row_id = l.row_id AND v.rev = l.rev
        WHERE b.budget_year = ?2 AND b.version = ?3 AND b.area_code <> ?1 AND l.deleted = 0
          AND l.decision_number IN (SELECT value FROM json_each(?4))`,
    )
    .bind(areaCode, year, version, JSON.stringify(decisionNumbers))
    .all()
  return results.map((record) => budgetLineSchema.parse(JSON.parse(lineRecordSchema.parse(record).fields)))
}
