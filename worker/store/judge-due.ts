/** Judges what changed since it was judged last, and keeps the findings of every area concerned. */
import * as z from 'zod/mini'
import { claimingBudgets, countedBudgets } from '#shared/consolidation/index.ts'
import { derivedVersion, type Draw, type Finding, isAmendment } from '#shared/model/index.ts'
import {
  type AreaLists,
  type AreasFacts,
  judgeSubject,
  nameText,
  reservesOf,
  type SubjectName,
  sourcesIn,
  subjectKinds,
} from '#shared/rules/index.ts'
import { Problem } from '../problem.ts'
import { jsonParameters } from './json-parameter.ts'
import { keepMissingParts } from './keep-parts.ts'
import { loadDrawsOn, loadRound, type RoundBudgetRow } from './load-round.ts'
import { loadReference } from './reference.ts'
import { type Due, loadDue } from './subject-due.ts'
import { loadParts } from './subject-parts.ts'

/** Rounds of one call: each judges notes, or finds that somebody else did. What is left then is for who comes next. */
const roundsMax = 50

/** How long somebody else's judging in this isolate is waited for: it takes along what is due here. */
const waitMsMax = 2_000
const waitMs = 5
/** Moment until which somebody judges here; a value, since a promise belongs to the request that made it. */
let judgingUntilMs = 0

/** Before the municipality has loaded its lists there is no verdict: then the notes wait for them. */
export async function judgeDue(db: D1Database): Promise<void> {
  while (Date.now() < judgingUntilMs) await new Promise((resolve) => setTimeout(resolve, waitMs))
  judgingUntilMs = Date.now() + waitMsMax
  try {
    await judgeAll(db)
  } finally {
    judgingUntilMs = 0
  }
}

async function judgeAll(db: D1Database): Promise<void> {
  await keepMissingParts(db)
  for (let round = 0; round < roundsMax; round++) {
    const due = await loadDue(db)
    const budgetYear = due[0]?.budgetYear
    if (budgetYear === undefined) return
    const lists = await loadReference(db, budgetYear).catch(undefinedWhenNotLoaded)
    if (lists === undefined) return
    await store(db, due, await judge(db, budgetYear, lists, due))
  }
}

/** After a commit. Judged first, so that who hears of it finds what it changed in other areas; told whatever comes of that. */
export async function judgeAndTell(db: D1Database, seq: number, tell: (seq: number) => void): Promise<void> {
  try {
    await judgeDue(db)
  } finally {
    tell(seq)
  }
}

function undefinedWhenNotLoaded(error: unknown): undefined {
  if (error instanceof Problem && error.status === 404) return undefined
  throw error
}

/** The versions that are consolidated with a budget of this version. An amendment is judged together with what it amends. */
export function judgedVersions(version: string): readonly string[] {
  if (version === 'primitief') return [version, derivedVersion]
  return [isAmendment(version) ? derivedVersion : version]
}

/** A finding as one area has it. */
interface Row extends SubjectName {
  readonly version: string
  readonly areaCode: string
  readonly rule: string
  readonly finding: string
}

interface Judged {
  readonly budgetYear: number
  readonly goneIds: readonly number[]
  readonly fresh: readonly Row[]
  readonly changedAreas: readonly string[]
}

/** By version that is consolidated and by `nameText`: what must be judged. */
type NamesByVersion = ReadonlyMap<string, ReadonlyMap<string, SubjectName>>

async function judge(db: D1Database, budgetYear: number, lists: AreaLists, due: readonly Due[]): Promise<Judged> {
  const dueByVersion = namesByVersion(due, lists)
  const names = [...new Map([...dueByVersion.values()].flatMap((known) => [...known])).values()]
  const budgets = await loadRound(db, budgetYear)
  const parts = await loadParts(db, budgetYear, names, new Map(budgets.map((budget) => [budget.budgetId, budget])))
  const sources = new Set(names.flatMap((name) => sourcesIn(name, lists)))
  const draws = await loadDrawsOn(db, budgetYear, budgets, [...sources])
  const fresh = [...dueByVersion].flatMap(([version, known]) => {
    const facts = factsOf(version, { budgetYear, lists, budgets, parts, draws })
    return [...known.values()].flatMap((name) =>
      judgeSubject(name, facts).flatMap((finding) => rowsOf(version, name, finding)),
    )
  })
  const standing = await loadStanding(db, budgetYear, names)
  const isJudged = (row: Row) => dueByVersion.get(row.version)?.has(nameText(row)) === true
  return { budgetYear, ...differenceOf(standing.filter(isJudged), fresh) }
}

function namesByVersion(due: readonly Due[], lists: AreaLists): NamesByVersion {
  const byVersion = new Map<string, Map<string, SubjectName>>()
  for (const { version, names } of due) {
    const all = names.flatMap((name) => [name, ...reservesOf(name, lists)])
    for (const judged of judgedVersions(version)) {
      const known = byVersion.get(judged) ?? new Map<string, SubjectName>()
      byVersion.set(judged, known)
      for (const name of all) known.set(nameText(name), name)
    }
  }
  return byVersion
}

/** What was read of all budgets of the year. */
interface Read extends Pick<AreasFacts, 'budgetYear' | 'lists'> {
  readonly budgets: readonly RoundBudgetRow[]
  readonly parts: Awaited<ReturnType<typeof loadParts>>
  readonly draws: readonly Draw[]
}

function factsOf(version: string, { budgetYear, lists, budgets, parts, draws }: Read): AreasFacts {
  const counted = version === derivedVersion ? claimingBudgets(budgets) : countedBudgets(version, budgets)
  const ids = new Set(counted.map(({ budgetId }) => budgetId))
  const byName = Map.groupBy(
    parts.filter(({ budgetId }) => ids.has(budgetId)),
    ({ name }) => name,
  )
  return {
    budgetYear,
    lists,
    counted,
    parts: new Map([...byName].map(([name, own]) => [name, own.map(({ part }) => part)])),
    draws: drawsBySource(draws, counted),
  }
}

function drawsBySource(
  draws: readonly Draw[],
  counted: readonly RoundBudgetRow[],
): ReadonlyMap<string, readonly Draw[]> {
  const budgets = new Set(counted.map(({ areaCode, version }) => `${areaCode} ${version}`))
  const ofBudgets = draws.filter(({ areaCode, version }) => budgets.has(`${areaCode} ${version}`))
  return Map.groupBy(ofBudgets, ({ sourceCode }) => sourceCode)
}

function rowsOf(version: string, { kind, key }: SubjectName, finding: Finding): readonly Row[] {
  const text = JSON.stringify(finding)
  return (finding.areas ?? []).map((areaCode) => ({ version, areaCode, kind, key, rule: finding.rule, finding: text }))
}

/** Only what differs is written: most findings stand as they did. */
function differenceOf(standing: readonly StandingRow[], fresh: readonly Row[]): Omit<Judged, 'budgetYear'> {
  const idsByText = Map.groupBy(standing, textOf)
  const added = fresh.filter((row) => idsByText.get(textOf(row))?.pop() === undefined)
  const gone = [...idsByText.values()].flat()
  return {
    goneIds: gone.map(({ findingId }) => findingId),
    fresh: added,
    changedAreas: [...new Set([...gone, ...added].map(({ areaCode }) => areaCode))],
  }
}

function textOf({ version, areaCode, kind, key, finding }: Row): string {
  return JSON.stringify([version, areaCode, kind, key, finding])
}

const standingSchema = z.object({
  finding_id: z.int(),
  version: z.string(),
  area_code: z.string(),
  kind: z.enum(subjectKinds),
  key: z.string(),
  rule: z.string(),
  finding: z.string(),
})
interface StandingRow extends Row {
  readonly findingId: number
}

async function loadStanding(
  db: D1Database,
  budgetYear: number,
  names: readonly SubjectName[],
): Promise<readonly StandingRow[]> {
  const results = await db.batch(
    jsonParameters(names.map(({ kind, key }) => [kind, key])).map((parameter) =>
      db
        .prepare(
          `SELECT c.finding_id, c.version, c.area_code, c.kind, c.key, c.rule, c.finding FROM json_each(?1) j
            CROSS JOIN cross_finding c ON c.budget_year = ?2 AND c.kind = j.value ->> 0 AND c.key = j.value ->> 1`,
        )
        .bind(parameter, budgetYear),
    ),
  )
  return results.flatMap((result) =>
    result.results.map((record) => {
      const { finding_id: findingId, area_code: areaCode, ...row } = standingSchema.parse(record)
      return { findingId, areaCode, ...row }
    }),
  )
}

/**
 * One batch. Its guard is that all notes still stand: whoever judged one of them meanwhile saw the same or a later state,
 * and what changed after that has a note of its own.
 */
async function store(db: D1Database, due: readonly Due[], judged: Judged): Promise<void> {
  const ids = JSON.stringify(due.map(({ dueId }) => dueId))
  const seq = due.reduce((newest, note) => Math.max(newest, note.seq ?? 0), 0)
  const rows = judged.fresh.map(({ version, areaCode, kind, key, rule, finding }) => [
    version,
    areaCode,
    kind,
    key,
    rule,
    finding,
  ])
  const statements = [
    db
      .prepare(
        `INSERT INTO guard (judged) SELECT 1 WHERE
          (SELECT count(*) FROM json_each(?1) j CROSS JOIN subject_due d ON d.due_id = j.value) <> ?2`,
      )
      .bind(ids, due.length),
    db
      .prepare('DELETE FROM cross_finding WHERE finding_id IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(judged.goneIds)),
    ...jsonParameters(rows).map((parameter) =>
      db
        .prepare(
          `INSERT INTO cross_finding (budget_year, version, area_code, kind, key, rule, finding)
            SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?1)`,
        )
        .bind(parameter, judged.budgetYear),
    ),
    db
      .prepare('INSERT OR IGNORE INTO finding_change (seq, area_code) SELECT ?2, value FROM json_each(?1) WHERE ?2 > 0')
      .bind(JSON.stringify(judged.changedAreas), seq),
    db.prepare('DELETE FROM subject_due WHERE due_id IN (SELECT value FROM json_each(?1))').bind(ids),
  ]
  try {
    await db.batch(statements)
  } catch (error) {
    if (!String(error).includes('gb_judged')) throw error
  }
}
