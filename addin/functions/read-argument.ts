/** Arguments that name something: codes, years, versions, areas, and choices. Each reader throws a CellFailure. */
import { type Cell, readCode, type Reading } from '#shared/cells/index.ts'
import {
  areaCodeSchema,
  budgetYearMax,
  budgetYearMin,
  derivedVersion,
  versionSchema,
  yearsOf,
} from '#shared/model/index.ts'
import { soundCell } from './argument-cell.ts'
import { invalid } from './cell-failure.ts'
import { rememberTexts } from './remember-texts.ts'

const codeLengthMax = 60

/** A code as text. A number is refused, since Excel makes 0.1 of a typed 0.10 and nobody can tell them apart again. */
export function readCodeArgument(argument: unknown, name: string, lengthMax = codeLengthMax): string {
  return readOptionalCode(argument, name, lengthMax) ?? missing(name)
}

/** Null when the argument was left out or is empty. */
export function readOptionalCode(argument: unknown, name: string, lengthMax = codeLengthMax): string | null {
  const text = readOptionalText(argument, name)
  if (text !== null && text.length > lengthMax) {
    throw invalid(
      `Argument ${name} is te lang: hoogstens ${lengthMax} tekens.`,
      `Argument ${name} is too long: at most ${lengthMax} characters.`,
    )
  }
  return text
}

/** A budget year, as a number or as text. */
export function readYearArgument(argument: unknown, name: string): number {
  const cell = soundCell(argument, name)
  const year = yearOf(cell)
  if (year !== undefined && year >= budgetYearMin && year <= budgetYearMax) return year
  if (cell.kind === 'empty') return missing(name)
  throw invalid(
    `Argument ${name} is geen jaar: typ een jaartal van ${budgetYearMin} tot en met ${budgetYearMax}.`,
    `Argument ${name} is no year: type a year from ${budgetYearMin} to ${budgetYearMax}.`,
  )
}

export function readOptionalYear(argument: unknown, name: string): number | null {
  return soundCell(argument, name).kind === 'empty' ? null : readYearArgument(argument, name)
}

/** One of the four calendar years of a budget; null when left out. */
export function readCalendarYear(argument: unknown, budgetYear: number): number | null {
  const year = readOptionalYear(argument, 'kalenderjaar')
  const [first, , , last] = yearsOf(budgetYear)
  if (year === null || (year >= first && year <= last)) return year
  throw invalid(
    `Argument kalenderjaar valt buiten de begroting van ${budgetYear}: kies ${first} tot en met ${last}.`,
    `Argument kalenderjaar is outside the budget of ${budgetYear}: choose ${first} to ${last}.`,
  )
}

/** An area by its code. */
export function readAreaArgument(argument: unknown, name: string): string {
  return readAreaOrAll(argument, name) ?? missing(name)
}

/** Null: all areas together, which is empty, left out or `alle`. */
export function readAreaOrAll(argument: unknown, name: string): string | null {
  const code = readOptionalCode(argument, name)?.toUpperCase() ?? null
  if (code === null || code === 'ALLE') return null
  if (isAreaCode(code)) return code
  throw invalid(
    `"${code}" is geen gebied: typ een code van 2 tot 12 letters of cijfers, zoals HOL.`,
    `"${code}" is no area: type a code of 2 to 12 letters or digits, such as HOL.`,
  )
}

const isAreaCode = rememberTexts((code) => areaCodeSchema.safeParse(code).success)

/** A version such as `wijziging-1`; `Wijziging 1` and `na wijziging` are understood too. Null when left out. */
export function readVersion(argument: unknown, name: string): string | null {
  const text = readOptionalText(argument, name)
  if (text === null) return null
  const version = text.toLowerCase().replace(/[\s_]+/g, '-')
  if (version === derivedVersion || versionSchema.safeParse(version).success) return version
  throw invalid(
    `"${text}" is geen versie: typ primitief, wijziging-1 (2, 3 ...), na-wijziging, realisatie of prognose.`,
    `"${text}" is no version: type primitief, wijziging-1 (2, 3 ...), na-wijziging, realisatie or prognose.`,
  )
}

export function readVersionArgument(argument: unknown, name: string): string {
  return readVersion(argument, name) ?? missing(name)
}

/** A word of a list, whatever its capitals; `choices` gives what each word means. Null when left out. */
export function readChoice<T extends string>(
  argument: unknown,
  name: string,
  choices: Readonly<Record<string, T>>,
): T | null {
  const text = readOptionalText(argument, name)
  if (text === null) return null
  const lower = text.toLowerCase()
  const choice = Object.hasOwn(choices, lower) ? choices[lower] : undefined
  if (choice !== undefined) return choice
  const list = [...new Set(Object.values(choices))].join(', ')
  throw invalid(`"${text}" kan niet als ${name}: kies uit ${list}.`, `"${text}" is no ${name}: choose from ${list}.`)
}

export const sides = { l: 'L', b: 'B', lasten: 'L', baten: 'B' } as const
export const natures = { i: 'I', s: 'S', incidenteel: 'I', structureel: 'S' } as const

/** Throws: the argument is needed. */
export function missing(name: string): never {
  throw invalid(`Argument ${name} ontbreekt.`, `Argument ${name} is missing.`)
}

/** Null when empty. The text is cleaned as codes in cells are. */
export function readOptionalText(argument: unknown, name: string): string | null {
  if (argument === null) return null
  return typeof argument === 'string' ? textOf(readTyped(argument), name) : textOfCell(soundCell(argument, name), name)
}

const readTyped = rememberTexts((value) => readCode({ kind: 'text', value }))

function textOfCell(cell: Cell, name: string): string | null {
  if (cell.kind === 'number') {
    throw invalid(
      `Argument ${name} is een getal; 0.1 en 0.10 zijn verschillende codes: typ de code als tekst, met een apostrof.`,
      `Argument ${name} is a number; 0.1 and 0.10 are different codes: type the code as text, with an apostrophe.`,
    )
  }
  return textOf(readCode(cell), name)
}

function textOf(reading: Reading<string>, name: string): string | null {
  if (reading.status === 'empty') return null
  if (reading.status === 'error') {
    throw invalid(`Argument ${name} is niet te lezen als tekst.`, `Argument ${name} cannot be read as text.`)
  }
  return reading.value
}

function yearOf(cell: Cell): number | undefined {
  if (cell.kind === 'number') return Number.isInteger(cell.value) ? cell.value : undefined
  return cell.kind === 'text' && /^\s*\d{4}\s*$/.test(cell.value) ? Number(cell.value) : undefined
}
