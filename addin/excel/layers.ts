/** What was read of a sheet so far, array by array. A place without an entry was not read. */
import type { Box } from './box.ts'
import type { Layer, Piece } from './plan-reading.ts'

export class Layers {
  readonly #rows: Readonly<Record<Layer, (unknown[] | undefined)[]>> = {
    values: [],
    formulas: [],
    numberFormat: [],
    valueTypes: [],
  }

  put(layer: Layer, box: Box, cells: readonly (readonly unknown[])[]): void {
    const rows = this.#rows[layer]
    for (let offset = 0; offset < box.rows; offset++) {
      const row = (rows[box.row + offset] ??= [])
      const given = cells[offset] ?? []
      for (let column = 0; column < box.columns; column++) row[box.column + column] = given[column]
    }
  }

  at(layer: Layer, row: number, column: number): unknown {
    return this.#rows[layer][row]?.[column]
  }

  /** What the cell shows; an empty cell is ''. */
  valueAt(row: number, column: number): unknown {
    const value = this.at('values', row, column)
    return value === undefined ? this.at('formulas', row, column) : value
  }

  /**
   * The formula with its `=`; undefined when there is none. Text that begins with `=` is no formula: such a cell has the
   * same in both arrays.
   */
  formulaAt(row: number, column: number): string | undefined {
    const formula = this.at('formulas', row, column)
    const isFormula = typeof formula === 'string' && formula.length > 1 && formula.startsWith('=')
    return isFormula && formula !== this.at('values', row, column) ? formula : undefined
  }
}

/** Layers by the name of their sheet. */
export type Reading = Map<string, Layers>

export function layersOf(reading: Reading, { sheet }: Pick<Piece, 'sheet'>): Layers {
  const known = reading.get(sheet) ?? new Layers()
  reading.set(sheet, known)
  return known
}
