/** One cell to the value of its field, by the field's kind. Everything goes through `shared/cells`. */
import { type Cell, readCode, readDate, readHours, readText, type Reading } from '#shared/cells/index.ts'
import { codesMatchingNumber } from '#shared/codes/index.ts'
import { type Field, yearsOf } from '#shared/model/index.ts'
import { rememberingNumbers, rememberingTexts } from './remembered.ts'
import { readAmountInUnit } from './unit.ts'

/** `ambiguous`: a number cell in a code column that can mean each of these codes (rule GB-202). */
export type FieldReading = Reading<string | number> | { status: 'ambiguous'; candidates: readonly string[] }
export type FieldReader = (cell: Cell) => FieldReading

/** What numbers in the cells of a table mean. */
export interface ReadingScale {
  readonly budgetYear: number
  readonly euros: 1 | 1000
}

/** A column has few different codes, words and dates, and they come back row after row: each is read once. */
export function fieldReader(field: Field, scale: ReadingScale): FieldReader {
  switch (field.kind) {
    case 'code':
      return rememberingTexts(codeReader(field, scale.budgetYear, atMost(field.max, readCode)))
    case 'text':
      return rememberingTexts(atMost(field.max, readText))
    case 'cents':
      return (cell) => readAmountInUnit(cell, scale.euros)
    case 'hours':
      return readHours
    case 'date':
      return rememberingNumbers(readDate)
    case 'year':
      return rememberingNumbers(readYear)
  }
}

const yearMin = 2000
const yearMax = 2100

/** A calendar year from 2000 to 2100, from a number or a text; anything else is not a year. */
export function readYear(cell: Cell): Reading<number> {
  const reading = readCode(cell)
  if (reading.status !== 'ok' && reading.status !== 'warning') return reading
  const year = /^\d{4}$/.test(reading.value) ? Number(reading.value) : 0
  return year >= yearMin && year <= yearMax ? { status: 'ok', value: year } : { status: 'error', code: 'not-a-number' }
}

/** The store and the schemas count a text as JavaScript does, in UTF-16 units. */
function atMost(max: number | undefined, read: (cell: Cell) => Reading<string>) {
  return (cell: Cell): Reading<string> => {
    const reading = read(cell)
    const isTooLong = 'value' in reading && max !== undefined && reading.value.length > max
    return isTooLong ? { status: 'error', code: 'too-long' } : reading
  }
}

const sides: ReadonlyMap<string, string> = new Map([
  ['l', 'L'],
  ['b', 'B'],
  ['lasten', 'L'],
  ['baten', 'B'],
])
const natures: ReadonlyMap<string, string> = new Map([
  ['i', 'I'],
  ['s', 'S'],
  ['incidenteel', 'I'],
  ['structureel', 'S'],
])

function codeReader(field: Field, budgetYear: number, read: (cell: Cell) => Reading<string>): FieldReader {
  if (field.id === 'side') return (cell) => spelledOut(read(cell), sides)
  if (field.id === 'nature') return (cell) => spelledOut(read(cell), natures)
  if (field.id !== 'taakveldCode') return read
  const years = yearsOf(budgetYear)
  return (cell) => (cell.kind === 'number' ? readTaakveldNumber(cell.value, years, read(cell)) : read(cell))
}

/** What people write for L/B and I/S, as the one letter; other words stay for the rules to judge. */
function spelledOut(reading: Reading<string>, letters: ReadonlyMap<string, string>): Reading<string> {
  const letter = 'value' in reading ? letters.get(reading.value.toLowerCase()) : undefined
  return letter === undefined || !('value' in reading) ? reading : { ...reading, value: letter }
}

/** Excel makes 0.1 of a typed 0.10, so a number is only a code when it can be no other one in the years of the budget. */
function readTaakveldNumber(value: number, years: readonly number[], reading: Reading<string>): FieldReading {
  if (!('value' in reading)) return reading
  const candidates = codesMatchingNumber(value, years)
  if (candidates.length > 1) return { status: 'ambiguous', candidates }
  return { status: 'warning', value: candidates[0] ?? reading.value, code: 'number-as-text' }
}
