import { divideRounded } from './divide-rounded.ts'

/**
 * What becomes of the VAT on an invoice. `compensabel`: claimed from the BTW-compensatiefonds; `verrekenbaar`: deducted
 * by the municipality as an entrepreneur; `kostprijsverhogend`: neither, so it is a cost.
 */
export type VatTreatment = 'kostprijsverhogend' | 'compensabel' | 'verrekenbaar'

/** What a budget counts of an amount that includes VAT, in cents. `ratePercent` is a whole percentage such as 21. */
export function netOfVat(cents: number, treatment: VatTreatment, ratePercent: number): number {
  if (treatment === 'kostprijsverhogend') return cents
  return divideRounded(BigInt(cents) * 100n, BigInt(100 + ratePercent))
}
