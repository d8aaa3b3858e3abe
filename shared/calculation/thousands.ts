import { divideRounded } from './divide-rounded.ts'

/** An amount in cents as thousands of euros with 0 to 5 decimals, rounded half away from zero: 318.880,00 gives 319. */
export function toThousands(cents: number, decimals: number): number {
  const unitsPerThousand = 10 ** decimals
  return divideRounded(BigInt(cents), BigInt(100_000 / unitsPerThousand)) / unitsPerThousand
}
