/** Changes formulas wherever a workbook keeps them: in cells, names, lists of choices and conditional formats. */
import type { BookParts } from './parts.ts'

export interface FormulaPlace {
  /** Null for a name, which belongs to the whole workbook. */
  readonly sheet: string | null
  readonly row: number
  readonly column: number
}

export function rewriteFormulas(parts: BookParts, change: (formula: string, place: FormulaPlace) => string): void {
  const { calculation, edits, state } = parts
  for (const cell of calculation.formulas()) {
    const formula = change(cell.formula, cell)
    if (formula !== cell.formula) edits.putFormula(cell, formula)
  }
  const { structure } = state
  const names = structure.names.map((name) => ({
    ...name,
    formula: change(name.formula, { sheet: null, row: 0, column: 0 }),
  }))
  const conditionalFormats = structure.conditionalFormats.map((format) => ({
    ...format,
    formula: change(format.formula, { sheet: format.sheet, row: format.box.row, column: format.box.column }),
  }))
  const validations = structure.validations.map((validation) => {
    const { rule, sheet, box } = validation
    if (rule.kind !== 'list' || !rule.source.startsWith('=')) return validation
    return {
      ...validation,
      rule: { ...rule, source: change(rule.source, { sheet, row: box.row, column: box.column }) },
    }
  })
  edits.putStructure({ ...structure, names, conditionalFormats, validations })
}
