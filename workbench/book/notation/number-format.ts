/** Number formats in the file's notation, taken apart: `#,##0.00;[Red]-#,##0.00`, `0%`, `dd\-mm\-yyyy`, `@`. */

export type FormatPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'whole' } // all digits before the decimal sign
  | { readonly kind: 'fraction' } // the decimal sign and what follows it
  | { readonly kind: 'exponent'; readonly hasPlus: boolean; readonly digits: number }
  | { readonly kind: 'date'; readonly letters: string }
  | { readonly kind: 'minutes'; readonly letters: string }
  | { readonly kind: 'elapsed'; readonly letters: string }
  | { readonly kind: 'value' } // General, or @ for a text

export interface FormatSection {
  readonly parts: readonly FormatPart[]
  readonly isDate: boolean
  readonly hasDayHalves: boolean
  readonly hasTextPlace: boolean
  readonly groups: boolean
  /** The value is shown times this: 100 for each percent sign, a thousandth for each comma at the end. */
  readonly factor: number
  readonly wholeDigitsMin: number
  readonly decimalsMin: number
  readonly decimalsMax: number
}

const known = new Map<string, readonly FormatSection[]>()
/** Formats come from files too: what is remembered must end somewhere. */
const knownMax = 1_000

/** One section for each of positive, negative, zero and text, as far as the format has them. */
export function formatSections(numberFormat: string): readonly FormatSection[] {
  const remembered = known.get(numberFormat)
  if (remembered !== undefined) return remembered
  const sections = splitSections(numberFormat).map(readSection)
  if (known.size < knownMax) known.set(numberFormat, sections)
  return sections
}

const piece =
  /"([^"]*)"?|\\(.)|_(.)|\*(.)|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|General|am\/pm|a\/p|(e)([+-])(0+)|(y+|m+|d+|h+|s+)|([0#?.,]+)|(@)|(.)/gis

function splitSections(numberFormat: string): readonly string[] {
  return numberFormat.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;)|^(?=;)|(?<=;)$/gs) ?? ['General']
}

function readSection(text: string): FormatSection {
  const parts: FormatPart[] = []
  let digits = ''
  let percents = 0
  let hasDayHalves = false
  for (const match of text.matchAll(piece)) {
    const [whole, quoted, escaped, wide, , elapsed, currency, exponent, sign, zeros, letters, places, at, other] = match
    if (quoted !== undefined || escaped !== undefined || currency !== undefined) {
      parts.push({ kind: 'text', text: quoted ?? escaped ?? currency ?? '' })
    } else if (wide !== undefined) parts.push({ kind: 'text', text: ' ' })
    else if (elapsed !== undefined) parts.push({ kind: 'elapsed', letters: elapsed.toLowerCase() })
    else if (exponent !== undefined) parts.push({ kind: 'exponent', hasPlus: sign === '+', digits: zeros?.length ?? 1 })
    else if (/^(?:am\/pm|a\/p)$/i.test(whole)) hasDayHalves = true
    else if (letters !== undefined) parts.push({ kind: 'date', letters: letters.toLowerCase() })
    else if (places !== undefined) {
      if (!/[0#?]/.test(places) && digits === '') parts.push({ kind: 'text', text: places === ',' ? '.' : ',' })
      else digits = addPlaces(parts, digits, places)
    } else if (at !== undefined || /^general$/i.test(whole)) parts.push({ kind: 'value' })
    else if (other !== undefined) {
      if (other === '%') percents += 1
      parts.push({ kind: 'text', text: other })
    }
  }
  const [wholePlaces = '', fractionPlaces = ''] = digits.split('.')
  const thousands = /,*$/.exec(digits)?.[0].length ?? 0
  return {
    parts: withMinutes(parts),
    isDate: parts.some(({ kind }) => kind === 'date' || kind === 'elapsed'),
    hasDayHalves,
    hasTextPlace: /@/.test(text),
    groups: /[0#?],+[0#?]/.test(wholePlaces),
    factor: 100 ** percents / 1000 ** thousands,
    wholeDigitsMin: wholePlaces.replace(/[^0]/g, '').length,
    decimalsMin: fractionPlaces.replaceAll(',', '').lastIndexOf('0') + 1,
    decimalsMax: fractionPlaces.replaceAll(',', '').length,
  }
}

/** A literal may stand within the digits (`00-00`): the number comes as a whole at its first place. */
function addPlaces(parts: FormatPart[], before: string, places: string): string {
  const [whole = ''] = places.split('.')
  if (!before.includes('.') && whole !== '' && !parts.some(({ kind }) => kind === 'whole'))
    parts.push({ kind: 'whole' })
  if (places.includes('.') && !before.includes('.')) {
    if (!parts.some(({ kind }) => kind === 'whole')) parts.push({ kind: 'whole' })
    parts.push({ kind: 'fraction' })
  }
  return before + places
}

/** `m` is the month, unless it follows hours or comes before seconds. */
function withMinutes(parts: readonly FormatPart[]): readonly FormatPart[] {
  const lettersOf = (part: FormatPart | undefined) =>
    part?.kind === 'date' || part?.kind === 'elapsed' ? part.letters : undefined
  const times = parts.filter((part) => lettersOf(part) !== undefined)
  return parts.map((part) => {
    if (part.kind !== 'date' || !part.letters.startsWith('m') || part.letters.length > 2) return part
    const index = times.indexOf(part)
    const isAfterHours = lettersOf(times[index - 1])?.startsWith('h') ?? false
    const isBeforeSeconds = lettersOf(times[index + 1])?.startsWith('s') ?? false
    return isAfterHours || isBeforeSeconds ? { kind: 'minutes', letters: part.letters } : part
  })
}
