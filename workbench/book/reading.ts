/** What can be seen of a workbook. Values are always up to date, within a step too. */
import type { Book, Box, Input, Scalar } from './book.ts'
import { boxAround } from './box.ts'
import { conditionalLook } from './conditional-look.ts'
import { displayText } from './notation/display-text.ts'
import type { BookParts } from './parts.ts'
import type { Slot } from './sheet-cells.ts'
import { cellsOf } from './state.ts'

type Reading = Pick<
  Book,
  | 'sheets'
  | 'tables'
  | 'names'
  | 'validations'
  | 'conditionalFormats'
  | 'values'
  | 'inputs'
  | 'texts'
  | 'numberFormats'
  | 'format'
  | 'conditionalLook'
  | 'usedBox'
  | 'spillOf'
>

export function reading(parts: BookParts): Reading {
  const { state, calculation } = parts
  const valueAt = (sheet: string, row: number, column: number): Scalar => calculation.value(sheet, row, column)
  return {
    sheets: () => state.structure.sheets,
    tables: () => state.structure.tables,
    names: () => state.structure.names,
    validations: () => state.structure.validations,
    conditionalFormats: () => state.structure.conditionalFormats,
    values: (sheet, box) => {
      cellsOf(state, sheet)
      calculation.calculate()
      return cellByCell(box, (row, column) => valueAt(sheet, row, column))
    },
    inputs: (sheet, box) => {
      const cells = cellsOf(state, sheet)
      return cellByCell(box, (row, column) => inputOf(cells.slot(row, column)))
    },
    texts: (sheet, box) => {
      const cells = cellsOf(state, sheet)
      calculation.calculate()
      return cellByCell(box, (row, column) =>
        displayText(valueAt(sheet, row, column), cells.style(row, column).numberFormat),
      )
    },
    numberFormats: (sheet, box) => {
      const cells = cellsOf(state, sheet)
      return cellByCell(box, (row, column) => cells.style(row, column).numberFormat)
    },
    format: (sheet, row, column) => {
      const { fill, color, isBold, isItalic, align, wraps, isLocked } = cellsOf(state, sheet).style(row, column)
      return { fill, color, isBold, isItalic, align, wraps, isLocked }
    },
    conditionalLook: (sheet, row, column) => {
      calculation.calculate()
      return conditionalLook(parts, sheet, row, column)
    },
    usedBox: (sheet) => {
      calculation.calculate()
      const entered = cellsOf(state, sheet).enteredBox()
      return boxAround([...(entered === null ? [] : [entered]), ...calculation.spilledBoxes(sheet)])
    },
    spillOf: (sheet, row, column) => {
      calculation.calculate()
      return calculation.spillOf(sheet, row, column)
    },
  }
}

function cellByCell<T>(box: Box, read: (row: number, column: number) => T): readonly (readonly T[])[] {
  return Array.from({ length: box.rows }, (_, row) =>
    Array.from({ length: box.columns }, (_, column) => read(box.row + row, box.column + column)),
  )
}

const emptyInput: Input = { kind: 'empty' }

function inputOf(slot: Slot | undefined): Input {
  if (slot === undefined) return emptyInput
  return slot.kind === 'formula' ? { kind: 'formula', formula: slot.formula } : { kind: 'value', value: slot.value }
}
