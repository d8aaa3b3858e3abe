import { divideRounded } from './divide-rounded.ts'

/** What hours cost, in cents, from whole hundredths of an hour and whole cents an hour. Rule: GB-303. */
export function effortCents(hundredthHours: number, centsPerHour: number): number {
  return divideRounded(BigInt(hundredthHours) * BigInt(centsPerHour), 100n)
}

/**
 * Hours as full-time equivalents by the yearly norm, both in hundredths of an hour. Not rounded: rounded parts would not
 * add up to the whole. Undefined when the norm is not above 0.
 */
export function fullTimeEquivalents(hundredthHours: number, normHundredths: number): number | undefined {
  return normHundredths > 0 ? hundredthHours / normHundredths : undefined
}
