import * as z from 'zod/mini'
import { readAs, refuse, type Reading, type ReadingWarnings } from './cell.ts'
import type { Rounded } from './decimal.ts'

/** EUR 9.999.999.999,99: 5,000 lines of it still add up below 2^53. */
export const centsMax = 999_999_999_999
/** The database holds hours under the same bound as cents. */
const hundredthHoursMax = centsMax

/** An amount in whole euro cents. */
export const centsSchema = z.int().check(z.minimum(-centsMax), z.maximum(centsMax)).brand<'Cents'>()
export type Cents = z.infer<typeof centsSchema>

/** A number of hours in whole hundredths of an hour, never negative. */
export const hundredthHoursSchema = z.int().check(z.minimum(0), z.maximum(hundredthHoursMax)).brand<'HundredthHours'>()
export type HundredthHours = z.infer<typeof hundredthHoursSchema>

/**
 * Whole hundredths as cents; undefined beyond the bound. The check of the schema without its cost, for large tables.
 */
export function centsOf(hundredths: number): Cents | undefined {
  return Number.isInteger(hundredths) && Math.abs(hundredths) <= centsMax
    ? (withoutMinusZero(hundredths) as Cents)
    : undefined
}

/** Whole hundredths as hours; undefined beyond the bound or below 0. */
export function hundredthHoursOf(hundredths: number): HundredthHours | undefined {
  const fits = Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= hundredthHoursMax
  return fits ? (withoutMinusZero(hundredths) as HundredthHours) : undefined
}

/** The reading of hundredths that were rounded; `quantityOf` gives them their unit, or undefined beyond its bound. */
export function readRounded<T>(
  rounded: Rounded | undefined,
  quantityOf: (hundredths: number) => T | undefined,
  warnings: ReadingWarnings,
): Reading<T> {
  const quantity = rounded === undefined ? undefined : quantityOf(rounded.value)
  if (rounded === undefined || quantity === undefined) return refuse('too-large')
  return readAs(quantity, { ...warnings, rounded: rounded.inexact })
}

function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value
}
