/** An Excel to test against, what a person does in it, and what it holds: the same for every client over the workbench's host. */
import { sampleDesign, sampleRow } from '#shared/workbook/sample-workbook.ts'
import type { RowOf } from '#shared/model/index.ts'
import type { WorkbookDesign } from '#shared/workbook/index.ts'
import type { Book, Box, Input } from '../../workbench/book/book.ts'
import type { ExcelHost } from '../../workbench/host/excel-host.ts'
import type { Workbook } from '../ports/workbook.ts'
import { createWorkbook } from './index.ts'

export interface ExcelUnderTest {
  readonly Excel: typeof Excel
  readonly book: Book
  readonly host: ExcelHost
}

/** An Excel with one empty sheet, `Blad1`, that has this version of ExcelApi. */
export type MakeExcel = (excelApi: string) => ExcelUnderTest | Promise<ExcelUnderTest>

export interface Opened extends ExcelUnderTest {
  readonly workbook: Workbook
  readonly design: WorkbookDesign
}

/** The add-in over an Excel in which nothing was done yet. */
export async function emptyExcel(make: MakeExcel, excelApi = '1.14'): Promise<Omit<Opened, 'design'>> {
  const excel = await make(excelApi)
  const isSupported = (set: string, version: string) =>
    set === 'ExcelApi' && Number(version.split('.')[1]) <= Number(excelApi.split('.')[1])
  return { ...excel, workbook: createWorkbook(excel.Excel, { isSupported }) }
}

/** An Excel with a template, made by the add-in, with these lines. */
export async function openedTemplate(make: MakeExcel, design: WorkbookDesign, excelApi = '1.14'): Promise<Opened> {
  const excel = await emptyExcel(make, excelApi)
  await excel.workbook.create(design)
  return { ...excel, design }
}

export const holtenbroek: readonly RowOf<'begroting' | 'inzet'>[] = [
  line(1, { amount0: 31_888_000 }),
  line(2, { description: '=1+1', taakveldCode: '0.10', amount0: 18_112_000, nature: 'I' }),
  sampleRow('inzet', {
    lineNumber: 'HOL-I001',
    budgetLineNumber: 'HOL-001',
    role: 'strateeg',
    year: 2023,
    hours: 398_600,
    rateCents: 8_000,
    amountCents: 31_888_000,
  }),
]

export const sample = () => sampleDesign(holtenbroek)

export function line(number: number, filled: Readonly<Record<string, string | number>>): RowOf<'begroting'> {
  return sampleRow('begroting', {
    areaCode: 'HOL',
    lineNumber: `HOL-${String(number).padStart(3, '0')}`,
    description: `Regel ${number}`,
    side: 'L',
    nature: 'S',
    taakveldCode: '8.3',
    ...filled,
  })
}

/** As many lines as a table may have, with as many filled cells as a controller fills. */
export function manyLines(count: number): readonly RowOf<'begroting'>[] {
  return Array.from({ length: count }, (_, index) =>
    line(index + 1, {
      programmeCode: '6',
      goalCode: '6.1.1',
      description: `Aanpak van de openbare ruimte rond het winkelcentrum, deel ${index + 1}`,
      domain: 'fysiek',
      policyField: 'Wonen',
      lineType: 'exploitatie',
      categoryCode: '3.8',
      amount0: 100_000 + index,
      amount1: 200_000 + index,
      amount2: 300_000 + index,
      amount3: 400_000 + index,
      sourceCode: 'SP-1',
      note: 'Volgens het uitvoeringsplan van de wijk',
    }),
  )
}

export function sheetId(book: Book, name: string): string {
  const found = book.sheets().find((sheet) => sheet.name === name)
  if (found === undefined) throw new Error(`No sheet ${name}.`)
  return found.id
}

/** What a person types; a text that begins with `=` is a formula. */
export function type(book: Book, sheet: string, row: number, column: number, typed: string | number | null): void {
  book.transact('person', () => book.write(sheetId(book, sheet), { row, column }, [[inputOf(typed)]]))
}

function inputOf(typed: string | number | null): Input {
  if (typed === null) return { kind: 'empty' }
  const isFormula = typeof typed === 'string' && typed.startsWith('=')
  return isFormula ? { kind: 'formula', formula: typed } : { kind: 'value', value: typed }
}

export function valueAt(book: Book, sheet: string, row: number, column: number): unknown {
  return book.values(sheetId(book, sheet), { row, column, rows: 1, columns: 1 })[0]?.[0]
}

export function inputAt(book: Book, sheet: string, row: number, column: number): Input | undefined {
  return book.inputs(sheetId(book, sheet), { row, column, rows: 1, columns: 1 })[0]?.[0]
}

/** Column of a heading in a table, from zero. */
export function columnOf(book: Book, table: string, heading: string): number {
  const found = book.tables().find(({ name }) => name === table)
  const row = found === undefined ? [] : (book.values(found.sheet, { ...found.box, rows: 1 })[0] ?? [])
  const offset = row.indexOf(heading)
  if (found === undefined || offset < 0) throw new Error(`No column ${heading} in ${table}.`)
  return found.box.column + offset
}

/** Everything that the book holds, to compare before and after. */
export function contentsOf(book: Book) {
  return {
    sheets: book.sheets().map((sheet) => ({ ...sheet, cells: cellsOf(book, sheet.id) })),
    tables: book.tables().map(withoutId),
    names: book.names(),
    validations: book.validations(),
    conditionalFormats: book.conditionalFormats().map(withoutId),
  }
}

/** What came back after it was taken away has another id. */
const withoutId = <T extends object>(item: T) => ({ ...item, id: undefined })

function cellsOf(book: Book, sheet: string) {
  const used: Box | null = book.usedBox(sheet)
  if (used === null) return null
  const rows = Array.from({ length: used.rows }, (_, row) => used.row + row)
  const columns = Array.from({ length: used.columns }, (_, column) => used.column + column)
  return {
    used,
    inputs: book.inputs(sheet, used),
    numberFormats: book.numberFormats(sheet, used),
    formats: rows.map((row) => columns.map((column) => book.format(sheet, row, column))),
  }
}

/** Requests in which an action does anything. After each run a client lets go of ranges in one more, which is left out. */
export async function requestsOf({ statistics }: ExcelHost, action: () => Promise<unknown>): Promise<number> {
  const touches = () => [...statistics.members.values()].reduce((sum, times) => sum + times, 0)
  await nothingUnderWay()
  let requests = 0
  let touchesBefore = touches()
  const tally = () => {
    if (touches() > touchesBefore) requests += 1
    touchesBefore = touches()
  }
  const request = statistics.request.bind(statistics)
  statistics.request = (bytes) => {
    tally()
    request(bytes)
  }
  await action()
  await nothingUnderWay()
  tally()
  statistics.request = request
  return requests
}

const nothingUnderWay = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
