import { en } from './en.ts'
import { nl } from './nl.ts'

export type TextKey = keyof typeof nl
export type Language = 'nl' | 'en'

/** The sentence of a key with its `{places}` filled in; a place without a value stays as it is, so that it is seen. */
export function say(language: Language, key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const sentence = language === 'nl' ? nl[key] : en[key]
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
