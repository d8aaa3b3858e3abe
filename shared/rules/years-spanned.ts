/** How long a period is, in years, when it is not as long as it should be. */
import type { Wording } from './rule.ts'

const dayMs = 86_400_000

/**
 * Years from the first to the last day, both counted, with one decimal that never rounds to the years asked; undefined when
 * the period is exactly so many years.
 */
export function yearsSpanned(from: string, to: string, years: number): Wording | undefined {
  const [first, afterLast] = [new Date(from), new Date(Date.parse(to) + dayMs)]
  const months = monthsOf(afterLast) - monthsOf(first)
  const days = afterLast.getUTCDate() - first.getUTCDate()
  if (months === years * 12 && days === 0) return undefined
  const exact = (months + days / 31) / 12
  const tenths = (exact < years ? Math.floor(exact * 10) : Math.ceil(exact * 10)) / 10
  return { nl: String(tenths).replace('.', ','), en: String(tenths) }
}

function monthsOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
