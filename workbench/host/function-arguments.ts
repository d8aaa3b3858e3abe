import type { CellError, ErrorText, FunctionArgument, Scalar } from '../book/book.ts'
import type { FunctionFacts, FunctionParameter } from './function-metadata.ts'

/** What is sent to the function, or the error that the cell shows without asking the function. */
export type PreparedArguments =
  | { readonly kind: 'ready'; readonly values: readonly unknown[] }
  | { readonly kind: 'error'; readonly error: CellError }

/**
 * Fits the arguments of a formula to the parameters: left out is null, ranges for a single value give their first
 * cell.
 */
export function prepareArguments(facts: FunctionFacts, given: readonly (FunctionArgument | null)[]): PreparedArguments {
  try {
    const values = facts.parameters.map((parameter, index) => {
      if (!parameter.repeating) return fit(given[index] ?? null, parameter, facts.allowsErrors)
      return given.slice(index).map((argument) => fit(argument, parameter, facts.allowsErrors))
    })
    return { kind: 'ready', values }
  } catch (thrown) {
    if (!(thrown instanceof Unfit)) throw thrown
    return { kind: 'error', error: thrown.error }
  }
}

/** Leaves the fitting of all arguments at once. */
class Unfit extends Error {
  readonly error: CellError

  constructor(error: CellError) {
    super(error.error)
    this.error = error
  }
}

function fit(argument: FunctionArgument | null, parameter: FunctionParameter, allowsErrors: boolean): unknown {
  if (argument === null) {
    if (!parameter.optional && !parameter.repeating) throw new Unfit({ error: '#VALUE!' })
    return null
  }
  if (parameter.dimensionality === 'matrix') {
    return rowsOf(argument).map((row) => row.map((value) => fitOne(value, parameter, allowsErrors)))
  }
  return fitOne(rowsOf(argument)[0]?.[0] ?? null, parameter, allowsErrors)
}

const rowsOf = (argument: FunctionArgument): readonly (readonly Scalar[])[] =>
  isRows(argument) ? argument : [[argument]]

const isRows = (argument: FunctionArgument): argument is readonly (readonly Scalar[])[] => Array.isArray(argument)

function fitOne(value: Scalar, { type }: FunctionParameter, allowsErrors: boolean): unknown {
  if (typeof value === 'object' && value !== null) {
    if (!allowsErrors || typesOfOneKind.has(type)) throw new Unfit(value)
    return { type: 'CustomFunctionError', code: value.error }
  }
  if (type === 'string') return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '')
  if (type === 'boolean') return value === null ? false : asTruth(value)
  if (type === 'number') return value === null ? 0 : asNumber(value)
  return value ?? ''
}

/** Parameters that take no errors. */
const typesOfOneKind = new Set(['number', 'string', 'boolean'])

function asNumber(value: number | string | boolean): number {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) throw new Unfit({ error: '#VALUE!' })
  return number
}

function asTruth(value: number | string | boolean): boolean {
  if (typeof value === 'string' && !/^(?:true|false)$/i.test(value)) throw new Unfit({ error: '#VALUE!' })
  return typeof value === 'string' ? value.toLowerCase() === 'true' : Boolean(value)
}

const errorTexts: readonly ErrorText[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]

/** What a cell shows of a result: a value, or rows that spill; a value of a richer type shows its plain part. */
export function shownOf(value: unknown): Scalar | readonly (readonly Scalar[])[] {
  if (!Array.isArray(value)) return scalarOf(value)
  const rows: readonly unknown[] = value
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row))) return { error: '#VALUE!' }
  return rows.map((row) => row.map(scalarOf))
}

function scalarOf(value: unknown): Scalar {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || value === null) return null
  const rich = value as { readonly type?: unknown; readonly basicValue?: unknown; readonly message?: unknown }
  if (rich.type !== 'Error') return scalarOf(rich.basicValue)
  return errorOf(rich.basicValue, rich.message)
}

/** An error whose text is none of Excel's is #VALUE!. */
export function errorOf(text: unknown, reason: unknown): CellError {
  const error = errorTexts.find((known) => known === text) ?? '#VALUE!'
  return typeof reason === 'string' && reason !== '' ? { error, reason } : { error }
}
