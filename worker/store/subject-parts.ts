/** The parts by which budgets take part in what rules over areas judge: adding to them, and reading those of subjects. */
import * as z from 'zod/mini'
import { type AreaPart, areaPart, nameText, type Part, type SubjectName, subjectKinds } from '#shared/rules/index.ts'
import { jsonParameters } from './json-parameter.ts'

const recordSchema = z.object({
  budget_id: z.int(),
  kind: z.enum(subjectKinds),
  key: z.string(),
  part: z.string(),
  count: z.int(),
  value: z.int(),
})

/** Adds the differences, and drops the parts that no row is in any more. */
export function partStatements(
  db: D1Database,
  budget: { readonly budgetId: number; readonly budgetYear: number },
  delta: readonly Part[],
): readonly D1PreparedStatement[] {
  const values = delta.map(({ kind, key, part, count, value }) => [kind, key, part, count, value])
  const fallen = delta.filter(({ count }) => count < 0).map(({ kind, key, part }) => [kind, key, part])
  const statement = (sql: string) => (parameter: string) =>
    db.prepare(sql).bind(parameter, budget.budgetId, budget.budgetYear)
  return [...jsonParameters(values).map(statement(addSql)), ...jsonParameters(fallen).map(statement(dropSql))]
}

const addSql = `INSERT INTO subject_part (budget_year, kind, key, budget_id, part, count, value)
  SELECT ?3, value ->> 0, value ->> 1, ?2, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?1) WHERE true
  ON CONFLICT DO UPDATE SET count = count + excluded.count, value = value + excluded.value`

const dropSql = `DELETE FROM subject_part WHERE count = 0 AND (budget_year, kind, key, budget_id, part) IN
  (SELECT ?3, value ->> 0, value ->> 1, ?2, value ->> 2 FROM json_each(?1))`

/** Of budgets of the year, by `nameText` of the subject; of each part also the budget that it is of. */
export async function loadParts(
  db: D1Database,
  budgetYear: number,
  names: readonly SubjectName[],
  budgets: ReadonlyMap<number, { readonly areaCode: string; readonly version: string }>,
): Promise<readonly { readonly budgetId: number; readonly name: string; readonly part: AreaPart }[]> {
  const parameters = jsonParameters(names.map(({ kind, key }) => [kind, key]))
  if (parameters.length === 0) return []
  const results = await db.batch(parameters.map((parameter) => db.prepare(loadSql).bind(parameter, budgetYear)))
  return results.flatMap((result) =>
    result.results.flatMap((record) => {
      const { budget_id: budgetId, ...part } = recordSchema.parse(record)
      const budget = budgets.get(budgetId)
      return budget === undefined ? [] : [{ budgetId, name: nameText(part), part: areaPart(budget, part) }]
    }),
  )
}

const loadSql = `SELECT p.budget_id, p.kind, p.key, p.part, p.count, p.value FROM json_each(?1) j
  CROSS JOIN subject_part p ON p.budget_year = ?2 AND p.kind = j.value ->> 0 AND p.key = j.value ->> 1`
