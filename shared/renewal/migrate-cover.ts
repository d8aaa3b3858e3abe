/** What people filled in on the cover: the unit, the control totals and the sign-off. */
import { cellAt } from '#shared/workbook/defined-name.ts'
import {
  controlTotalFields,
  coverFields,
  coverSheet,
  labelColumn,
  signOffHeading,
  signOffRow,
  signOffSteps,
  valueColumn,
} from '#shared/workbook/cover-layout.ts'
import type { CellDesign, CellValue, SheetDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import { cellKey, type SheetGrid, type WorkbookGrid } from '#shared/workbook/grid.ts'
import { coverPlace } from '#shared/workbook/read-cover.ts'
import { horizonYears } from '#shared/model/index.ts'

/** What is filled in beside each step of the sign-off. */
const signOffColumns = [1, 2, 3]

export function withCoverOf(design: WorkbookDesign, grid: WorkbookGrid): WorkbookDesign {
  const values = new Map([...fieldValues(grid), ...signOffValues(grid)])
  const sheets = design.sheets.map((sheet) => (sheet.name === coverSheet ? withValues(sheet, values) : sheet))
  return { ...design, sheets }
}

type Entry = readonly [key: number, value: CellValue]

function fieldValues(grid: WorkbookGrid): readonly Entry[] {
  const wide = [controlTotalFields.L, controlTotalFields.B].map((field) => ({ field, width: horizonYears }))
  return [{ field: coverFields.unit, width: 1 }, ...wide].flatMap(({ field, width }) => {
    const place = coverPlace(grid, field)
    if (place === undefined) return []
    return Array.from(
      { length: width },
      (_, offset): Entry => [
        cellKey(field.row, valueColumn + offset),
        valueAt(place.sheet, place.row, place.column + offset),
      ],
    )
  })
}

/** The sign-off has no names: it is found by its heading. */
function signOffValues(grid: WorkbookGrid): readonly Entry[] {
  const sheet = grid.sheets.find(({ name }) => name === coverSheet)
  const heading = sheet?.rows.findIndex((cells) => {
    const cell = cells?.[labelColumn]
    return cell?.kind === 'text' && cell.value === signOffHeading
  })
  if (sheet === undefined || heading === undefined || heading < 0) return []
  return signOffSteps.flatMap((_step, at) =>
    signOffColumns.map(
      (column): Entry => [cellKey(signOffRow + 1 + at, column), valueAt(sheet, heading + 1 + at, column)],
    ),
  )
}

function valueAt(sheet: SheetGrid, row: number, column: number): CellValue {
  const cell = cellAt(sheet, row, column)
  return cell.kind === 'empty' ? null : cell.value
}

function withValues(sheet: SheetDesign, values: ReadonlyMap<number, CellValue>): SheetDesign {
  const cells = sheet.cells.map((cell): CellDesign => {
    const value = values.get(cellKey(cell.row, cell.column))
    return value === undefined ? cell : { ...cell, value }
  })
  return { ...sheet, cells }
}
