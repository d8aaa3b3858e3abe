/** Every cell of the workbook that calls a function of the add-in, with what it shows now. */
import { WorkbookError } from '../ports/workbook.ts'
import { type Box, boxMembers, boxOf, cellCount, sheetCellsMax } from './box.ts'
import { callsOwnFunction } from './function-formula.ts'
import { Layers, type Reading } from './layers.ts'
import { readPieces } from './read-pieces.ts'
import { boxesAround } from './rectangles.ts'

export interface FunctionCell {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly formula: string
  /** An error value is its text. */
  readonly value: unknown
}

export async function findFunctionCells(context: Excel.RequestContext): Promise<readonly FunctionCell[]> {
  const sheets = await usedSheets(context)
  const reading: Reading = new Map()
  await readPieces(
    context,
    sheets.map(({ name, used }) => ({ sheet: name, box: used, layers: ['formulas'] })),
    reading,
  )
  const found = sheets.flatMap(({ name, used }) => calls(name, used, reading.get(name) ?? new Layers()))
  await readPieces(
    context,
    boxesOf(found).map(({ sheet, box }) => ({ sheet, box, layers: ['values'] })),
    reading,
  )
  return found.flatMap(({ sheet, row, column, formula }) => {
    const value = reading.get(sheet)?.at('values', row, column)
    // A text that looks like a formula has itself as its value.
    return value === formula ? [] : [{ sheet, row, column, formula, value }]
  })
}

interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** The cells as few rectangles that hold nothing else. */
export function boxesOf(cells: readonly Place[]): readonly { readonly sheet: string; readonly box: Box }[] {
  return [...new Set(cells.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const own = cells.filter((cell) => cell.sheet === sheet)
    return boxesAround(own, 0).map((box) => ({ sheet, box }))
  })
}

async function usedSheets(
  context: Excel.RequestContext,
): Promise<readonly { readonly name: string; readonly used: Box }[]> {
  const { worksheets } = context.workbook
  worksheets.load('items/name')
  await context.sync()
  const ranges = worksheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true)
    range.load(boxMembers)
    return { name: sheet.name, range }
  })
  await context.sync()
  const used = ranges.flatMap(({ name, range }) => (range.isNullObject ? [] : [{ name, used: boxOf(range) }]))
  const tooLarge = used.find((sheet) => cellCount(sheet.used) > sheetCellsMax)
  if (tooLarge !== undefined) throw new WorkbookError('too-large', tooLarge.name)
  return used
}

function calls(sheet: string, used: Box, layers: Layers): readonly (Place & { readonly formula: string })[] {
  const found: (Place & { formula: string })[] = []
  for (let row = used.row; row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const formula = layers.formulaAt(row, column)
      if (formula !== undefined && callsOwnFunction(formula)) found.push({ sheet, row, column, formula })
    }
  }
  return found
}
