/** How the functions of the engine are written: what they are given, and how their parameters are read. */
import type { CellError, Scalar } from '../book.ts'
import { errorValue, isErrorValue } from './error-values.ts'
import type { Expression } from './expression.ts'
import { lift, type Operand } from './operand.ts'
import type { Position, Surroundings } from './surroundings.ts'

/** One call of a function in a formula. */
export interface Call {
  readonly count: number
  /** Whether something stands in this place, be it an empty cell: `IF(A1,,3)` leaves place 1 out. */
  readonly isGiven: (index: number) => boolean
  /** Computed when first asked for, so that IF leaves alone what it does not need. Null when left out. */
  readonly operand: (index: number) => Operand
  readonly position: Position
  readonly surroundings: Surroundings
}

export interface FunctionBody {
  readonly min: number
  readonly max: number
  readonly run: (call: Call) => Operand
}

export type Functions = Readonly<Record<string, FunctionBody>>

/** No function of Excel takes more. */
const parametersMax = 255

export function callOf(
  parameters: readonly (Expression | null)[],
  compute: (part: Expression) => Operand,
  position: Position,
  surroundings: Surroundings,
): Call {
  const computed = new Map<number, Operand>()
  const operand = (index: number): Operand => {
    const part = parameters[index]
    if (part === null || part === undefined) return null
    const known = computed.get(index)
    if (known !== undefined) return known
    const value = compute(part)
    computed.set(index, value)
    return value
  }
  const isGiven = (index: number) => parameters[index] !== null && parameters[index] !== undefined
  return { count: parameters.length, isGiven, operand, position, surroundings }
}

/** Reads a parameter; undefined stands for one beyond the last. */
type Reader<T> = (value: Scalar | undefined) => T | CellError

type Readers<T extends readonly unknown[]> = { readonly [Index in keyof T]: Reader<T[Index]> }

/** A parameter that may be left out at the end. */
export function optional<T>(reader: Reader<T>, fallback: T): Reader<T> {
  return (value) => (value === undefined ? fallback : reader(value))
}

/**
 * A function of single values, computed cell by cell where it is given arrays. An error among its parameters is its
 * result. The first `min` parameters must be there.
 */
export function each<const T extends readonly unknown[]>(
  min: number,
  readers: Readers<T>,
  body: (...values: T) => Scalar,
): FunctionBody {
  const run = ({ count, operand, surroundings }: Call) =>
    lift(
      Array.from({ length: count }, (_, index) => operand(index)),
      surroundings,
      (values) => {
        const read = readers.map((reader, index) => reader(values[index]))
        // The readers made these values: TypeScript cannot follow a tuple through map.
        return read.find(isErrorValue) ?? body(...(read as unknown as T))
      },
    )
  return { min, max: readers.length, run }
}

/** As `each`, for a function that looks at errors itself. */
export function eachValue(min: number, max: number, body: (...values: readonly Scalar[]) => Scalar): FunctionBody {
  const run = ({ count, operand, surroundings }: Call) =>
    lift(
      Array.from({ length: count }, (_, index) => operand(index)),
      surroundings,
      (values) => body(...values),
    )
  return { min, max, run }
}

/** A function of whole ranges and arrays. */
export function whole(min: number, max: number | 'any', run: (call: Call) => Operand): FunctionBody {
  return { min, max: max === 'any' ? parametersMax : max, run }
}

export function valueError(reason?: string): CellError {
  return errorValue('#VALUE!', reason)
}
