/** Numbers in the format General, with a decimal comma. */

/** Signs that General shows in a cell, the decimal comma among them and the minus not. */
const cellWidth = 11

/** As a cell shows it: `1234567,891`, `1,23457E+12`, `1,23E-05`. */
export function generalCellText(value: number): string {
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (size >= 1e11) return scientific(value, 6)
  if (size >= 1e-4) return fixed(value, Math.max(0, Math.min(9, cellWidth - 1 - wholeDigits(size))))
  const exact = fixed(value, 9)
  return Number(exact.replace(',', '.')) === value ? exact : scientific(value, 6)
}

/** With this many significant digits, as the formula bar shows a number and a text joins it. */
export function generalText(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits))
  const size = Math.abs(rounded)
  if (size === 0) return '0'
  if (size >= 1e21 || size < 1e-9) return scientific(rounded, digits)
  const decimals = Math.min(100, Math.max(0, digits - Math.floor(Math.log10(size)) - 1))
  return size >= 1e15 ? String(BigInt(rounded)) : fixed(rounded, decimals)
}

function wholeDigits(size: number): number {
  return Math.max(1, Math.floor(Math.log10(size)) + 1)
}

function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  return withComma(text.includes('.') ? text.replace(/\.?0+$/, '') : text)
}

function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  return withComma(`${short}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`)
}

function withComma(text: string): string {
  return text === '-0' ? '0' : text.replace('.', ',')
}
