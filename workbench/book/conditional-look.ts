import { holds } from './box.ts'
import { asTruth } from './formula/coerce.ts'
import { evaluate } from './formula/evaluate.ts'
import { firstOf } from './formula/operand.ts'
import { readFormula } from './formula/read-formula.ts'
import type { BookParts } from './parts.ts'

/** What the conditional formats of a cell add at this moment. Where two say something, the one that was added first counts. */
export function conditionalLook(
  { state, calculation }: BookParts,
  sheet: string,
  row: number,
  column: number,
): { readonly fill: string | null; readonly color: string | null } {
  const { surroundings } = calculation
  const applying = state.structure.conditionalFormats.filter((format) => {
    if (format.sheet !== sheet || !holds(format.box, row, column)) return false
    const position = { sheet, row, column, down: row - format.box.row, right: column - format.box.column }
    return asTruth(firstOf(evaluate(readFormula(format.formula), position, surroundings), surroundings)) === true
  })
  return {
    fill: applying.find(({ fill }) => fill !== null)?.fill ?? null,
    color: applying.find(({ color }) => color !== null)?.color ?? null,
  }
}
