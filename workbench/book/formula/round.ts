/** Rounds by the decimal digits that Excel shows, not by the binary ones: 1.005 to two decimals is 1.01. */

/** Half away from zero. `digits` below zero rounds before the decimal sign. */
export function roundHalfAway(value: number, digits: number): number {
  return rounded(value, digits, Math.round)
}

export function roundUp(value: number, digits: number): number {
  return rounded(value, digits, Math.ceil)
}

export function roundDown(value: number, digits: number): number {
  return rounded(value, digits, Math.floor)
}

/** More digits than a number has leave it as it is. */
const digitsMax = 300

function rounded(value: number, digits: number, round: (size: number) => number): number {
  if (!Number.isFinite(value) || digits > digitsMax) return value
  if (digits < -digitsMax) return 0
  const size = Number(Math.abs(value).toPrecision(15))
  const result = shifted(round(shifted(size, digits)), -digits)
  return value < 0 && result !== 0 ? -result : result
}

/** The number with its decimal sign so many places further to the right. */
export function shifted(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + places}`)
}
