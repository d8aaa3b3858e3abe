import type { Scalar } from '../book.ts'

/** A range as a formula writes it. A cell that moves with the formula has no `$`: `isRowFixed` tells of which edges. */
export interface RangeText {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly isTopFixed: boolean
  readonly isLeftFixed: boolean
  readonly isBottomFixed: boolean
  readonly isRightFixed: boolean
}

export type TableSection = 'all' | 'data' | 'headers' | 'totals' | 'this row'

export type BinaryOperator = '=' | '<' | '>' | '<=' | '>=' | '<>' | '-' | '+' | '*' | '/' | '^' | ':' | ' ' | ',' | '&'

/** A formula that was read. Sheets, tables and names are as it writes them: what they stand for is found when it is computed. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Scalar[])[] }
  | { readonly kind: 'range'; readonly sheet: string | null; readonly range: RangeText }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'table'
      /** Empty: the table in which the formula stands. */
      readonly table: string
      readonly columns: readonly string[]
      readonly sections: readonly TableSection[]
    }
  | { readonly kind: 'prefix'; readonly operator: '+' | '-' | '@'; readonly operand: Expression }
  | { readonly kind: 'percent'; readonly operand: Expression }
  | { readonly kind: 'spill'; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly (Expression | null)[] }
  | {
      readonly kind: 'let'
      readonly bindings: readonly { readonly name: string; readonly value: Expression }[]
      readonly body: Expression
    }

/** Every part of a formula, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression
  for (const part of directParts(expression)) yield* partsOf(part)
}

function directParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'prefix':
    case 'percent':
    case 'spill':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'call':
      return expression.parameters.filter((parameter) => parameter !== null)
    case 'let':
      return [...expression.bindings.map(({ value }) => value), expression.body]
    default:
      return []
  }
}
