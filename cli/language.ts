import type { Language } from '#shared/model/index.ts'
import { CliError } from './cli-error.ts'

/** Dutch unless `--taal en` asks for English. */
export function languageOf(value: string | undefined): Language {
  if (value === undefined || value === 'nl' || value === 'en') return value ?? 'nl'
  throw new CliError(`Kies met --taal uit nl en en, niet "${value}".`)
}
