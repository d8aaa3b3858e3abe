/** Weights count to six decimals, so that 0,3333 and 12.345,67 both do, and stay exact below 2^53. */
const weightScale = 1_000_000
const weightMax = 9_000_000_000

/**
 * An amount divided in proportion to weights, in whole cents that add up to it exactly: every share is rounded towards
 * zero, and the cents that are left go one by one to the largest remainders, of equal ones to the first. Undefined when
 * there is no weight above 0, or one is negative, above nine billion or not a number.
 */
export function allocate(cents: number, weights: readonly number[]): readonly number[] | undefined {
  if (!weights.every((weight) => weight >= 0 && weight <= weightMax)) return undefined
  const scaled = weights.map((weight) => BigInt(Math.round(weight * weightScale)))
  const sum = scaled.reduce((total, weight) => total + weight, 0n)
  if (sum === 0n) return undefined
  const size = BigInt(Math.abs(cents))
  const exact = scaled.map((weight) => size * weight)
  const shares = exact.map((product) => product / sum)
  const left = size - shares.reduce((total, share) => total + share, 0n)
  for (const place of byRemainder(exact.map((product) => product % sum)).slice(0, Number(left))) {
    shares[place] = (shares[place] ?? 0n) + 1n
  }
  return shares.map((share) => Number(cents < 0 ? -share : share))
}

/** Places of the remainders, the largest first. */
function byRemainder(remainders: readonly bigint[]): readonly number[] {
  return remainders
    .map((remainder, place) => ({ remainder, place }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.place - b.place)
    .map(({ place }) => place)
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
