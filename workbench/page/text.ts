import { type Signal, signal } from '@preact/signals'
import { en } from './text-en.ts'
import { nl } from './text-nl.ts'

export type TextKey = keyof typeof nl
export type Language = 'nl' | 'en'
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/** The language of the page, and the text of a key in it; what reads a text is drawn anew when the language changes. */
export function createTexts(first: Language): { readonly language: Signal<Language>; readonly say: Say } {
  const language = signal(first)
  return { language, say: (key, values = {}) => filled((language.value === 'nl' ? nl : en)[key], values) }
}

/** A place without a value stays as it is, so that it is seen. */
function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
