/** How far a budget is in its life. No schema here: the pane reads this before anybody signs in. */
export const budgetStates = [
  'concept',
  'ingediend',
  'teruggegeven',
  'goedgekeurd',
  'vastgesteld',
  'aangehouden',
] as const
export type BudgetState = (typeof budgetStates)[number]

/** Whether somebody handed the budget in and it was not given back: its area does not work on it any more. */
export function isHandedIn(state: BudgetState): boolean {
  return state !== 'concept' && state !== 'teruggegeven'
}
