import { refuse, type Reading } from './cell.ts'
import { roundDecimal } from './decimal.ts'
import { readNumberText } from './number-text.ts'
import { foreignNotation, isTimeOfDay } from './foreign-notation.ts'
import { centsOf, readRounded, type Cents } from './quantity.ts'
import { typedText } from './typed-text.ts'

/**
 * What may stand around the digits, each at most once: a minus (hyphen, minus sign or en dash, before or after, or
 * parentheses), the euro and a multiplier. The minus of `500,-` belongs to the digits: it says that there are no cents.
 */
const surroundings = [
  { part: 'minus', pattern: /^\((.*)\)$/ },
  { part: 'minus', pattern: /^[-\u2212\u2013](.*)$/ },
  { part: 'minus', pattern: /^(.*[^,\-\u2212\u2013])[-\u2212\u2013]$/ },
  { part: 'euro', pattern: /^(?:€|euro?)(.*)$/i },
  { part: 'euro', pattern: /^(.*)(?:€|(?<!\p{L})euro?)$/iu },
  { part: 'multiplier', pattern: /^(.*)(mln\.?|miljoen|mrd\.?|miljard|(?<!\p{L})k|duizend|(?<!\p{L})m)$/iu },
] as const

/** The zeros that a multiplier adds. A bare M is not among them: in books it means a thousand as often as a million. */
const zerosByMultiplier: Readonly<Record<string, number>> = { k: 3, duizend: 3, mln: 6, miljoen: 6, mrd: 9, miljard: 9 }

interface AmountParts {
  digits: string
  minus: boolean
  euro: boolean
  multiplier: string | undefined
}

/**
 * The amount that a text says in Dutch; in English with a warning where it cannot be Dutch. Amounts as text always
 * warn.
 */
export function readAmountText(value: string): Reading<Cents> {
  const typed = typedText(value)
  if (typed.kind === 'blank') return { status: 'empty' }
  if (typed.kind === 'refused') return refuse(typed.code)
  const notation = isTimeOfDay(typed.text) ? 'date-in-amount' : foreignNotation(typed.text)
  if (notation !== undefined) return refuse(notation)
  const parts = takeApart(typed.text)
  return parts === undefined ? refuse('not-a-number') : readParts(parts, typed.invisible)
}

function readParts({ digits, minus, multiplier }: AmountParts, invisible: boolean): Reading<Cents> {
  const number = readNumberText(digits)
  if (number.kind === 'refused') return refuse(number.code)
  const zeros = zerosOf(multiplier, digits)
  if (zeros === undefined) return refuse('ambiguous')
  const rounded = roundDecimal({ ...number.decimal, decimals: number.decimal.decimals - zeros }, 2)
  return readRounded(rounded, (size) => centsOf(minus ? -size : size), {
    'english-notation': number.english,
    'invisible-characters': invisible,
    'number-as-text': true,
  })
}

/** Undefined for a bare M, and for `1.500k`, where the dot may be meant as a decimal sign. */
function zerosOf(multiplier: string | undefined, digits: string): number | undefined {
  if (multiplier === undefined) return 0
  return /^\d{1,3}\.\d{3}$/.test(digits) ? undefined : zerosByMultiplier[multiplier]
}

/** Undefined when something stands there twice, as in `-500-`. */
function takeApart(text: string): AmountParts | undefined {
  const parts: AmountParts = { digits: text, minus: false, euro: false, multiplier: undefined }
  for (;;) {
    const found = surroundings.find(({ pattern }) => pattern.test(parts.digits))
    if (found === undefined) return parts
    const [, inner = '', multiplier = ''] = found.pattern.exec(parts.digits) ?? []
    if (found.part === 'multiplier' ? parts.multiplier !== undefined : parts[found.part]) return undefined
    parts.digits = inner.trim()
    if (found.part === 'multiplier') parts.multiplier = multiplier.toLowerCase().replace('.', '')
    else parts[found.part] = true
  }
}
