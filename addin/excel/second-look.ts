/** What the first reading of a large sheet left open: values of formulas, errors among texts, formats of numbers. */
import type { Layers } from './layers.ts'
import { isPlain, type Layer, type Piece } from './plan-reading.ts'
import type { SurveyedSheet } from './survey.ts'

/** Pieces that still have to be read, one for each column at most; none for nearly every workbook. */
export function secondLook({ name: sheet, used }: SurveyedSheet, layers: Layers): readonly Piece[] {
  if (used === null || isPlain(sheet)) return nothing
  return Array.from({ length: used.columns }, (_, offset) => used.column + offset).flatMap((column) => {
    const wanted = new Set<Layer>()
    let top = Number.POSITIVE_INFINITY
    let bottom = -1
    for (let row = used.row; row < used.row + used.rows; row++) {
      const missing = missingOf(layers, row, column)
      if (missing.length === 0) continue
      for (const layer of missing) wanted.add(layer)
      top = Math.min(top, row)
      bottom = row
    }
    if (bottom < 0) return []
    return [{ sheet, box: { row: top, column, rows: bottom - top + 1, columns: 1 }, layers: [...wanted] }]
  })
}

const nothing: readonly never[] = []

function missingOf(layers: Layers, row: number, column: number): readonly Layer[] {
  const isKnown = (layer: Layer) => layers.at(layer, row, column) !== undefined
  const value = layers.valueAt(row, column)
  if (typeof value === 'number') return isKnown('numberFormat') ? nothing : ['numberFormat']
  if (typeof value !== 'string') return nothing
  if (value.startsWith('=') && !isKnown('values')) return ['values', 'valueTypes', 'numberFormat']
  return value.startsWith('#') && !isKnown('valueTypes') ? ['valueTypes'] : nothing
}
