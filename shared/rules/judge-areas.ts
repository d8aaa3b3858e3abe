/** Judges subjects by the rules over areas: the Worker those that changed, an oracle all of them at once. */
import {
  type BudgetKey,
  type BudgetLine,
  type Coverage,
  type Draw,
  drawsOf,
  type Finding,
  type HoursLine,
  sourcesOfReserve,
} from '#shared/model/index.ts'
import { partsOf } from './contributions.ts'
import { crossAreaRules } from './cross-area-rules.ts'
import type { SubjectRule } from './rule.ts'
import {
  type AreaLists,
  type AreaPart,
  keyParts,
  nameText,
  type Part,
  type RoundBudget,
  type Subject,
  type SubjectKind,
  type SubjectName,
  subjectKey,
} from './subject.ts'
import { unplacedFinding } from './unplaced-finding.ts'

/** The budgets of one year as one version of them is consolidated. */
export interface AreasFacts {
  readonly budgetYear: number
  readonly lists: AreaLists
  readonly counted: readonly RoundBudget[]
  /** Of the counted budgets, by `nameText` of the subject. */
  readonly parts: ReadonlyMap<string, readonly AreaPart[]>
  /** Of the counted budgets, by source. */
  readonly draws: ReadonlyMap<string, readonly Draw[]>
}

/** What the rules say of one subject, in their order. */
export function judgeSubject(name: SubjectName, facts: AreasFacts): readonly Finding[] {
  const rules = rulesByKind.get(name.kind) ?? []
  if (rules.length === 0) return []
  const subject = subjectOf(name, facts)
  return rules.flatMap((rule) =>
    rule.check(subject, facts.lists).map((hit) => ({ ...unplacedFinding(rule, hit), areas: hit.areas })),
  )
}

/** A source of a reserve moves that reserve too. */
export function reservesOf({ kind, key }: SubjectName, { sources }: AreaLists): readonly SubjectName[] {
  if (kind !== 'source') return []
  const [code] = keyParts(key)
  return sources.flatMap((source) =>
    source.code === code && source.type === 'reserve' && source.reserveCode !== null
      ? [{ kind: 'reserve', key: subjectKey(source.reserveCode) } as const]
      : [],
  )
}

/** The sources whose draws a subject is judged by. */
export function sourcesIn({ kind, key }: SubjectName, { sources }: AreaLists): readonly string[] {
  const code = String(keyParts(key)[0])
  if (kind === 'source') return [code]
  return kind === 'reserve' ? [...new Set(sourcesOfReserve(code, sources).map((source) => source.code))] : []
}

/** All rows of one budget. */
export interface BudgetRows {
  readonly budget: BudgetKey
  readonly lines: readonly BudgetLine[]
  readonly hoursLines: readonly HoursLine[]
  readonly coverages: readonly Coverage[]
}

/** Everything at once, from the rows themselves; the caller leaves out versions that do not count. */
export function checkAreas(
  rows: readonly BudgetRows[],
  round: Pick<AreasFacts, 'budgetYear' | 'lists' | 'counted'>,
): readonly Finding[] {
  const parts = new Map<string, AreaPart[]>()
  const names = new Map<string, SubjectName>([[nameText(wholeRound), wholeRound]])
  const addName = (name: SubjectName) => names.set(nameText(name), name)
  for (const { budget, lines, hoursLines } of rows) {
    for (const part of partsOf(budget, lines, hoursLines)) {
      addName(part)
      const found = parts.get(nameText(part)) ?? []
      parts.set(nameText(part), [...found, areaPart(budget, part)])
    }
  }
  const draws = rows.flatMap(({ budget, lines, coverages }) => drawsOf(budget, lines, coverages))
  for (const { sourceCode } of draws) addName({ kind: 'source', key: subjectKey(sourceCode) })
  // The reserves that this adds are met too, and add nothing.
  for (const name of names.values()) reservesOf(name, round.lists).forEach(addName)
  const facts = { ...round, parts, draws: Map.groupBy(draws, ({ sourceCode }) => sourceCode) }
  return [...names.values()].flatMap((name) => judgeSubject(name, facts)).sort(inOrder)
}

/** By rule, then by what they say. */
export function inOrder(a: Finding, b: Finding): number {
  return compare(a.rule, b.rule) || compare(a.message.nl, b.message.nl) || compare(areasText(a), areasText(b))
}

export const wholeRound: SubjectName = { kind: 'round', key: subjectKey() }

export function areaPart({ areaCode, version }: { areaCode: string; version: string }, part: Part): AreaPart {
  return { areaCode, version, part: keyParts(part.part), count: part.count, value: part.value }
}

const rulesByKind: ReadonlyMap<SubjectKind, readonly SubjectRule[]> = Map.groupBy(
  crossAreaRules,
  ({ subject }) => subject,
)

/** Parts by area, version and content, so that a finding does not depend on the order in which they were read. */
function subjectOf(name: SubjectName, facts: AreasFacts): Subject {
  const { budgetYear, counted, lists } = facts
  return {
    kind: name.kind,
    key: keyParts(name.key),
    budgetYear,
    parts: (facts.parts.get(nameText(name)) ?? []).toSorted((a, b) => compare(partText(a), partText(b))),
    draws: sourcesIn(name, lists).flatMap((code) => facts.draws.get(code) ?? []),
    counted,
  }
}

function partText({ areaCode, version, part }: AreaPart): string {
  return JSON.stringify([areaCode, version, part])
}

function areasText({ areas = [] }: Finding): string {
  return areas.join(' ')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
