import { describe, expect, test } from 'vitest'
import { cellKey, type SheetGrid, type WorkbookGrid } from '#shared/workbook/grid.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { readAreaWorkbook } from '#shared/workbook/index.ts'
import { sampleDesign } from '#shared/workbook/sample-workbook.ts'
import {
  columnOf,
  emptyExcel,
  type MakeExcel,
  manyLines,
  openedTemplate,
  requestsOf,
  sample,
  sheetId,
  type,
} from './excel-under-test.test-data.ts'

const sheetIn = (grid: WorkbookGrid, name: string): SheetGrid | undefined =>
  grid.sheets.find((sheet) => sheet.name === name)

export function readContract(make: MakeExcel): void {
  describe('reading', () => {
    test('a workbook without our sheets gives none', async () => {
      const { workbook, book } = await emptyExcel(make)
      type(book, 'Blad1', 0, 0, 'Boodschappen')
      expect(await workbook.read()).toEqual({ sheets: [], names: new Map() })
    })

    test('an empty sheet with the name of ours is an empty sheet', async () => {
      const { workbook, book } = await emptyExcel(make)
      book.transact('person', () => book.renameSheet(sheetId(book, 'Blad1'), 'Dekking'))
      const { sheets } = await workbook.read()
      expect(sheets).toMatchObject([{ name: 'Dekking', visibility: 'visible', rows: [], tables: [] }])
    })

    test('learns in one request and reads in another', async () => {
      const { workbook, host } = await openedTemplate(make, sample())
      expect(await requestsOf(host, workbook.read)).toBe(2)
    })

    test('5,000 lines are learnt and read in two requests of less than 5 MB', async () => {
      const { workbook, host } = await openedTemplate(make, sampleDesign(manyLines(5_000)))
      let area = readAreaWorkbook({ sheets: [], names: new Map() })
      const requests = await requestsOf(host, async () => {
        area = readAreaWorkbook(await workbook.read())
      })
      expect(area.rows.begroting).toHaveLength(5_000)
      expect(area.rows.begroting.at(-1)?.row).toMatchObject({ lineNumber: 'HOL-5000', amount3: 404_999 })
      expect(requests).toBe(2)
      expect(host.statistics.responseBytesMax).toBeLessThan(5_000_000)
      expect(host.statistics.requestBytesMax).toBeLessThan(5_000_000)
    })

    test('an answer that is too large for Excel comes in parts', async () => {
      const { workbook, host, design } = await openedTemplate(make, sampleDesign(manyLines(300)))
      host.faults.payloadMaxBytes = 100_000
      const area = readAreaWorkbook(await workbook.read())
      expect(area.rows.begroting).toEqual(readAreaWorkbook(gridOfDesign(design)).rows.begroting)
    })

    test('formulas, errors, formats and hidden parts are told', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const amount = columnOf(book, 'tblBegroting', '2023')
      const sheet = sheetId(book, 'Begroting')
      type(book, 'Begroting', 5, amount, '=1000*12')
      type(book, 'Begroting', 6, amount, '=1/0')
      book.transact('person', () => {
        book.setNumberFormats(sheet, { row: 4, column: amount, rows: 1, columns: 1 }, [['0%']])
        book.hideRows(sheet, 5, 1, true)
        book.hideColumns(sheet, amount + 1, 1, true)
      })
      const grid = sheetIn(await workbook.read(), 'Begroting')
      expect(grid?.rows[4]?.[amount]).toEqual({ kind: 'number', value: 318_880, numberFormat: '0%' })
      expect(grid?.rows[5]?.[amount]).toMatchObject({ kind: 'number', value: 12_000 })
      expect(grid?.formulas.get(cellKey(5, amount))).toBe('1000*12')
      expect(grid?.rows[6]?.[amount]).toEqual({ kind: 'error', value: '#DIV/0!' })
      expect(grid?.hiddenRows).toEqual(new Set([5]))
      expect(grid?.hiddenColumns).toContain(amount + 1)
      expect(grid?.hiddenColumns).toContain(columnOf(book, 'tblBegroting', 'token'))
    })

    test('a large sheet tells the same of cells that are not what their column says', async () => {
      const { workbook, book } = await openedTemplate(make, sampleDesign(manyLines(1_000)))
      const description = columnOf(book, 'tblBegroting', 'Omschrijving')
      type(book, 'Begroting', 10, description, '="Regel "&7')
      type(book, 'Begroting', 11, description, 2_023)
      type(book, 'Begroting', 12, description, '#1 in de wijk')
      type(book, 'Begroting', 13, description, '=NA()')
      const grid = sheetIn(await workbook.read(), 'Begroting')
      expect(grid?.rows[10]?.[description]).toEqual({ kind: 'text', value: 'Regel 7' })
      expect(grid?.formulas.get(cellKey(10, description))).toBe('"Regel "&7')
      expect(grid?.rows[11]?.[description]).toEqual({ kind: 'number', value: 2_023, numberFormat: '@' })
      expect(grid?.rows[12]?.[description]).toEqual({ kind: 'text', value: '#1 in de wijk' })
      expect(grid?.rows[13]?.[description]).toEqual({ kind: 'error', value: '#N/A' })
      expect(grid?.rows[14]?.[description]?.kind).toBe('text')
    })

    test('hidden rows of a filtered table are all found', async () => {
      const { workbook, book } = await openedTemplate(make, sampleDesign(manyLines(1_000)))
      const table = book.tables().find(({ name }) => name === 'tblBegroting')
      const hidden = Array.from({ length: 1_000 }, (_, index) => index + 4).filter((row) => row % 7 === 0)
      book.transact('person', () => hidden.forEach((row) => book.hideRows(table?.sheet ?? '', row, 1, true)))
      expect(sheetIn(await workbook.read(), 'Begroting')?.hiddenRows).toEqual(new Set(hidden))
    })

    test('a sheet that is filled too far is refused by its name', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      type(book, 'Besluiten', 900_000, 20, 'verdwaald')
      await expect(workbook.read()).rejects.toMatchObject({ reason: 'too-large', place: 'Besluiten' })
    })

    test('a table is found on whatever sheet it stands', async () => {
      const { workbook, book, design } = await openedTemplate(make, sample())
      book.transact('person', () => book.renameSheet(sheetId(book, 'Begroting'), 'Mijn regels'))
      const grid = await workbook.read()
      expect(grid.sheets.map(({ name }) => name)).toContain('Mijn regels')
      expect(readAreaWorkbook(grid).rows).toEqual(readAreaWorkbook(gridOfDesign(design)).rows)
    })

    test('only the named sheets are read anew', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const before = await workbook.read()
      const column = columnOf(book, 'tblBegroting', 'Omschrijving')
      type(book, 'Begroting', 4, column, 'Kernteam')
      type(book, 'Besluiten', 4, 1, 'B-9')
      const after = await workbook.reread(before, ['begroting'])
      expect(sheetIn(after, 'Begroting')?.rows[4]?.[column]).toEqual({ kind: 'text', value: 'Kernteam' })
      expect(sheetIn(after, 'Besluiten')).toBe(sheetIn(before, 'Besluiten'))
      expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name))
    })
  })
}
