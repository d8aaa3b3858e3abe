/** Reads the snapshot of the municipality's lists back from the sheet Codes. */
import type { Reference } from '#shared/model/index.ts'
import { type CodeList, generalTable, generalValues } from './code-lists.ts'
import { cellAt } from './defined-name.ts'
import type { SheetGrid, TablePlace, WorkbookGrid } from './grid.ts'
import { comparableHeading } from './headings.ts'
import { readListCell } from './list-column.ts'
import { type ReadItem, referenceLists, referenceOf } from './reference-rows.ts'
import { readState } from './state-sheet.ts'

/**
 * The snapshot in a workbook; null when it has none, or when somebody changed it so that it is no reference any more. A
 * workbook of an older template lacks the lists that came later: those are empty.
 */
export function readReference(grid: WorkbookGrid): Reference | null {
  const places = new Map(
    grid.sheets.flatMap((sheet) => sheet.tables.map((place) => [place.name.toLowerCase(), { sheet, place }] as const)),
  )
  const general = places.get(generalTable.toLowerCase())
  const template = readState(grid)?.templateVersion ?? Number.POSITIVE_INFINITY
  const isWhole = referenceLists.every(({ table, since = 1 }) => since > template || places.has(table.toLowerCase()))
  if (general === undefined || !isWhole) return null
  const sheets = [general.sheet, ...referenceLists.map(({ table }) => places.get(table.toLowerCase())?.sheet)]
  const known = readBefore.get(general.sheet)
  if (known?.sheets.every((sheet, i) => sheet === sheets[i])) return known.reference
  const reference = referenceOf(readGeneral(general.sheet, general.place), (list) => {
    const found = places.get(list.table.toLowerCase())
    return found === undefined ? [] : readList(list, found.sheet, found.place)
  })
  readBefore.set(general.sheet, { sheets, reference })
  return reference
}

/** An edit of another sheet leaves these as they are, and who judges by the same lists need not begin anew. */
const readBefore = new WeakMap<
  SheetGrid,
  { readonly sheets: readonly (SheetGrid | undefined)[]; readonly reference: Reference | null }
>()

function readGeneral(sheet: SheetGrid, { area }: TablePlace): ReadItem {
  const values: Record<string, ReadItem[string]> = {}
  const byHeading = new Map(generalValues.map((value) => [comparableHeading(value.heading), value]))
  for (let row = area.top + 1; row <= lastRowIn(sheet, area.bottom); row++) {
    const label = cellAt(sheet, row, area.left)
    const known = label.kind === 'text' ? byHeading.get(comparableHeading(label.value)) : undefined
    if (known !== undefined) values[known.key] = readListCell(known.kind, cellAt(sheet, row, area.left + 1))
  }
  return values
}

/** Rows without a first column are empty: every list begins with the code of its item. */
function readList(list: CodeList, sheet: SheetGrid, { area, headings }: TablePlace): readonly ReadItem[] {
  const headingKeys = headings.map(comparableHeading)
  const columns = list.columns.map((column) => ({
    ...column,
    index: area.left + headingKeys.indexOf(comparableHeading(column.heading)),
  }))
  const items: ReadItem[] = []
  for (let row = area.top + 1; row <= lastRowIn(sheet, area.bottom); row++) {
    if (cellAt(sheet, row, area.left).kind === 'empty') continue
    items.push(
      Object.fromEntries(
        columns.map(({ key, kind, index }) => [
          key,
          index < area.left ? undefined : readListCell(kind, cellAt(sheet, row, index)),
        ]),
      ),
    )
  }
  return items
}

function lastRowIn(sheet: SheetGrid, bottom: number): number {
  return Math.min(bottom, sheet.rows.length - 1)
}
