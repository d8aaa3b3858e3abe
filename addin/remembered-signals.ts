/** What the pane shows by a person's own choice, kept for the next time. */
import { effect, type Signal, signal } from '@preact/signals'
import type { Language } from '#shared/model/index.ts'
import type { Preferences } from './preferences.ts'

/** The language that was chosen, else that of Office. */
export function rememberedLanguage({ get, set }: Preferences, ofOffice: Language): Signal<Language> {
  const chosen = get('taal')
  const language = signal<Language>(chosen === 'nl' || chosen === 'en' ? chosen : ofOffice)
  effect(() => {
    if (language.value !== ofOffice || get('taal') !== null) set('taal', language.value)
  })
  return language
}

export function rememberedFirstRun({ get, set }: Preferences): Signal<boolean> {
  const isFirstRun = signal(get('kennisgemaakt') !== 'ja')
  effect(() => {
    if (!isFirstRun.value) set('kennisgemaakt', 'ja')
  })
  return isFirstRun
}
