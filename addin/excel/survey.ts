/** What there is in the open workbook, before a cell is read: sheets, tables, names, and how far each sheet is filled. */
import { type Box, boxMembers, boxOf, isSameName } from './box.ts'
import { isOwnTable, rowTables, templateSheets } from './template-names.ts'

export interface SurveyedSheet {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** Null: nothing stands in it. */
  readonly used: Box | null
}

export interface SurveyedTable {
  readonly name: string
  readonly sheet: string
  readonly headings: readonly string[]
  readonly hasTotalsRow: boolean
  /** Where it stands; known for the synchronised tables only. */
  readonly box: Box | null
}

export interface Survey {
  /** The sheets that are ours, in the order of the workbook. */
  readonly sheets: readonly SurveyedSheet[]
  /** All tables on those sheets. */
  readonly tables: readonly SurveyedTable[]
  readonly names: ReadonlyMap<string, string>
}

/** One sync; a second one when a table of ours stands on a sheet with another name. */
export async function survey(context: Excel.RequestContext): Promise<Survey> {
  const { worksheets, tables, names } = context.workbook
  worksheets.load('items/name,items/visibility')
  tables.load('items/name,items/showTotals,items/worksheet/name,items/columns/items/name')
  names.load('items/name,items/formula')
  const usedByName = templateSheets.map((name) => usedRange(worksheets.getItemOrNullObject(name), name))
  const tableRanges = rowTables.map((name) => ({ name, range: tables.getItemOrNullObject(name).getRange() }))
  for (const { range } of tableRanges) range.load(boxMembers)
  await context.sync()

  const own = new Set(tables.items.filter(({ name }) => isOwnTable(name)).map(({ worksheet }) => worksheet.name))
  const wanted = worksheets.items.filter(
    ({ name }) => own.has(name) || templateSheets.some((other) => isSameName(other, name)),
  )
  const known = (name: string) => usedByName.some((used) => isSameName(used.name, name))
  const others = wanted.filter(({ name }) => !known(name)).map((sheet) => usedRange(sheet, sheet.name))
  if (others.length > 0) await context.sync()

  const used = [...usedByName, ...others]
  return {
    sheets: wanted.map(({ name, visibility }) => ({
      name,
      visibility: visibilityOf(visibility),
      used: placeOf(used.find((candidate) => isSameName(candidate.name, name))?.range),
    })),
    tables: tables.items
      .filter(({ worksheet }) => wanted.some(({ name }) => name === worksheet.name))
      .map(({ name, showTotals, worksheet, columns }) => ({
        name,
        sheet: worksheet.name,
        headings: columns.items.map((column) => column.name),
        hasTotalsRow: showTotals,
        box: placeOf(tableRanges.find((candidate) => isSameName(candidate.name, name))?.range),
      })),
    names: new Map(names.items.map(({ name, formula }) => [name, referenceOf(formula)])),
  }
}

/** Formats alone do not count: a sheet may be formatted far below its last row. */
function usedRange(sheet: Excel.Worksheet, name: string) {
  const range = sheet.getUsedRangeOrNullObject(true)
  range.load(boxMembers)
  return { name, range }
}

function placeOf(range: Excel.Range | undefined): Box | null {
  return range === undefined || range.isNullObject ? null : boxOf(range)
}

function visibilityOf(visibility: string): SurveyedSheet['visibility'] {
  if (visibility === 'VeryHidden') return 'veryHidden'
  return visibility === 'Hidden' ? 'hidden' : 'visible'
}

/** A name of a whole workbook keeps its reference as a formula, `=Voorblad!$B$4`. */
function referenceOf(formula: unknown): string {
  return String(formula).replace(/^=/, '')
}
