/** A sheet of a design as the parts that are written with one call each: blocks of one style, values, formulas, widths. */
import { toCellText } from '#shared/cells/index.ts'
import type { CellDesign, CellValue, SheetDesign, StyleName } from '#shared/workbook/design.ts'
import type { Area } from '#shared/workbook/grid.ts'
import type { Box } from './box.ts'
import type { WrittenCell } from './pen.ts'
import { boxesAround, gapCells, type PlacedValue, type Rectangle, rectanglesOf } from './rectangles.ts'

export interface StyledBlock {
  readonly box: Box
  readonly style: StyleName
}

export function boxOfArea({ top, left, bottom, right }: Area): Box {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}

/** In the order in which they apply: columns of tables, headings, and then cells with a style of their own. */
export function styledBlocks({ tables, cells }: SheetDesign): readonly StyledBlock[] {
  const styles = [...new Set(cells.flatMap(({ style }) => style ?? []))]
  return [
    ...tables.flatMap(({ area, columns }) => [
      ...columns.map(({ style }, offset) => {
        const column = area.left + offset
        return { box: boxOfArea({ ...area, top: area.top + 1, left: column, right: column }), style }
      }),
      { box: boxOfArea({ ...area, bottom: area.top }), style: 'heading' as const },
    ]),
    ...styles.flatMap((style) => {
      const own = cells.filter((cell) => cell.style === style)
      return boxesAround(own, 0).map((box) => ({ box, style }))
    }),
  ]
}

/** Values and the headings of tables; a formula brings its own value. */
export function valueRectangles({ cells, tables }: SheetDesign): readonly Rectangle<WrittenCell>[] {
  const headings = tables.flatMap(({ area, columns }) =>
    columns.map(({ heading }, offset) => ({ row: area.top, column: area.left + offset, value: toCellText(heading) })),
  )
  const values = cells.flatMap(({ row, column, value, formula }): readonly PlacedValue<WrittenCell>[] =>
    value === null || formula !== undefined ? [] : [{ row, column, value: writtenCell(value) }],
  )
  return rectanglesOf([...headings, ...values], gapCells)
}

/** Formulas as Excel takes them in every language: in English, with `=`. */
export function formulaRectangles({ cells }: SheetDesign): readonly Rectangle<WrittenCell>[] {
  const formulas = cells.flatMap(({ row, column, formula }: CellDesign) =>
    formula === undefined ? [] : [{ row, column, value: `=${formula}` }],
  )
  return rectanglesOf(formulas, 0)
}

/** Text stays text whatever it looks like; null empties the cell. */
export function writtenCell(value: CellValue): WrittenCell {
  if (value === null) return ''
  return typeof value === 'string' ? toCellText(value) : value
}

/** Widths in characters by column. Tables above each other share columns: the widest counts. */
export function columnWidths({ tables, columnWidths: given }: SheetDesign): ReadonlyMap<number, number> {
  const widths = new Map(given)
  for (const { area, columns } of tables) {
    for (const [offset, { widthChars }] of columns.entries()) {
      const column = area.left + offset
      widths.set(column, Math.max(widthChars, widths.get(column) ?? 0))
    }
  }
  return widths
}

/** Columns that every table above or below each other hides. */
export function hiddenColumns({ tables }: SheetDesign): readonly number[] {
  const isHidden = new Map<number, boolean>()
  for (const { area, columns } of tables) {
    for (const [offset, column] of columns.entries()) {
      const place = area.left + offset
      isHidden.set(place, (column.isHidden ?? false) && (isHidden.get(place) ?? true))
    }
  }
  return [...isHidden].filter(([, hidden]) => hidden).map(([column]) => column)
}
