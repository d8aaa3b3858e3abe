import { describe, expect, test } from 'vitest'
import { sampleDesign } from '#shared/workbook/sample-workbook.ts'
import {
  columnOf,
  contentsOf,
  emptyExcel,
  type MakeExcel,
  manyLines,
  openedTemplate,
  requestsOf,
  sample,
  sheetId,
  type,
  valueAt,
} from './excel-under-test.test-data.ts'

const marks = [
  { sheet: 'Begroting', gridRow: 4, text: 'fout: GB-201 Taakveld ontbreekt' },
  { sheet: 'Begroting', gridRow: 5, text: 'let op: GB-302 Negatief' },
]

export function markContract(make: MakeExcel): void {
  describe('marking', () => {
    test('a mark stands beside its row and colours it', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      await workbook.mark(marks)
      const column = columnOf(book, 'tblBegroting', 'Bevindingen')
      expect(valueAt(book, 'Begroting', 4, column)).toBe('fout: GB-201 Taakveld ontbreekt')
      expect(book.conditionalLook(sheetId(book, 'Begroting'), 4, 0)).toMatchObject({ fill: '#FFC7CE' })
      expect(book.conditionalLook(sheetId(book, 'Begroting'), 5, 0)).toMatchObject({ fill: '#FFEB9C' })
      expect(book.conditionalLook(sheetId(book, 'Begroting'), 6, 0)).toMatchObject({ fill: null })
    })

    test('rows without a mark are emptied', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      await workbook.mark(marks)
      await workbook.mark(marks.slice(1))
      const column = columnOf(book, 'tblBegroting', 'Bevindingen')
      expect(valueAt(book, 'Begroting', 4, column)).toBe(null)
      expect(valueAt(book, 'Begroting', 5, column)).toBe('let op: GB-302 Negatief')
    })

    test('the same marks again write nothing', async () => {
      const { workbook, host } = await openedTemplate(make, sample())
      await workbook.mark(marks)
      const writes = host.statistics.rangeWrites
      await workbook.mark(marks)
      expect(host.statistics.rangeWrites).toBe(writes)
    })

    test('the conditional formats of the template are used, and never doubled', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const before = contentsOf(book).conditionalFormats
      await workbook.mark(marks)
      await workbook.mark(marks.slice(1))
      expect(contentsOf(book).conditionalFormats).toEqual(before)
      const [first] = book.conditionalFormats()
      book.transact('person', () => {
        if (first !== undefined) book.addConditionalFormat({ ...first, box: { ...first.box, row: 10, rows: 2 } })
      })
      await workbook.mark(marks)
      expect(contentsOf(book).conditionalFormats).toEqual(before)
    })

    test('5,000 rows are marked in one request', async () => {
      const { workbook, host, book } = await openedTemplate(make, sampleDesign(manyLines(5_000)))
      const many = Array.from({ length: 5_000 }, (_, index) => ({
        sheet: 'Begroting',
        gridRow: index + 4,
        text: `let op: GB-214 Taakveld past niet bij het beleidsveld van regel ${index + 1}`,
      }))
      // Learning, looking, writing, and switching the events on again.
      expect(await requestsOf(host, () => workbook.mark(many))).toBe(4)
      expect(host.statistics.requestBytesMax).toBeLessThan(5_000_000)
      expect(valueAt(book, 'Begroting', 5_003, columnOf(book, 'tblBegroting', 'Bevindingen'))).toMatch(/regel 5000$/)
    })

    test('[S-82] cleaning up leaves no trace of marks, and all that was a person’s', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      await workbook.clearMarks()
      const sheet = sheetId(book, 'Begroting')
      type(book, 'Begroting', 2, 3, 'aantekening')
      type(book, 'Blad1', 0, 0, '=1+1')
      book.transact('person', () => {
        const box = { row: 4, column: 0, rows: 10, columns: 5 }
        book.addConditionalFormat({ sheet, box, formula: '=$A5="HOL"', fill: '#00FF00', color: null })
        book.setFormat(sheet, { row: 4, column: 5, rows: 1, columns: 1 }, { fill: '#FFFF00', isBold: true })
      })
      const before = contentsOf(book)
      await workbook.mark(marks)
      expect(book.conditionalFormats()).toHaveLength(4)
      await workbook.clearMarks()
      expect(contentsOf(book)).toEqual(before)
    })

    test('missing conditional formats come back with the first mark, as the template has them', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const template = contentsOf(book).conditionalFormats
      await workbook.clearMarks()
      expect(contentsOf(book).conditionalFormats).toEqual([])
      await workbook.mark([])
      expect(contentsOf(book).conditionalFormats).toEqual([])
      await workbook.mark(marks)
      expect(contentsOf(book).conditionalFormats).toEqual(template)
    })

    test('a protected sheet is told', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      book.transact('person', () => book.setSheet(sheetId(book, 'Begroting'), { isProtected: true }))
      await expect(workbook.mark(marks)).rejects.toMatchObject({ reason: 'protected', place: 'Begroting' })
    })

    test('a workbook without our tables is left alone', async () => {
      const { workbook, book } = await emptyExcel(make)
      type(book, 'Blad1', 0, 0, 'Bevindingen')
      const before = contentsOf(book)
      await workbook.mark([{ sheet: 'Blad1', gridRow: 1, text: 'fout: hier niet' }])
      await workbook.clearMarks()
      expect(contentsOf(book)).toEqual(before)
    })
  })
}
