/** Values as the messages of rules show them. */
import { type Cents, formatCents, formatHours, type HundredthHours } from '#shared/cells/index.ts'
import type { Language } from '#shared/model/index.ts'
import type { Value, Wording } from './rule.ts'

/** The message in both languages; its places get the values in the order in which they stand in the text. */
export function fill(message: Wording, values: readonly Value[]): Wording {
  return { nl: fillIn(message.nl, values, 'nl'), en: fillIn(message.en, values, 'en') }
}

/** One value in both languages. */
export function wordingOf(value: Value): Wording {
  return typeof value === 'object' ? value : { nl: String(value), en: String(value) }
}

function fillIn(text: string, values: readonly Value[], language: Language): string {
  let next = 0
  return text.replace(/\{[\w/]+\}/g, (place) => {
    const value = values[next++]
    if (value === undefined) return place
    return typeof value === 'object' ? value[language] : String(value)
  })
}

/** Values one after another: `HOL, SPZ`. */
export function listed(values: readonly Value[]): Wording {
  const wordings = values.map(wordingOf)
  return { nl: wordings.map(({ nl }) => nl).join(', '), en: wordings.map(({ en }) => en).join(', ') }
}

/** Values side by side: `80 in HOL`. Texts are the same in both languages. */
export function joined(...values: readonly Value[]): Wording {
  const wordings = values.map(wordingOf)
  return { nl: wordings.map(({ nl }) => nl).join(' '), en: wordings.map(({ en }) => en).join(' ') }
}

/** Whole cents in euros, `318.880` or `12,50`: decimals only when there are any. Sums may pass the bound of one amount. */
export function amount(cents: number): Wording {
  return { nl: briefly(formatCents(cents as Cents, 'nl')), en: briefly(formatCents(cents as Cents, 'en')) }
}

/** Whole hundredths of an hour, shown as an amount is. */
export function hours(hundredths: number): Wording {
  const quantity = hundredths as HundredthHours
  return { nl: briefly(formatHours(quantity, 'nl')), en: briefly(formatHours(quantity, 'en')) }
}

/** A share of 100 with at most one decimal, rounded away from 100 so that 100,04 never reads as 100. */
export function percent(share: number): Wording {
  if (!Number.isFinite(share)) return { nl: '∞', en: '∞' }
  const tenths = (share > 100 ? Math.ceil(share * 10 - slack) : Math.floor(share * 10 + slack)) / 10
  return { nl: String(tenths).replace('.', ','), en: String(tenths) }
}

/** A share such as 28.7 comes out of a division a hair too high or too low. */
const slack = 1e-6

/** `01-04-2023 t/m 30-09-2024`; a missing end is left open. */
export function period(from: string | null, to: string | null): Wording {
  return {
    nl: [from && `vanaf ${dutchDate(from)}`, to && `t/m ${dutchDate(to)}`].filter(Boolean).join(' '),
    en: [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '),
  }
}

/** `2023-03-28` as `28-03-2023`. */
export function dutchDate(date: string): string {
  return date.split('-').toReversed().join('-')
}

function briefly(text: string): string {
  return /[.,]00$/.test(text) ? text.slice(0, -3) : text
}

/** What was read, given as the Dutch text of hundredths (`500.000,00`); other text stays as it is. */
export function fromDutchText(read: string): Wording {
  const hundredths = hundredthsOfDutchText(read)
  return hundredths === undefined ? { nl: read, en: read } : amount(hundredths)
}

/** Whole hundredths; undefined when the text is not a number with two decimals. */
export function hundredthsOfDutchText(read: string): number | undefined {
  return /^-?[\d.]+,\d\d$/.test(read) ? Number(read.replace(/[.,]/g, '')) : undefined
}
