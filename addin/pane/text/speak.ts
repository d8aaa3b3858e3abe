/**
 * Sentences, numbers and moments in the language of the pane. Inside a component they follow the language signal. Dutch is
 * always there; English is fetched when somebody wants it.
 */
import type { ReadonlySignal } from '@preact/signals'
import type { Language } from '#shared/model/index.ts'
import { nl } from './nl.ts'

export type TextKey = keyof typeof nl

export type Texts = Readonly<Record<TextKey, string>>

/** `findings` when there are the keys `findingsOne` and `findingsOther`. */
export type CountKey = { [Key in TextKey]: Key extends `${infer Stem}One` ? Stem : never }[TextKey]

/** A number is shown with the separators of the language; a year goes in as text. */
export type Values = Readonly<Record<string, string | number>>

export interface Speaker {
  readonly language: ReadonlySignal<Language>
  readonly say: (key: TextKey, values?: Values) => string
  /** The sentence for one or for more, with `{count}` filled in. */
  readonly count: (key: CountKey, count: number, values?: Values) => string
  readonly pick: (text: { readonly nl: string; readonly en: string }) => string
  readonly number: (value: number) => string
  /** How long ago: `5 minuten geleden`; beyond a week the date. */
  readonly ago: (atMs: number) => string
}

/** `english` is null until it was fetched: as long as it is, people read Dutch. */
export function speaker(
  language: ReadonlySignal<Language>,
  english: ReadonlySignal<Texts | null>,
  nowMs: () => number,
): Speaker {
  const say = (key: TextKey, values: Values = {}) => {
    const texts = language.value === 'nl' ? nl : (english.value ?? nl)
    return fillIn(texts[key], values, language.value)
  }
  return {
    language,
    say,
    count: (key, count, values) => say(`${key}${pluralOf(count)}` as TextKey, { ...values, count }),
    pick: (text) => text[language.value],
    number: (value) => formatNumber(value, language.value),
    ago: (atMs) => relativeTime(atMs, nowMs(), language.value) ?? say('justNow'),
  }
}

/** The sentence with its `{places}` filled in; a place without a value stays as it is, so that it is seen. */
export function fillIn(text: string, values: Values, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? formatNumber(value, language) : (value ?? place)
  })
}

/** Dutch and English both have one form for 1 and another for everything else. */
function pluralOf(count: number): 'One' | 'Other' {
  return count === 1 ? 'One' : 'Other'
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** At most two decimals, `1.234,5`. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value)
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** `5 minuten geleden`, `gisteren`; beyond a week the date with its time. Undefined within a minute, and for what is to come. */
export function relativeTime(atMs: number, nowMs: number, language: Language): string | undefined {
  const passedMs = nowMs - atMs
  if (passedMs < minuteMs) return undefined
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' })
  if (passedMs < hourMs) return relative.format(-Math.floor(passedMs / minuteMs), 'minute')
  if (passedMs < dayMs) return relative.format(-Math.floor(passedMs / hourMs), 'hour')
  if (passedMs < 7 * dayMs) return relative.format(-Math.floor(passedMs / dayMs), 'day')
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(atMs)
}
