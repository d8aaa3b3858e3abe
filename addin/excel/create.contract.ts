import { describe, expect, test } from 'vitest'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { readAreaWorkbook, readState } from '#shared/workbook/index.ts'
import { readXlsx, writeXlsx } from '../../xlsx/index.ts'
import {
  columnOf,
  contentsOf,
  emptyExcel,
  inputAt,
  type MakeExcel,
  openedTemplate,
  sample,
  sheetId,
  type,
  valueAt,
} from './excel-under-test.test-data.ts'

export function createContract(make: MakeExcel): void {
  describe('creating', () => {
    test('the workbook reads as the .xlsx file of the same design does', async () => {
      const { workbook, design } = await openedTemplate(make, sample())
      const grid = await workbook.read()
      const file = readXlsx(writeXlsx(design))
      expect(readAreaWorkbook(grid)).toEqual(readAreaWorkbook(file))
      expect(readState(grid)).toEqual(readState(file))
      expect(grid.names).toEqual(file.names)
      expect(grid.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
        file.sheets.map(({ name, visibility }) => [name, visibility]),
      )
      expect(grid.sheets.map(({ tables }) => tables)).toEqual(gridOfDesign(design).sheets.map(({ tables }) => tables))
    })

    test('codes and texts stay text, formulas are formulas', async () => {
      const { book } = await openedTemplate(make, sample())
      expect(valueAt(book, 'Begroting', 5, columnOf(book, 'tblBegroting', 'Taakveld'))).toBe('0.10')
      expect(valueAt(book, 'Begroting', 5, columnOf(book, 'tblBegroting', 'Omschrijving'))).toBe('=1+1')
      const amount = columnOf(book, 'tblInzet', 'Bedrag')
      expect(inputAt(book, 'Inzet', 4, amount)?.kind).toBe('formula')
      expect(valueAt(book, 'Inzet', 4, amount)).toBe(318_880)
      expect(inputAt(book, 'Voorblad', 29, 2)).toEqual({
        kind: 'formula',
        formula: '=GEBIED.PLAFOND(A30,voorblad_jaar)',
      })
    })

    test('looks, rules, widths and frozen rows are those of the design', async () => {
      const { book, design } = await openedTemplate(make, sample())
      const begroting = book.sheets().find(({ name }) => name === 'Begroting')
      expect(begroting?.frozenRows).toBe(4)
      expect(begroting?.hiddenColumns).toEqual(new Set([columnOf(book, 'tblBegroting', 'token')]))
      expect(begroting?.columnWidths.get(columnOf(book, 'tblBegroting', 'Omschrijving'))).toBeCloseTo(44, 5)
      expect(book.format(sheetId(book, 'Begroting'), 3, 0)).toMatchObject({
        fill: '#1F3864',
        color: '#FFFFFF',
        isBold: true,
      })
      const amount = columnOf(book, 'tblBegroting', '2023')
      expect(book.numberFormats(sheetId(book, 'Begroting'), { row: 4, column: amount, rows: 1, columns: 1 })).toEqual([
        ['#,##0;[Red]-#,##0'],
      ])
      const wanted = design.sheets.flatMap(({ name, validations }) =>
        validations.map(({ rule, severity, title, message, area }) => ({
          sheet: sheetId(book, name),
          box: {
            row: area.top,
            column: area.left,
            rows: area.bottom - area.top + 1,
            columns: area.right - area.left + 1,
          },
          rule,
          severity,
          title,
          message,
        })),
      )
      expect(book.validations()).toHaveLength(wanted.length)
      expect(book.validations()).toEqual(expect.arrayContaining(wanted))
      expect(book.conditionalFormats().map(({ formula }) => formula)).toEqual(
        design.sheets.flatMap(({ conditionalFormats }) => conditionalFormats.map(({ formula }) => `=${formula}`)),
      )
    })

    test("a person's own sheet stays as it is", async () => {
      const { workbook, book } = await emptyExcel(make)
      type(book, 'Blad1', 0, 0, 'Kladblok')
      type(book, 'Blad1', 1, 0, '=1+1')
      book.transact('person', () =>
        book.setFormat(sheetId(book, 'Blad1'), { row: 0, column: 0, rows: 1, columns: 1 }, { fill: '#FFFF00' }),
      )
      const before = contentsOf(book).sheets[0]
      await workbook.create(sample())
      expect(contentsOf(book).sheets[0]).toEqual(before)
    })

    test.for(['Begroting', 'begroting'])('a sheet %s that is there is a refusal that changes nothing', async (name) => {
      const { workbook, book } = await emptyExcel(make)
      book.transact('person', () => book.renameSheet(sheetId(book, 'Blad1'), name))
      const before = contentsOf(book)
      await expect(workbook.create(sample())).rejects.toMatchObject({ reason: 'sheet-exists', place: 'Begroting' })
      expect(contentsOf(book)).toEqual(before)
    })

    test('what was made is taken away again when Excel refuses halfway', async () => {
      const { workbook, book } = await emptyExcel(make)
      const before = contentsOf(book)
      const design = sample()
      const sheets = design.sheets.map((sheet) =>
        sheet.name === 'Codes'
          ? {
              ...sheet,
              conditionalFormats: [
                { area: { top: -1, left: 0, bottom: 0, right: 0 }, formula: 'TRUE', look: 'info' as const },
              ],
            }
          : sheet,
      )
      await expect(workbook.create({ ...design, sheets })).rejects.toMatchObject({
        name: 'WorkbookError',
        reason: 'excel',
      })
      expect(contentsOf(book)).toEqual(before)
    })

    test('every request stays far below 5 MB', async () => {
      const { host } = await openedTemplate(make, sample())
      expect(host.statistics.requestBytesMax).toBeLessThan(1_500_000)
    })
  })
}
