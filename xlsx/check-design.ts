import { areaAddress, cellAddress, cellKey } from '#shared/workbook/grid.ts'
import type { SheetDesign, TableDesign, ValidationDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import { columnsMax, rowsMax } from './references.ts'
import { XlsxError } from './xlsx-error.ts'

/** Limits of Excel: a file beyond them opens with a repair, or not at all. */
const textUnitsMax = 32_767
const sheetNameUnitsMax = 31
const validationTitleUnitsMax = 32
const validationMessageUnitsMax = 225
const headingUnitsMax = 255

/** Throws `bad-design` for what Excel would not open as it is meant. */
export function checkDesign(design: WorkbookDesign): void {
  if (!design.sheets.some((sheet) => sheet.visibility === 'visible')) {
    throw badDesign('geen zichtbaar blad', 'no visible sheet')
  }
  const names = new Set<string>()
  for (const sheet of design.sheets) {
    checkSheetName(sheet.name)
    addOnce(names, `blad ${sheet.name}`, `sheet ${sheet.name}`)
    checkCells(sheet)
    for (const table of sheet.tables) {
      addOnce(names, `tabel ${table.name}`, `table ${table.name}`)
      checkTable(table)
    }
    for (const validation of sheet.validations) checkValidation(validation)
  }
}

function checkSheetName(name: string): void {
  const isFine = name !== '' && name.length <= sheetNameUnitsMax && !/[[\]:*?/\\]|^'|'$/.test(name)
  if (!isFine) throw badDesign(`bladnaam ${JSON.stringify(name)}`, `sheet name ${JSON.stringify(name)}`)
}

function checkCells({ name, cells }: SheetDesign): void {
  const places = new Set<number>()
  for (const { row, column, value } of cells) {
    const address = `${name}!${cellAddress(row, column)}`
    if (!isPlace(row, rowsMax) || !isPlace(column, columnsMax)) throw badDesign(`plaats ${address}`, `place ${address}`)
    const key = cellKey(row, column)
    if (places.has(key)) throw badDesign(`twee cellen op ${address}`, `two cells at ${address}`)
    places.add(key)
    if (!isWritable(value)) throw badDesign(`waarde van ${address}`, `value of ${address}`)
  }
}

/** Whether a cell can hold the value: a finite number, or a text that is not too long. */
export function isWritable(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'string' || value.length <= textUnitsMax
}

function isPlace(place: number, max: number): boolean {
  return Number.isInteger(place) && place >= 0 && place < max
}

function checkTable({ name, area, columns }: TableDesign): void {
  const headings = new Set<string>()
  for (const { heading } of columns) {
    if (heading === '' || heading.length > headingUnitsMax) throw badDesign(`kop van ${name}`, `heading of ${name}`)
    addOnce(headings, `kop ${heading} in ${name}`, `heading ${heading} in ${name}`)
  }
  if (columns.length !== area.right - area.left + 1 || area.bottom <= area.top) {
    throw badDesign(`bereik ${areaAddress(area)} van ${name}`, `area ${areaAddress(area)} of ${name}`)
  }
}

function checkValidation({ title, message, area }: ValidationDesign): void {
  if (title.length <= validationTitleUnitsMax && message.length <= validationMessageUnitsMax) return
  throw badDesign(`te lange melding bij ${areaAddress(area)}`, `message too long at ${areaAddress(area)}`)
}

/** Excel compares names of sheets and tables and headings without regard to capitals. */
function addOnce(seen: Set<string>, name: string, nameEn: string): void {
  if (seen.has(name.toLowerCase())) throw badDesign(`${name} komt twee keer voor`, `${nameEn} is there twice`)
  seen.add(name.toLowerCase())
}

function badDesign(detail: string, detailEn: string): XlsxError {
  return new XlsxError(
    'bad-design',
    `De werkmap kan zo niet gemaakt worden: ${detail}.`,
    `The workbook cannot be made this way: ${detailEn}.`,
  )
}
