const zero = 48
const nine = 57
/** Up to here whole numbers and powers of ten are exact, so that one division rounds as `Number` does. */
const digitsExactMax = 15
const powersOfTen = Array.from({ length: digitsExactMax + 1 }, (_, power) => 10 ** power)

/**
 * The number written between two places of a text, or NaN. The common form (a sign, at most fifteen digits, a point) is
 * read without cutting out a piece of text for each cell, which is what reading large sheets would else spend its time on.
 */
export function numberBetween(text: string, from: number, to: number): number {
  let at = from
  const isNegative = text.charCodeAt(at) === 45
  if (isNegative) at++
  let value = 0
  let decimals = -1
  let digits = 0
  for (; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code >= zero && code <= nine) {
      value = value * 10 + code - zero
      digits++
      if (decimals >= 0) decimals++
    } else if (code === 46 && decimals < 0) {
      decimals = 0
    } else {
      return slowNumber(text.slice(from, to))
    }
  }
  if (digits === 0 || digits > digitsExactMax) return slowNumber(text.slice(from, to))
  const size = decimals > 0 ? value / (powersOfTen[decimals] ?? 1) : value
  return isNegative && size !== 0 ? -size : size
}

/** A double as XML Schema writes it; other notations that `Number` takes (hexadecimal, infinity) are none. */
function slowNumber(text: string): number {
  return /^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?\s*$/.test(text)
    ? finite(Number(text))
    : Number.NaN
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN
}

const dayMs = 86_400_000

/**
 * The serial of an ISO date such as `2025-01-31` or `2025-01-31T12:00:00`, as cells of type `d` hold it; NaN when it is
 * no date. The 1900 system counts a 29 February 1900 that never was, hence the step at 1 March.
 */
export function serialOfIsoDate(text: string, is1904: boolean): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(text)
  if (match === null) return Number.NaN
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const date = Date.UTC(year, month - 1, day)
  const isDate = new Date(date).toISOString().startsWith(text.slice(0, 10)) && hour < 24 && minute < 60 && second < 60
  if (!isDate) return Number.NaN
  const time = (hour * 3600 + minute * 60 + second) / 86_400
  if (is1904) return (date - Date.UTC(1904, 0, 1)) / dayMs + time
  const days = (date - Date.UTC(1899, 11, 31)) / dayMs
  return (days >= 60 ? days + 1 : days) + time
}
