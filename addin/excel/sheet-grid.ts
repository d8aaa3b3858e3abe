import type { Cell } from '#shared/cells/index.ts'
import { cellKey, type SheetGrid, type TablePlace } from '#shared/workbook/grid.ts'
import type { Layers } from './layers.ts'
import type { SurveyedSheet } from './survey.ts'

/** What of a sheet is not in its cells. */
export type SheetFacts = Pick<SheetGrid, 'hiddenRows' | 'hiddenColumns'> & { readonly tables: readonly TablePlace[] }

/**
 * The sheet as `shared/workbook` reads it. Merged cells are not told: the one call that would tell them takes away what a person
 * could undo (office-js issue 5918), so rule GB-107 is judged on files only.
 */
export function sheetGrid({ name, visibility, used }: SurveyedSheet, layers: Layers, facts: SheetFacts): SheetGrid {
  const rows: (Cell | undefined)[][] = []
  const formulas = new Map<number, string>()
  const box = used ?? { row: 0, column: 0, rows: 0, columns: 0 }
  for (let row = box.row; row < box.row + box.rows; row++) {
    const cells: (Cell | undefined)[] = []
    for (let column = box.column; column < box.column + box.columns; column++) {
      const formula = layers.formulaAt(row, column)
      if (formula !== undefined) formulas.set(cellKey(row, column), formula.slice(1))
      const cell = cellOf(layers, row, column, formula !== undefined)
      if (cell !== undefined) cells[column] = cell
    }
    if (cells.length > 0) rows[row] = cells
  }
  return { name, visibility, rows, formulas, merges: [], ...facts }
}

/** Undefined: an empty cell. A formula that gives '' is a text of no length, as it is in a file. */
function cellOf(layers: Layers, row: number, column: number, isFormula: boolean): Cell | undefined {
  const value = layers.valueAt(row, column)
  switch (typeof value) {
    case 'number': {
      const numberFormat = layers.at('numberFormat', row, column)
      return typeof numberFormat === 'string' ? { kind: 'number', value, numberFormat } : { kind: 'number', value }
    }
    case 'boolean':
      return { kind: 'boolean', value }
    case 'string':
      if (layers.at('valueTypes', row, column) === 'Error') return { kind: 'error', value }
      return value === '' && !isFormula ? undefined : { kind: 'text', value }
    default:
      return undefined
  }
}
