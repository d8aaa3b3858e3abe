import { type BudgetState, derivedVersion, isAmendment } from '#shared/model/index.ts'

export interface BudgetVersion {
  readonly version: string
  readonly state: BudgetState
}

/**
 * The stored budgets whose totals together are the version asked for. `na-wijziging` is the original budget with every
 * amendment whose decision was not adjourned; any other version is itself.
 */
export function countedBudgets<Budget extends BudgetVersion>(
  asked: string,
  budgets: readonly Budget[],
): readonly Budget[] {
  if (asked !== derivedVersion) return budgets.filter(({ version }) => version === asked)
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
