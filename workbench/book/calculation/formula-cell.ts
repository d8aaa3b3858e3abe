import type { Box, Scalar } from '../book.ts'
import { type Expression, partsOf } from '../formula/expression.ts'
import type { Grid, Range } from '../formula/operand.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { RunningCall } from './custom-calls.ts'

/**
 * A cell with a formula: what was entered and what came of it. The same object stays when rows move or references in its
 * text are adjusted, so that calls of the add-in's functions go on.
 */
export class FormulaCell {
  readonly kind = 'formula'
  formula: string
  expression: Expression
  /** Whether the add-in's functions were there when somebody entered this formula; if not, they stay #NAME?. */
  isBound: boolean
  sheet = ''
  row = 0
  column = 0
  /** Of a formula that fills more cells: the one in its own cell. */
  value: Scalar = 0
  spilled: Grid | null = null
  /** What the formula wanted to fill when something stood in its way. */
  blocked: Box | null = null
  precedents: readonly Range[] = []
  /** What its references stood for when the precedents were found. */
  precedentKey = ''
  /** By name and arguments. */
  readonly calls = new Map<string, RunningCall>()

  constructor(formula: string, isBound: boolean) {
    this.formula = formula
    this.expression = readFormula(formula)
    this.isBound = isBound
  }

  get hasSubtotal(): boolean {
    return functionNames(this).has('SUBTOTAL')
  }

  /** All cells that it fills, its own included. */
  get box(): Box {
    const { row, column, spilled } = this
    return { row, column, rows: spilled?.length ?? 1, columns: spilled?.[0]?.length ?? 1 }
  }
}

/** By expression, which cells with equal formulas share. */
const namesByExpression = new WeakMap<Expression, ReadonlySet<string>>()

/** Every function that the formula calls, in capitals. */
export function functionNames({ expression }: FormulaCell): ReadonlySet<string> {
  const known = namesByExpression.get(expression)
  if (known !== undefined) return known
  const names = new Set([...partsOf(expression)].flatMap((part) => (part.kind === 'call' ? [part.name] : [])))
  namesByExpression.set(expression, names)
  return names
}
