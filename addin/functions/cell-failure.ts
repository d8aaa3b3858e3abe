/** Why a cell has no value, for people. Only #N/A and #VALUE! can carry a text in Excel, so every failure is one of these. */
import type { Language } from '#shared/model/index.ts'

export type Wording = Readonly<Record<Language, string>>

export class CellFailure extends Error {
  override name = 'CellFailure'
  readonly code: 'notAvailable' | 'invalidValue'
  readonly wording: Wording

  constructor(code: CellFailure['code'], wording: Wording, options?: ErrorOptions) {
    super(wording.nl, options)
    this.code = code
    this.wording = wording
  }
}

/** #N/A: there is no such value, or not now. */
export function unavailable(nl: string, en: string): CellFailure {
  return new CellFailure('notAvailable', { nl, en })
}

/** #VALUE!: an argument is wrong. */
export function invalid(nl: string, en: string): CellFailure {
  return new CellFailure('invalidValue', { nl, en })
}

/** What was thrown, as a failure: a fault of our own shows in its cell instead of leaving it busy. */
export function failureOf(thrown: unknown): CellFailure {
  if (thrown instanceof CellFailure) return thrown
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new CellFailure(
    'invalidValue',
    { nl: `Onverwachte fout in de functie: ${detail}`, en: `Unexpected fault in the function: ${detail}` },
    { cause: thrown },
  )
}

/** The failure as Excel shows it. `CustomFunctions` is a global of the page, made by office.js. */
export function cellError({ code, wording }: CellFailure, language: Language): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[code], wording[language])
}
