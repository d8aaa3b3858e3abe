/** Sentences, headings and moments in the language of the page. Inside a component they follow the language signal. */
import type { ReadonlySignal } from '@preact/signals'
import type { Language } from '#shared/model/index.ts'
import { en } from './text/en.ts'
import { headingsEn } from './text/headings-en.ts'
import { nl } from './text/nl.ts'

export type TextKey = keyof typeof nl

export interface PageSpeaker {
  readonly say: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
  /** A heading or title of a list. */
  readonly heading: (dutch: string) => string
  readonly pick: (text: { readonly nl: string; readonly en: string }) => string
  /** `29 nov 2026, 23:45`. */
  readonly moment: (atMs: number) => string
}

export function pageSpeaker(language: ReadonlySignal<Language>): PageSpeaker {
  return {
    say: (key, values = {}) =>
      (language.value === 'nl' ? nl : en)[key].replace(/\{(\w+)\}/g, (place, name: string) =>
        String(values[name] ?? place),
      ),
    heading: (dutch) => (language.value === 'nl' ? dutch : (headingsEn[dutch] ?? dutch)),
    pick: (text) => text[language.value],
    moment: (atMs) =>
      new Intl.DateTimeFormat(language.value === 'nl' ? 'nl-NL' : 'en-GB', {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(atMs),
  }
}
