/**
 * Notes of what rules over areas must judge again. A note is written in the same batch as the change, and deleted in the
 * batch that writes the findings, so that who comes next finds what a crash left undone.
 */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import type { BudgetKey, BudgetState } from '#shared/model/index.ts'
import {
  kindsOfTwoAreas,
  nameText,
  type SubjectName,
  subjectKey,
  subjectKinds,
  wholeRound,
} from '#shared/rules/index.ts'
import { jsonParameters } from './json-parameter.ts'

export interface Due {
  readonly dueId: number
  readonly budgetYear: number
  /** Version of the budget that changed. */
  readonly version: string
  readonly names: readonly SubjectName[]
  /** The commit that changed them; null: a list or a state did. */
  readonly seq: number | null
}

const recordSchema = z.object({
  due_id: z.int(),
  budget_year: z.int(),
  version: z.string(),
  subjects: z.string(),
  seq: z.nullable(z.int()),
})
const namesSchema = z.array(z.tuple([z.enum(subjectKinds), z.string()]))

/** Notes that are judged together: of one year, since a year has its own lists. */
const notesMax = 20

/** Characters of their subjects, but for the last note, which is judged whole: about 5,000 subjects. */
const subjectsLengthMax = 250_000

/** The oldest notes of the year that waits longest; none when everything is judged. */
export async function loadDue(db: D1Database): Promise<readonly Due[]> {
  const { results } = await db
    .prepare(
      `SELECT due_id, budget_year, version, subjects, seq FROM (
          SELECT *, sum(length(subjects)) OVER (ORDER BY due_id) - length(subjects) AS length_before FROM (
            SELECT * FROM subject_due
              WHERE budget_year = (SELECT budget_year FROM subject_due ORDER BY due_id LIMIT 1)
              ORDER BY due_id LIMIT ${notesMax}))
        WHERE length_before < ${subjectsLengthMax} ORDER BY due_id`,
    )
    .all()
  return results.map((record) => {
    const { due_id: dueId, budget_year: budgetYear, version, subjects, seq } = recordSchema.parse(record)
    const names = namesSchema.parse(JSON.parse(subjects)).map(([kind, key]): SubjectName => ({ kind, key }))
    return { dueId, budgetYear, version, names, seq }
  })
}

/**
 * In the batch of a commit, after its row in commit_log and its parts: these subjects as far as something can be said about
 * them now, and always the round. Most lines are like no line of another area, so most subjects need no judging.
 */
export function commitDueStatements(
  db: D1Database,
  { year, version }: BudgetKey,
  names: readonly SubjectName[],
): readonly D1PreparedStatement[] {
  const unique = new Map([wholeRound, ...names].map((name) => [nameText(name), [name.kind, name.key]]))
  return jsonParameters([...unique.values()]).map((parameter) =>
    db.prepare(commitDueSql).bind(year, version, parameter, JSON.stringify(kindsOfTwoAreas)),
  )
}

/** A subject of one budget that had a finding is judged too, so that the finding goes. */
const commitDueSql = `INSERT INTO subject_due (budget_year, version, subjects, seq)
  SELECT ?1, ?2, json_group_array(json(n.value)), (SELECT max(seq) FROM commit_log) FROM json_each(?3) n
  WHERE n.value ->> 0 NOT IN (SELECT value FROM json_each(?4))
    OR EXISTS (SELECT 1 FROM subject_part a WHERE a.budget_year = ?1 AND a.kind = n.value ->> 0 AND a.key = n.value ->> 1
      AND a.budget_id <> (SELECT b.budget_id FROM subject_part b
        WHERE b.budget_year = ?1 AND b.kind = n.value ->> 0 AND b.key = n.value ->> 1 LIMIT 1))
    OR EXISTS (SELECT 1 FROM cross_finding c
      WHERE c.budget_year = ?1 AND c.kind = n.value ->> 0 AND c.key = n.value ->> 1)`

/**
 * In the batch that changes the state of a budget, after its row in commit_log: the round, and everything that the budget
 * takes part in when it begins or ceases to count.
 */
export function stateDueStatements(
  db: D1Database,
  budget: BudgetKey,
  states: { readonly from: BudgetState; readonly to: BudgetState },
): readonly D1PreparedStatement[] {
  const round = commitDueStatements(db, budget, [])
  const countsAlike = (states.from === 'aangehouden') === (states.to === 'aangehouden')
  return countsAlike ? round : [...round, wholeDueStatement(db, budget)]
}

/** Everything that the budget takes part in. */
export function wholeDueStatement(db: D1Database, { areaCode, year, version }: BudgetKey): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO subject_due (budget_year, version, subjects, seq)
        SELECT b.budget_year, b.version, (SELECT json_group_array(json_array(kind, key)) FROM (
            SELECT kind, key FROM subject_part WHERE budget_year = b.budget_year AND budget_id = b.budget_id
            UNION SELECT 'source', json_array(source_code) || '' FROM draw WHERE budget_id = b.budget_id)),
            (SELECT max(seq) FROM commit_log)
          FROM budget b WHERE b.area_code = ?1 AND b.budget_year = ?2 AND b.version = ?3`,
    )
    .bind(areaCode, year, version)
}

/** An item of a list, by the list's Dutch name. */
interface ListItem {
  readonly kind: string
  readonly item: unknown
}

/** In the batch that changes items of lists: what is judged by them, in every year that has budgets. */
export function listDueStatements(db: D1Database, items: readonly ListItem[]): readonly D1PreparedStatement[] {
  const names = new Map(items.flatMap(namesOf).map((name) => [nameText(name), name]))
  const keyCodes = new Set(items.filter(({ kind }) => kind === 'verdeelsleutels').map((item) => keyOf(item, 'code')))
  return [
    ...dueEverywhere(db, [...names.values()]),
    ...(items.some(({ kind }) => kind === 'bronnen') ? [dueReserves(db)] : []),
    // Shares of this key begin alike: ["VS-GEBIED","beheer"].
    ...[...keyCodes].map((key) => dueOfKind(db, 'share', `${key.slice(0, -1)},`)),
    ...(items.some(({ kind }) => kind === 'parameters') ? [dueOfKind(db, 'person', '[')] : []),
  ]
}

function namesOf(listItem: ListItem): readonly SubjectName[] {
  switch (listItem.kind) {
    case 'bronnen':
      return [{ kind: 'source', key: keyOf(listItem, 'code') }]
    case 'reserves':
      return [{ kind: 'reserve', key: keyOf(listItem, 'code') }]
    case 'capaciteiten':
      return [{ kind: 'person', key: keyOf(listItem, 'person', 'year') }]
    case 'programmaplafonds':
      return [{ kind: 'programme', key: keyOf(listItem, 'programmeCode') }]
    case 'gebieden':
    case 'concerntotalen':
      return [wholeRound]
    default:
      return []
  }
}

/** The item has been parsed, so it has these fields. */
function keyOf({ item }: ListItem, ...fields: readonly string[]): string {
  const values = item as Readonly<Record<string, string | number>>
  return subjectKey(...fields.map((field) => values[field] ?? ''))
}

function dueEverywhere(db: D1Database, names: readonly SubjectName[]): readonly D1PreparedStatement[] {
  return jsonParameters(names.map(({ kind, key }) => [kind, key])).map((parameter) =>
    db
      .prepare(
        'INSERT INTO subject_due (budget_year, version, subjects) SELECT DISTINCT budget_year, version, ?1 FROM budget',
      )
      .bind(parameter),
  )
}

/** A source may move another reserve than it did, which only draws on it may have moved: so all that are listed. */
function dueReserves(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `INSERT INTO subject_due (budget_year, version, subjects)
      SELECT y.budget_year, y.version, r.subjects FROM (SELECT DISTINCT budget_year, version FROM budget) y
        CROSS JOIN (SELECT json_group_array(json_array('reserve', json_array(code) || '')) AS subjects
          FROM (SELECT DISTINCT code FROM reference_item WHERE kind = 'reserves')) r`,
  )
}

/** The subjects of one kind whose key begins so. */
function dueOfKind(db: D1Database, kind: SubjectName['kind'], keyStart: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO subject_due (budget_year, version, subjects)
        SELECT y.budget_year, y.version, (SELECT json_group_array(json_array(?1, key)) FROM (
            SELECT DISTINCT p.key FROM subject_part p
              WHERE p.budget_year = y.budget_year AND p.kind = ?1 AND p.key >= ?2 AND p.key < ?3))
          FROM (SELECT DISTINCT budget_year, version FROM budget) y`,
    )
    .bind(kind, keyStart, `${keyStart}\u{10ffff}`)
}
