/**
 * The rules of an area budget. One rule is one object, and this list is all of them; add-in, command line and Worker judge
 * by the same list. A rule that needs a list of the municipality finds nothing while that list is empty.
 */
import {
  type AreaWorkbook,
  emptyReference,
  type Finding,
  type Reference,
  type VersionLines,
} from '#shared/model/index.ts'
import { amendmentRules } from './amendment-rules.ts'
import { amountRules } from './amount-rules.ts'
import { categoryRules } from './category-rules.ts'
import { ceilingRules } from './ceiling-rules.ts'
import { type Checked, checkedInSteps, toEnd } from './checked.ts'
import { classificationRules } from './classification-rules.ts'
import { codeRules } from './code-rules.ts'
import { coverageRules } from './coverage-rules.ts'
import { crossAreaRules } from './cross-area-rules.ts'
import { deliveryRules } from './delivery-rules.ts'
import { entryRules } from './entry-rules.ts'
import type { CheckOptions } from './facts.ts'
import { gridRules } from './grid-rules.ts'
import { heldBackRules } from './held-back-rules.ts'
import { hoursRules } from './hours-rules.ts'
import { instrumentRules } from './instrument-rules.ts'
import { ruleSet } from './judge.ts'
import { natureRules } from './nature-rules.ts'
import { operatingRules } from './operating-rules.ts'
import { personalDataRules } from './personal-data-rules.ts'
import { readingRules } from './reading-rules.ts'
import type { Rule, RuleText } from './rule.ts'
import { reserveRules } from './reserve-rules.ts'
import { sourceRules } from './source-rules.ts'
import { standingRules } from './standing-rules.ts'
import { tableRules } from './table-rules.ts'
import { transitionRules } from './transition-rules.ts'
import { rulesVersion } from './version.ts'
import { varianceRules } from './variance-rules.ts'
import { writeRules } from './write-rules.ts'

export { type AdoptionFacts, checkAdoption } from './adoption.ts'
export { checkDelivery } from './delivery-rules.ts'
export { releasedCents } from './decision-terms.ts'
export type { ServerFacts } from './server-facts.ts'
export { roleNames, stateNames } from './names.ts'
export { checkTransition, type TransitionFacts } from './transition-rules.ts'
export { rulesVersion }
export { checkWrite, type WriteFacts } from './write-rules.ts'

/** Rules over one workbook. */
export const rules: readonly Rule[] = [
  ...readingRules,
  ...gridRules,
  ...heldBackRules,
  ...personalDataRules,
  ...entryRules,
  ...codeRules,
  ...classificationRules,
  ...amountRules,
  ...hoursRules,
  ...tableRules,
  ...coverageRules,
  ...sourceRules,
  ...ceilingRules,
  ...natureRules,
  ...reserveRules,
  ...operatingRules,
  ...categoryRules,
  ...instrumentRules,
  ...amendmentRules,
  ...standingRules,
  ...varianceRules,
]

/** Rules over the budgets of all areas, and what judging by them takes. */
export { crossAreaRules }
export { partsDelta, partsOf, reserveMovement } from './contributions.ts'
export {
  type AreasFacts,
  areaPart,
  checkAreas,
  inOrder,
  judgeSubject,
  reservesOf,
  sourcesIn,
  wholeRound,
} from './judge-areas.ts'
export {
  type AreaLists,
  type AreaPart,
  nameText,
  type Part,
  type RoundBudget,
  subjectKey,
  kindsOfTwoAreas,
  subjectKinds,
  type SubjectName,
} from './subject.ts'

/** Every rule of every kind, by what all rules have: for texts, pages and the catalogue. New kinds are added here. */
export const allRules: readonly RuleText[] = [
  ...rules,
  ...crossAreaRules,
  ...transitionRules,
  ...writeRules,
  ...deliveryRules,
]

export type { Rule, RuleText }

/** What groups them. */
export { isOfFamily, type RuleFamily, ruleFamilies } from './catalogue.ts'

/** All that the rules say of themselves, as one text: to tell by its hash whether a budget would be judged alike again. */
export function rulesText(): string {
  const said = allRules.map(({ id, severity, scope, where, message }) => [
    id,
    severity,
    scope,
    where,
    message.nl,
    message.en,
  ])
  return JSON.stringify([rulesVersion, ...said])
}

/** Ids of the rules that a workbook by itself cannot show; the server's verdict has them. */
export const notJudgedAlone: readonly string[] = rules.filter(({ needs }) => needs !== undefined).map(({ id }) => id)

export type { Checked, CheckOptions }

/**
 * Everything that can be said about a workbook as it was read, by table (the whole workbook first), row and rule. Rows may
 * come from a store too: then there are no cells and no grid to say something about.
 */
export function check(workbook: AreaWorkbook, reference: Reference, options: CheckOptions = {}): readonly Finding[] {
  return recheck(null, workbook, reference, options).findings
}

/**
 * The same check, going on from the one before an edit: only what looks at something that differs is judged again. `null`
 * when there was none before.
 */
export function recheck(
  before: Checked | null,
  workbook: AreaWorkbook,
  reference: Reference,
  options: CheckOptions = {},
): Checked {
  return toEnd(checkedInSteps(everyRule, before, workbook, reference, options))
}

/** The same, pausing every so often: run it to its end, and let others do their work at the pauses. */
export function recheckInSteps(
  before: Checked | null,
  workbook: AreaWorkbook,
  reference: Reference,
): Generator<undefined, Checked> {
  return checkedInSteps(everyRule, before, workbook, reference, {})
}

/** The judgement of the server over rows of its store: the rules marked `both` and `server`. */
export function checkOnServer(
  workbook: AreaWorkbook,
  reference: Reference,
  options: CheckOptions = {},
): readonly Finding[] {
  return toEnd(checkedInSteps(serverRules, null, workbook, reference, options)).findings
}

/** What a version shows against the other versions of its area, and no more: without the lists of a municipality. */
export function checkAgainstVersions(workbook: AreaWorkbook, versions: VersionLines): readonly Finding[] {
  return toEnd(checkedInSteps(versionRules, null, workbook, emptyReference, { versions })).findings
}

const everyRule = ruleSet(rules)
const versionRules = ruleSet(varianceRules)
const serverRules = ruleSet(rules.filter(({ where }) => where !== 'addin'))
