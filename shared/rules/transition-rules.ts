/** Rules about a step in the life of a budget, judged at the moment that somebody asks for it. */
import type { BudgetState, Finding, PersonRole } from '#shared/model/index.ts'
import { roleNames, stateNames } from './names.ts'
import type { Hit, RuleText } from './rule.ts'
import { unplacedFinding } from './unplaced-finding.ts'

/** What the table of transitions and the budget say of the step. */
export interface TransitionFacts {
  readonly from: BudgetState
  readonly to: BudgetState
  readonly role: PersonRole
  /** The table has this step for this person. */
  readonly isAllowed: boolean
  /** Who submitted would approve. */
  readonly isOwnApproval: boolean
  /** Findings that must be gone before submitting; 0 for every other step. */
  readonly blockingErrors: number
}

/** Judges a step from one state to another. */
export interface TransitionRule extends RuleText {
  readonly on: 'transition'
  check(facts: TransitionFacts): Hit | undefined
}

const errorsRemain: TransitionRule = {
  id: 'GB-601',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'transition',
  check: ({ blockingErrors }) => (blockingErrors > 0 ? { values: [blockingErrors] } : undefined),
  message: {
    nl: 'Indienen kan niet: nog {n} fouten.',
    en: 'Cannot submit: {n} errors remain.',
  },
}

const notInTable: TransitionRule = {
  id: 'GB-602',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'transition',
  check: ({ from, to, role, isAllowed }) =>
    isAllowed ? undefined : { values: [stateNames[from], stateNames[to], roleNames[role]] },
  message: {
    nl: 'Statusovergang {van} → {naar} is niet toegestaan voor rol {rol}.',
    en: 'Status change {from} → {to} is not allowed for role {role}.',
  },
}

const fourEyes: TransitionRule = {
  id: 'GB-612',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'transition',
  check: ({ isOwnApproval }) => (isOwnApproval ? {} : undefined),
  message: {
    nl: 'Indiener en goedkeurder zijn dezelfde persoon.',
    en: 'Submitter and approver are the same person.',
  },
}

export const transitionRules: readonly TransitionRule[] = [errorsRemain, notInTable, fourEyes]

/** Why the step cannot be made; empty when no rule stands in the way. */
export function checkTransition(facts: TransitionFacts): readonly Finding[] {
  return transitionRules.flatMap((rule) => {
    const hit = rule.check(facts)
    return hit === undefined ? [] : [unplacedFinding(rule, hit)]
  })
}
