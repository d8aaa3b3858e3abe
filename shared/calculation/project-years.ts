import { divideRounded } from './divide-rounded.ts'

interface Projection {
  /** Amount of the first year, in cents. */
  readonly cents: number
  readonly nature: 'I' | 'S'
  /** Years that the amount runs; null, for S only: it does not end. */
  readonly duration: number | null
  /** Growth from year to year in millionths: 2% is 20,000. Above -1,000,000. */
  readonly indexMillionths: number
}

const whole = 1_000_000n

/**
 * Amounts of a first year and the three after it, in cents (BBV art. 22). Each year is worked out from the first amount
 * and rounded once, so that rounding does not pile up. Zero after the duration; an incidental amount without one ends
 * after its first year.
 */
export function projectYears(projection: Projection): readonly [number, number, number, number] {
  return [
    amountAfter(0, projection),
    amountAfter(1, projection),
    amountAfter(2, projection),
    amountAfter(3, projection),
  ]
}

function amountAfter(years: number, { cents, nature, duration, indexMillionths }: Projection): number {
  if (years >= (duration ?? (nature === 'S' ? Number.POSITIVE_INFINITY : 1))) return 0
  const power = BigInt(years)
  return divideRounded(BigInt(cents) * (whole + BigInt(indexMillionths)) ** power, whole ** power)
}
