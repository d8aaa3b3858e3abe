/** What is in a reserve or voorziening at the end of a year: one definition for the rule and the formula cell. */
import type { Draw } from './total.ts'
import type { Reserve, Source } from './reference.ts'

/** What the lines of one area add to (side L) or withdraw from (side B) a reserve in a calendar year, in cents. */
export interface ReserveMovement {
  readonly areaCode: string
  readonly year: number
  readonly side: string
  readonly cents: number
}

export interface ReserveBalance {
  readonly year: number
  /** On 31 December, in cents. */
  readonly cents: bigint
}

/** The sources whose draws are withdrawals from the reserve. */
export function sourcesOfReserve(reserveCode: string, sources: readonly Source[]): readonly Source[] {
  return sources.filter((source) => source.type === 'reserve' && source.reserveCode === reserveCode)
}

/**
 * Opening plus additions minus withdrawals, rolled from year to year; a year with an opening of its own starts from that.
 * An area that draws on the reserve as a source and also has a line that withdraws from it shows the same money twice, so
 * of the two the larger counts. Years before the first known opening are left out; what moved between an opening before
 * `years` and their first is not known and taken as nothing.
 */
export function reserveBalances(
  reserve: Reserve,
  movements: readonly ReserveMovement[],
  draws: readonly Draw[],
  years: readonly number[],
): readonly ReserveBalance[] {
  const balances: ReserveBalance[] = []
  let last = openingBefore(reserve, years[0] ?? 0)
  for (const year of years) {
    const opening = reserve.openings.find((item) => item.year === year)?.cents
    const start = opening === undefined ? last : BigInt(opening)
    if (start === undefined) continue
    last = start + moved(year, movements, draws)
    balances.push({ year, cents: last })
  }
  return balances
}

function openingBefore({ openings }: Reserve, year: number): bigint | undefined {
  const known = openings.filter((opening) => opening.year < year).sort((a, b) => b.year - a.year)[0]
  return known === undefined ? undefined : BigInt(known.cents)
}

function moved(year: number, movements: readonly ReserveMovement[], draws: readonly Draw[]): bigint {
  const inYear = movements.filter((movement) => movement.year === year)
  const drawn = draws.filter((draw) => draw.year === year)
  const areas = new Set([...inYear, ...drawn].map(({ areaCode }) => areaCode))
  return [...areas].reduce((sum, areaCode) => {
    const own = inYear.filter((movement) => movement.areaCode === areaCode)
    const added = centsOf(own.filter(({ side }) => side === 'L'))
    const withdrawn = centsOf(own.filter(({ side }) => side === 'B'))
    const drawnByArea = centsOf(drawn.filter((draw) => draw.areaCode === areaCode))
    return sum + added - (withdrawn > drawnByArea ? withdrawn : drawnByArea)
  }, 0n)
}

function centsOf(items: readonly { readonly cents: number }[]): bigint {
  return items.reduce((sum, { cents }) => sum + BigInt(cents), 0n)
}
