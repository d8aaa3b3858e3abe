/**
 * A decimal number of 0 or more: its digits, and how many of them stand behind the comma (fewer than 0: zeros follow).
 */
export interface Decimal {
  digits: string
  decimals: number
}

/** `inexact`: digits other than 0 were lost. */
export interface Rounded {
  value: number
  inexact: boolean
}

/** More digits than any amount has; 15 digits are still exact in a double. */
const wholeDigitsMax = 15

/**
 * The decimal in whole units of 10^-places, half away from zero, worked out on the digits and not in floating point.
 * Undefined when the result has more than 15 digits.
 */
export function roundDecimal({ digits, decimals }: Decimal, places: number): Rounded | undefined {
  const keptLength = digits.length - decimals + places
  if (keptLength < 0) return { value: 0, inexact: /[1-9]/.test(digits) }
  const kept = digits.slice(0, keptLength).padEnd(keptLength, '0').replace(/^0+/, '')
  if (kept.length > wholeDigitsMax) return undefined
  const lost = digits.slice(keptLength)
  return { value: Number(kept) + (/^[5-9]/.test(lost) ? 1 : 0), inexact: /[1-9]/.test(lost) }
}

/** The size of a number in the 15 significant digits that Excel keeps and shows. */
export function decimalOfNumber(value: number): Decimal {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(14).split('e')
  return { digits: mantissa.replace('.', ''), decimals: 14 - Number(exponent) }
}

/** A finite number as Excel's General format writes it: 15 significant digits, a dot, `0.1` and not `.1`. */
export function generalText(value: number): string {
  return String(Number(value.toPrecision(15))).toUpperCase()
}
