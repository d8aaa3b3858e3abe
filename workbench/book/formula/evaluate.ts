/** Computes an expression at a place in the workbook. */
import type { FunctionArgument, Scalar } from '../book.ts'
import { boxAround, sharedBox } from '../box.ts'
import { functionNamed } from '../functions/index.ts'
import { asNumber } from './coerce.ts'
import { errorValue, isErrorValue } from './error-values.ts'
import type { BinaryOperator, Expression } from './expression.ts'
import { callOf } from './function-body.ts'
import { locateRange, locateTable } from './locate.ts'
import {
  gridOf,
  gridOfRange,
  isGrid,
  isRange,
  isRangeUnion,
  lift,
  type Operand,
  type Range,
  type RangeUnion,
  scalarOf,
} from './operand.ts'
import { finite, operate } from './operators.ts'
import { readFormula } from './read-formula.ts'
import type { Position, Surroundings } from './surroundings.ts'

/** What LET named so far, and how deep defined names refer to each other. */
interface Scope {
  readonly position: Position
  readonly surroundings: Surroundings
  readonly bindings: ReadonlyMap<string, Operand>
  readonly nameDepth: number
}

/** More names behind names than this go round in a circle. */
const nameDepthMax = 32

export function evaluate(expression: Expression, position: Position, surroundings: Surroundings): Operand {
  return compute(expression, { position, surroundings, bindings: new Map(), nameDepth: 0 })
}

function compute(expression: Expression, scope: Scope): Operand {
  const { position, surroundings } = scope
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'array':
      return expression.rows
    case 'range':
      return locateRange(expression, position, surroundings)
    case 'table':
      return locateTable(expression, position, surroundings)
    case 'name':
      return computeName(expression.name, scope)
    case 'prefix':
      return computePrefix(expression.operator, compute(expression.operand, scope), scope)
    case 'percent':
      return lift([compute(expression.operand, scope)], surroundings, ([value = null]) => scaled(value, 1 / 100))
    case 'spill':
      return computeSpill(compute(expression.operand, scope), surroundings)
    case 'binary':
      return computeBinary(
        expression.operator,
        compute(expression.left, scope),
        compute(expression.right, scope),
        surroundings,
      )
    case 'call':
      return computeCall(expression.name, expression.parameters, scope)
    case 'let':
      return computeLet(expression, scope)
  }
}

function computeName(name: string, scope: Scope): Operand {
  const { surroundings } = scope
  const bound = scope.bindings.get(name.toLowerCase())
  if (bound !== undefined) return bound
  const formula = surroundings.formulaNamed(name)
  if (formula !== undefined) {
    if (scope.nameDepth >= nameDepthMax) return errorValue('#REF!', 'kringverwijzing')
    return compute(readFormula(formula), { ...scope, bindings: new Map(), nameDepth: scope.nameDepth + 1 })
  }
  if (surroundings.tableNamed(name) !== undefined) {
    return locateTable({ kind: 'table', table: name, columns: [], sections: [] }, scope.position, surroundings)
  }
  return errorValue('#NAME?')
}

function computePrefix(operator: '+' | '-' | '@', operand: Operand, { position, surroundings }: Scope): Operand {
  if (operator === '+') return operand
  if (operator === '@') return intersectedHere(operand, position, surroundings)
  return lift([operand], surroundings, ([value = null]) => scaled(value, -1))
}

function scaled(value: Scalar, factor: number): Scalar {
  const number = asNumber(value)
  if (isErrorValue(number)) return number
  return finite(factor === -1 ? -number : number * factor)
}

/** Of a column the cell in this row, of a row the cell in this column, of an array its first value. */
function intersectedHere(operand: Operand, { sheet, row, column }: Position, surroundings: Surroundings): Operand {
  if (isGrid(operand)) return operand[0]?.[0] ?? null
  if (!isRange(operand)) return operand
  const { box } = operand
  const isOneColumn = box.columns === 1
  const isOneRow = box.rows === 1
  const here = {
    row: isOneRow ? box.row : row,
    column: isOneColumn ? box.column : column,
    rows: 1,
    columns: 1,
  }
  const isCrossed = (isOneRow || isOneColumn || operand.sheet === sheet) && sharedBox(here, box) !== null
  return isCrossed ? surroundings.value(operand.sheet, here.row, here.column) : errorValue('#VALUE!')
}

function computeSpill(operand: Operand, surroundings: Surroundings): Operand {
  if (!isRange(operand)) return isErrorValue(operand) ? operand : errorValue('#REF!')
  return surroundings.spillRange(operand.sheet, operand.box.row, operand.box.column) ?? errorValue('#REF!')
}

function computeBinary(operator: BinaryOperator, left: Operand, right: Operand, surroundings: Surroundings): Operand {
  switch (operator) {
    case ':':
      return rangesTogether(left, right, (a, b) => boxAround([a.box, b.box]))
    case ' ':
      return rangesTogether(left, right, (a, b) => sharedBox(a.box, b.box))
    case ',':
      return { ranges: [...rangesOf(left), ...rangesOf(right)] }
    default:
      return lift([left, right], surroundings, ([a = null, b = null]) => operate(operator, a, b))
  }
}

function rangesTogether(left: Operand, right: Operand, combine: (a: Range, b: Range) => Range['box'] | null): Operand {
  if (isErrorValue(left)) return left
  if (isErrorValue(right)) return right
  if (!isRange(left) || !isRange(right) || left.sheet !== right.sheet) return errorValue('#VALUE!')
  const box = combine(left, right)
  return box === null ? errorValue('#NULL!') : { sheet: left.sheet, box }
}

function rangesOf(operand: Operand): RangeUnion['ranges'] {
  if (isRange(operand)) return [operand]
  return isRangeUnion(operand) ? operand.ranges : []
}

function computeLet({ bindings, body }: Extract<Expression, { kind: 'let' }>, scope: Scope): Operand {
  const known = new Map(scope.bindings)
  for (const { name, value } of bindings) known.set(name, compute(value, { ...scope, bindings: known }))
  return compute(body, { ...scope, bindings: known })
}

function computeCall(name: string, parameters: readonly (Expression | null)[], scope: Scope): Operand {
  const body = functionNamed(name)
  if (body === undefined) return callCustom(name, parameters, scope)
  if (parameters.length < body.min || parameters.length > body.max) return errorValue('#VALUE!')
  const call = callOf(parameters, (part) => compute(part, scope), scope.position, scope.surroundings)
  return body.run(call)
}

function callCustom(name: string, parameters: readonly (Expression | null)[], scope: Scope): Operand {
  const operands = parameters.map((parameter) => parameter && compute(parameter, scope))
  const result = scope.surroundings.callCustom({
    name,
    arguments: operands.map((operand, index) =>
      parameters[index] === null ? null : argumentOf(operand, scope.surroundings),
    ),
    ranges: operands.map((operand) => (operand !== null && isRange(operand) ? operand : null)),
  })
  return result === undefined ? errorValue('#NAME?') : result
}

function argumentOf(operand: Operand, surroundings: Surroundings): FunctionArgument {
  const scalar = scalarOf(operand, surroundings)
  return scalar === undefined ? gridOf(operand, surroundings) : scalar
}

/** The value of a cell: a formula that refers to an empty cell shows 0. */
export function resultOf(operand: Operand, surroundings: Surroundings): Scalar | readonly (readonly Scalar[])[] {
  if (isRangeUnion(operand)) return errorValue('#VALUE!')
  const value = isRange(operand) ? rangeResult(operand, surroundings) : operand
  if (!isGrid(value)) return value ?? 0
  const [only] = value
  if (value.length === 1 && only?.length === 1) return only[0] ?? 0
  return value.map((row) => row.map((scalar) => scalar ?? 0))
}

function rangeResult({ sheet, box }: Range, surroundings: Surroundings): Scalar | readonly (readonly Scalar[])[] {
  return box.rows === 1 && box.columns === 1
    ? surroundings.value(sheet, box.row, box.column)
    : gridOfRange({ sheet, box }, surroundings)
}
