/** Arguments that are amounts, hours and other numbers. Each reader throws a CellFailure. */
import { type Cell, readAmount, readHours, type Reading } from '#shared/cells/index.ts'
import { remedyOf } from '#shared/rules/reading-remedies.ts'
import { inherited, soundCell } from './argument-cell.ts'
import { type CellFailure, invalid } from './cell-failure.ts'
import { missing } from './read-argument.ts'

/** An amount in whole cents. */
export function readAmountArgument(argument: unknown, name: string): number {
  return amountOfCell(soundCell(argument, name), name) ?? missing(name)
}

/** Null when the cell is empty, which is not 0. */
export function amountOfCell(cell: Cell, name: string): number | null {
  return valueOf(readAmount(cell), cell, name, { nl: 'bedrag', en: 'an amount' })
}

/** Whole hundredths of an hour. */
export function readHoursArgument(argument: unknown, name: string): number {
  const cell = soundCell(argument, name)
  return valueOf(readHours(cell), cell, name, { nl: 'aantal uren', en: 'a number of hours' }) ?? missing(name)
}

/** Null when left out. */
export function readWholeNumber(argument: unknown, name: string, min: number, max: number): number | null {
  const cell = soundCell(argument, name)
  if (cell.kind === 'empty') return null
  const value = plainNumber(cell)
  if (value !== undefined && Number.isInteger(value) && value >= min && value <= max) return value
  throw invalid(
    `Argument ${name} moet een geheel getal zijn van ${min} tot en met ${max}.`,
    `Argument ${name} must be a whole number from ${min} to ${max}.`,
  )
}

const indexMax = 0.5

/** A yearly growth such as 2% or 0,02, in millionths; 0 when left out. */
export function readIndex(argument: unknown, name: string): number {
  const cell = soundCell(argument, name)
  if (cell.kind === 'empty') return 0
  const value = plainNumber(cell)
  if (value !== undefined && Math.abs(value) <= indexMax) return Math.round(value * 1_000_000)
  throw invalid(
    `Argument ${name} is geen percentage van -50% tot 50%: typ 2% of 0,02.`,
    `Argument ${name} is no percentage from -50% to 50%: type 2% or 0.02.`,
  )
}

/** A part of an allocation key: a number of 0 or more, or a text such as 25% or 0,25; an empty cell takes no part. */
export function weightOfCell(cell: Cell, name: string): number {
  if (cell.kind === 'empty') return 0
  if (cell.kind === 'error') throw inherited(cell.value, name)
  const value = plainNumber(cell)
  if (value !== undefined && value >= 0) return value
  throw invalid(
    `Argument ${name} bevat een aandeel dat geen getal van 0 of meer is.`,
    `Argument ${name} holds a share that is no number of 0 or more.`,
  )
}

const vatRates: ReadonlySet<number> = new Set([0, 9, 21])

/** A rate of VAT as a whole percentage; 21 when left out. */
export function readVatRate(argument: unknown, name: string): number {
  const cell = soundCell(argument, name)
  if (cell.kind === 'empty') return 21
  const value = plainNumber(cell)
  const rate = value !== undefined && value > 0 && value < 1 ? Math.round(value * 10_000) / 100 : value
  if (rate !== undefined && vatRates.has(rate)) return rate
  throw invalid(
    `Argument ${name} is geen btw-tarief: kies 21%, 9% of 0%.`,
    `Argument ${name} is no VAT rate: choose 21%, 9% or 0%.`,
  )
}

/** A text counts when it can mean one number only: digits, perhaps a decimal comma, perhaps a percent sign. */
function plainNumber(cell: Cell): number | undefined {
  if (cell.kind === 'number') return cell.value
  const [, digits, percent] = (cell.kind === 'text' && /^\s*(-?\d+(?:,\d+)?)\s*(%?)\s*$/.exec(cell.value)) || []
  if (digits === undefined) return undefined
  const value = Number(digits.replace(',', '.'))
  return percent === '%' ? value / 100 : value
}

/** Remarks about how a value was written do not keep a formula from counting with it. */
function valueOf<T>(reading: Reading<T>, cell: Cell, name: string, kind: { nl: string; en: string }): T | null {
  if (reading.status === 'empty') return null
  if (reading.status !== 'error') return reading.value
  throw cell.kind === 'error' ? inherited(cell.value, name) : unreadable(cell, reading.code, kind)
}

const quotedMax = 60

function unreadable(cell: Cell, code: string, kind: { nl: string; en: string }): CellFailure {
  const remedy = remedyOf(code, undefined)
  const raw = cell.kind === 'empty' ? '' : String(cell.value).slice(0, quotedMax)
  return invalid(`"${raw}" is geen ${kind.nl}: ${remedy.nl}.`, `"${raw}" is not ${kind.en}: ${remedy.en}.`)
}
