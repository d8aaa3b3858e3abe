/**
 * Whether a difference from the budget is favourable (`V`, voordeel) or not (`N`, nadeel): fewer lasten and more baten
 * are. `-` when there is no difference. Both amounts in cents.
 */
export function favourable(actualCents: number, budgetedCents: number, side: 'L' | 'B'): 'V' | 'N' | '-' {
  if (actualCents === budgetedCents) return '-'
  return actualCents < budgetedCents === (side === 'L') ? 'V' : 'N'
}
