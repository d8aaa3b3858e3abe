/** What the address of the page asks for. */
import { budgetYearSchema } from '#shared/model/index.ts'
import type { Language } from './text.ts'

export type StartChoice =
  | { readonly kind: 'example'; readonly areaCode: string; readonly year: number }
  | { readonly kind: 'empty' }
  /** The page asks. */
  | { readonly kind: 'ask' }

export interface PageOptions {
  readonly start: StartChoice
  readonly language: Language
  /** The pane loads Microsoft's office.js instead of our own client; that needs https. */
  readonly usesOfficeJs: boolean
}

/**
 * `?gebied=HOL&jaar=2023` is an example workbook, `?leeg` an empty one, `?taal=en` English, `?officejs` the pane with
 * Microsoft's office.js. An area or year that does not exist asks, as nothing does.
 */
export function readPageOptions(search: string, areaCodes: readonly string[], exampleYear: number): PageOptions {
  const parameters = new URLSearchParams(search)
  const areaCode = parameters.get('gebied')?.toUpperCase()
  const year = budgetYearSchema.safeParse(Number(parameters.get('jaar') ?? exampleYear))
  const isExample = areaCode !== undefined && areaCodes.includes(areaCode) && year.success
  const other: StartChoice = parameters.has('leeg') ? { kind: 'empty' } : { kind: 'ask' }
  return {
    start: isExample ? { kind: 'example', areaCode, year: year.data } : other,
    language: parameters.get('taal') === 'en' ? 'en' : 'nl',
    usesOfficeJs: parameters.has('officejs'),
  }
}
