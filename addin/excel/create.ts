/** Makes the sheets of a design in the open workbook, after those that are there. Other sheets are left as they are. */
import { numberFormats, type SheetDesign, type WorkbookDesign } from '#shared/workbook/design.ts'
import { areaAddress } from '#shared/workbook/grid.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { isSameName, rangeAt } from './box.ts'
import {
  boxOfArea,
  columnWidths,
  formulaRectangles,
  hiddenColumns,
  styledBlocks,
  valueRectangles,
} from './design-parts.ts'
import { applyValidation } from './design-rules.ts'
import { styleLooks, tableStyle } from '#shared/workbook/looks.ts'
import { addConditionalFormat, applyLook, columnPoints } from './looks.ts'
import { createPen, drawCells, formatAll, type Pen, withoutEvents } from './pen.ts'
import type { Runner } from './run.ts'

/** Throws `sheet-exists` with the name of the sheet, table or name that is in the way; then nothing was made. */
export async function createSheets(runner: Runner, design: WorkbookDesign): Promise<void> {
  await runner.command((context) => refuseWhenThere(context, design))
  try {
    await runner.command((context) => withoutEvents(context, () => drawDesign(context, design)))
  } catch (error) {
    // What cannot be taken away again stands there half made; why it failed matters more to the person.
    await runner.command((context) => removeSheets(context, design)).catch(() => undefined)
    throw error
  }
}

async function refuseWhenThere(context: Excel.RequestContext, design: WorkbookDesign): Promise<void> {
  const { worksheets, tables, names } = context.workbook
  worksheets.load('items/name')
  tables.load('items/name')
  names.load('items/name')
  await context.sync()
  const wantedTables = design.sheets.flatMap((sheet) => sheet.tables)
  const found =
    there(worksheets.items, design.sheets) ?? there(tables.items, wantedTables) ?? there(names.items, design.names)
  if (found !== undefined) throw new WorkbookError('sheet-exists', found.name)
}

interface Named {
  readonly name: string
}

/** The first that is wanted and exists already. */
function there<Item extends Named>(existing: readonly Named[], wanted: readonly Item[]): Item | undefined {
  return wanted.find(({ name }) => existing.some((other) => isSameName(other.name, name)))
}

/** Formulas and lists name tables and names of all sheets, so those are made first. */
async function drawDesign(context: Excel.RequestContext, design: WorkbookDesign): Promise<void> {
  const pen = createPen(context)
  const { worksheets, names } = context.workbook
  const sheets = design.sheets.map((sheet) => ({ design: sheet, made: () => worksheets.getItem(sheet.name) }))
  for (const { name } of design.sheets) await pen.draw(name.length, () => worksheets.add(name))
  for (const sheet of sheets) await drawContents(pen, sheet.made(), sheet.design)
  for (const { name, refersTo } of design.names) await pen.draw(refersTo.length, () => names.add(name, `=${refersTo}`))
  for (const sheet of sheets) {
    await drawCells(pen, sheet.made(), 'formulas', formulaRectangles(sheet.design))
    await drawLooks(pen, sheet.made(), sheet.design)
    await drawRules(pen, sheet.made(), sheet.design)
  }
  await pen.flush()
}

/** Number formats come before the values, so that a code is never taken for a number. */
async function drawContents(pen: Pen, sheet: Excel.Worksheet, design: SheetDesign): Promise<void> {
  for (const { box, style } of styledBlocks(design)) {
    await pen.draw(0, () => formatAll(sheet, box, numberFormats[style]))
  }
  await drawCells(pen, sheet, 'values', valueRectangles(design))
  for (const { name, area } of design.tables) {
    await pen.draw(callsBytes(3), () => {
      const table = sheet.tables.add(areaAddress(area), true)
      table.name = name
      table.style = tableStyle
    })
  }
}

async function drawLooks(pen: Pen, sheet: Excel.Worksheet, design: SheetDesign): Promise<void> {
  for (const { box, style } of styledBlocks(design)) {
    const look = styleLooks[style]
    if (Object.keys(look).length > 0) await pen.draw(callsBytes(6), () => applyLook(rangeAt(sheet, box), look))
  }
  for (const [column, chars] of columnWidths(design)) {
    await pen.draw(0, () => {
      sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(chars)
    })
  }
  for (const column of hiddenColumns(design)) {
    await pen.draw(0, () => {
      sheet.getRangeByIndexes(0, column, 1, 1).columnHidden = true
    })
  }
  const { frozenRows = 0, visibility } = design
  await pen.draw(0, () => {
    if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows)
    if (visibility !== 'visible') sheet.visibility = visibility === 'hidden' ? 'Hidden' : 'VeryHidden'
  })
}

async function drawRules(pen: Pen, sheet: Excel.Worksheet, design: SheetDesign): Promise<void> {
  for (const validation of design.validations) {
    await pen.draw(callsBytes(3) + validation.message.length, () =>
      applyValidation(rangeAt(sheet, boxOfArea(validation.area)), validation),
    )
  }
  for (const { area, formula, look } of design.conditionalFormats) {
    await pen.draw(callsBytes(8), () => addConditionalFormat(rangeAt(sheet, boxOfArea(area)), formula, look))
  }
}

/** Several calls drawn together take more than one does. */
function callsBytes(calls: number): number {
  return calls * 400
}

async function removeSheets(context: Excel.RequestContext, design: WorkbookDesign): Promise<void> {
  const { worksheets, names } = context.workbook
  const found = [
    ...design.sheets.map(({ name }) => worksheets.getItemOrNullObject(name)),
    ...design.names.map(({ name }) => names.getItemOrNullObject(name)),
  ]
  for (const item of found) item.load('name')
  await context.sync()
  for (const item of found) if (!item.isNullObject) item.delete()
  await context.sync()
}
