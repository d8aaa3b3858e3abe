import { type BudgetState, derivedVersion, isAmendment } from '#shared/model/index.ts'

export interface BudgetVersion {
  readonly version: string
  readonly state: BudgetState
}

/**
 * The stored budgets whose totals together are the version asked for: a figure that may be shown and published.
 * `na-wijziging` is the original budget with the adopted amendments (BBV art. 18); any other version is itself.
 */
export function countedBudgets<Budget extends BudgetVersion>(
  asked: string,
  budgets: readonly Budget[],
): readonly Budget[] {
  if (asked !== derivedVersion) return budgets.filter(({ version }) => version === asked)
  return budgets.filter(
    ({ version, state }) => version === 'primitief' || (isAmendment(version) && state === 'vastgesteld'),
  )
}

/**
 * The original budget with every amendment that is adopted or still may be: what is claimed on sources, so what overdraw is
 * judged by, before anybody decides. An adjourned amendment claims nothing.
 */
export function claimingBudgets<Budget extends BudgetVersion>(budgets: readonly Budget[]): readonly Budget[] {
  return budgets.filter(
    ({ version, state }) => version === 'primitief' || (isAmendment(version) && state !== 'aangehouden'),
  )
}

/**
 * The version meant when nobody names one: the original budget and its adopted amendments when there are adopted
 * amendments, else `primitief`.
 */
export function defaultVersion(budgets: readonly BudgetVersion[]): string {
  const isAmended = budgets.some((budget) => isAmendment(budget.version) && budget.state === 'vastgesteld')
  return isAmended ? derivedVersion : 'primitief'
}
