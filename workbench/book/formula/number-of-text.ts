/** Which number a text stands for where a formula needs one, as an Excel with Dutch settings reads it. */
import { isoDateOf, serialOfDate } from '#shared/cells/iso-date.ts'

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const decimalComma = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d*$/
const dutchThousands = /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/
const englishThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/
/** `1.234` is 1,234 to one reader and 1234 to the other. */
const ambiguous = /^[+-]?[1-9]\d{0,2}\.\d{3}$/
const dayFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** The number, share (`5%`) or date serial in a text; undefined when there is none, or when it may be two. */
export function numberOfText(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed.endsWith('%')) {
    const share = plainNumber(trimmed.slice(0, -1).trimEnd())
    return share === undefined ? undefined : share / 100
  }
  return ambiguous.test(trimmed) ? undefined : (plainNumber(trimmed) ?? dateSerial(trimmed))
}

/** As `numberOfText`, and a single dot is always a decimal sign: how a criterion is compared. */
export function numberOfCriterion(text: string): number | undefined {
  const trimmed = text.trim()
  return plain.test(trimmed) ? Number(trimmed) : numberOfText(trimmed)
}

function plainNumber(text: string): number | undefined {
  if (plain.test(text)) return Number(text)
  if (decimalComma.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (dutchThousands.test(text)) return Number(text.replaceAll('.', ''))
  return englishThousands.test(text) ? Number(text.replaceAll(',', '')) : undefined
}

function dateSerial(text: string): number | undefined {
  const [, day, month, year] = dayFirst.exec(text) ?? []
  const [, isoYear = year, isoMonth = month, isoDay = day] = yearFirst.exec(text) ?? []
  if (isoYear === undefined) return undefined
  const date = isoDateOf(Number(isoYear), Number(isoMonth), Number(isoDay))
  return date === undefined ? undefined : serialOfDate(date)
}
