/** What an hour of a role costs by the municipality's rate table: without overhead, or with the surcharge for it. */
import type { Reference } from '#shared/model/index.ts'
import type { Facts } from './facts.ts'
import { itemIn } from './lists.ts'

type Rate = Reference['rates'][number]

/** The rates of a role, by its name or an alias, in a calendar year; empty when the table has none. */
export function ratesOf(role: string, year: number, { lists, budget }: Facts): readonly Rate[] {
  const name = itemIn(lists.roles, role.toLowerCase(), budget.year)?.code ?? role
  return lists.rates.get(name.toLowerCase())?.filter((rate) => rate.year === year) ?? []
}

export function isPlainRate(rateCents: number, rate: Rate): boolean {
  return rate.centsPerHour === rateCents
}

/** Whether the rate is that of the table and its surcharge for overhead. */
export function isRateWithOverhead(rateCents: number, { centsPerHour, surchargeCents }: Rate): boolean {
  return surchargeCents !== null && surchargeCents > 0 && centsPerHour + surchargeCents === rateCents
}
