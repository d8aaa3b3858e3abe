import { describe, expect, test } from 'vitest'
import { cellKey } from '#shared/workbook/grid.ts'
import { readAreaWorkbook } from '#shared/workbook/index.ts'
import { editsForRows } from '#shared/workbook/write-rows.ts'
import { sampleDesign, sampleRow } from '#shared/workbook/sample-workbook.ts'
import type { Workbook } from '../ports/workbook.ts'
import {
  columnOf,
  contentsOf,
  holtenbroek,
  inputAt,
  line,
  type MakeExcel,
  manyLines,
  openedTemplate,
  sample,
  sheetId,
  type,
  valueAt,
} from './excel-under-test.test-data.ts'

/** The edits that a synchronisation makes for these new rows. */
async function added(workbook: Workbook, rows: readonly ReturnType<typeof sampleRow>[]) {
  const grid = await workbook.read()
  const writes = rows.map(({ table, ...values }) => ({ kind: 'add' as const, table, values, token: 'nieuw' }))
  return editsForRows(readAreaWorkbook(grid), grid, writes).edits
}

export function writeContract(make: MakeExcel): void {
  describe('writing', () => {
    test('text stays text, numbers are numbers, null empties', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const texts = ['=1+1', '0.10', '-5', "'t Veld", '1-2', 'waar', '@naam', 'gewoon']
      const cells = texts.map((value, index) => ({ row: 10 + index, column: 5, value }))
      const outcome = await workbook.write([
        {
          sheet: 'Begroting',
          cells: [...cells, { row: 4, column: 5, value: null }, { row: 4, column: 20, value: 12.5 }],
        },
      ])
      expect(outcome.skipped).toEqual([])
      expect(texts.map((_, index) => inputAt(book, 'Begroting', 10 + index, 5))).toEqual(
        texts.map((value) => ({ kind: 'value', value })),
      )
      expect(inputAt(book, 'Begroting', 4, 5)).toEqual({ kind: 'empty' })
      expect(valueAt(book, 'Begroting', 4, 20)).toBe(12.5)
    })

    test('[S-83] a cell that a person changed meanwhile keeps what was typed, and is told', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      type(book, 'Begroting', 5, 5, 'Zelf getypt')
      const outcome = await workbook.write([
        {
          sheet: 'Begroting',
          cells: [
            { row: 4, column: 5, value: 'Kernteam' },
            { row: 5, column: 5, value: 'Experimenten' },
          ],
          expected: new Map([
            [cellKey(4, 5), 'Regel 1'],
            [cellKey(5, 5), 'Regel 2'],
          ]),
        },
      ])
      expect(outcome.skipped).toEqual(['Begroting!F6'])
      expect(valueAt(book, 'Begroting', 4, 5)).toBe('Kernteam')
      expect(valueAt(book, 'Begroting', 5, 5)).toBe('Zelf getypt')
    })

    test('nothing but the cells of the edits changes', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      type(book, 'Blad1', 0, 0, '=SUM(Begroting!S5:S9)')
      type(book, 'Begroting', 2, 3, 'aantekening')
      const before = contentsOf(book)
      const edit = { row: 4, column: 5, value: 'Kernteam' }
      await workbook.write([{ sheet: 'Begroting', cells: [edit] }])
      await workbook.write([{ sheet: 'Begroting', cells: [{ ...edit, value: 'Regel 1' }] }])
      expect(contentsOf(book)).toEqual(before)
    })

    test('a table grows over empty rows, with the formats and formulas of its columns', async () => {
      const rows = Array.from({ length: 25 }, (_, index) => hours(index + 1, 8_000))
      const { workbook, book } = await openedTemplate(make, sampleDesign(rows))
      const amount = columnOf(book, 'tblInzet', 'Bedrag')
      const edits = await added(workbook, [
        hours(26, 8_000),
        hours(27, 9_000),
        { ...hours(28, 100), amountCents: 7 as never },
      ])
      expect(await workbook.write(edits)).toMatchObject({ skipped: [] })
      expect(book.tables().find(({ name }) => name === 'tblInzet')?.box.rows).toBe(29)
      expect(inputAt(book, 'Inzet', 29, amount)?.kind).toBe('formula')
      expect(valueAt(book, 'Inzet', 29, amount)).toBe(80)
      expect(valueAt(book, 'Inzet', 30, amount)).toBe(90)
      // This row has an amount of its own.
      expect(inputAt(book, 'Inzet', 31, amount)).toEqual({ kind: 'value', value: 0.07 })
      expect(book.numberFormats(sheetId(book, 'Inzet'), { row: 30, column: 0, rows: 1, columns: 1 })).toEqual([['@']])
      const read = readAreaWorkbook(await workbook.read())
      expect(read.rows.inzet.map(({ row }) => row.lineNumber)).toHaveLength(28)
      expect(read.rows.inzet.at(-1)?.token).toBe('nieuw')
    })

    test("a column that a person filled with formulas goes on in the new rows, with each row's own references", async () => {
      const { workbook, book } = await openedTemplate(make, sampleDesign(manyLines(25)))
      const column = columnOf(book, 'tblBegroting', 'Toelichting')
      for (let row = 4; row < 29; row++) type(book, 'Begroting', row, column, `=B${row + 1}&" van "&$B$5`)
      await workbook.write(await added(workbook, [line(26, { note: 'HOL-026 van HOL-001' }), line(27, {})]))
      expect(inputAt(book, 'Begroting', 29, column)).toEqual({ kind: 'formula', formula: '=B30&" van "&$B$5' })
      expect(valueAt(book, 'Begroting', 30, column)).toBe('HOL-027 van HOL-001')
    })

    test('a column with one formula among typed values does not', async () => {
      const { workbook, book } = await openedTemplate(make, sampleDesign(manyLines(25)))
      const column = columnOf(book, 'tblBegroting', 'Toelichting')
      type(book, 'Begroting', 28, column, '=B29')
      await workbook.write(await added(workbook, [line(26, {})]))
      expect(inputAt(book, 'Begroting', 29, column)).toEqual({ kind: 'empty' })
    })

    test('the formula of an empty row stays when it gives the value', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const amount = columnOf(book, 'tblInzet', 'Bedrag')
      await workbook.write(await added(workbook, [hours(2, 8_000)]))
      expect(inputAt(book, 'Inzet', 5, amount)?.kind).toBe('formula')
      expect(valueAt(book, 'Inzet', 5, amount)).toBe(80)
    })

    test('what stands below a table is in its way', async () => {
      const { workbook, book } = await openedTemplate(make, sampleDesign(manyLines(25)))
      const edits = await added(workbook, [line(26, {}), line(27, {}), line(28, {})])
      // Right below the table it would become a row of it.
      type(book, 'Begroting', 31, 3, 'Eigen som')
      const before = contentsOf(book)
      await expect(workbook.write(edits)).rejects.toMatchObject({ reason: 'no-room', place: 'tblBegroting' })
      expect(contentsOf(book)).toEqual(before)
    })

    test('a filtered table does not grow', async () => {
      const { workbook, book } = await openedTemplate(make, sampleDesign(manyLines(25)))
      const edits = await added(workbook, [line(26, {})])
      const table = book.tables().find(({ name }) => name === 'tblBegroting')
      book.transact('person', () => book.filterTable(table?.id ?? '', 1, new Set(['HOL-001'])))
      await expect(workbook.write(edits)).rejects.toMatchObject({ reason: 'filtered', place: 'tblBegroting' })
      expect(book.tables().find(({ name }) => name === 'tblBegroting')?.box.rows).toBe(26)
    })

    test('a protected sheet is told before anything is written', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      book.transact('person', () => book.setSheet(sheetId(book, 'Inzet'), { isProtected: true }))
      const cells = [{ row: 4, column: 5, value: 'Kernteam' }]
      const edits = [
        { sheet: 'Begroting', cells },
        { sheet: 'Inzet', cells },
      ]
      await expect(workbook.write(edits)).rejects.toMatchObject({ reason: 'protected', place: 'Inzet' })
      expect(valueAt(book, 'Begroting', 4, 5)).toBe('Regel 1')
    })

    test('a sheet or table that is gone is named', async () => {
      const { workbook } = await openedTemplate(make, sample())
      const cells = [{ row: 4, column: 5, value: 'Kernteam' }]
      await expect(workbook.write([{ sheet: 'Weg', cells }])).rejects.toMatchObject({
        reason: 'missing-sheet',
        place: 'Weg',
      })
      const tables = [{ name: 'tblWeg', bottom: 40 }]
      await expect(workbook.write([{ sheet: 'Begroting', cells, tables }])).rejects.toMatchObject({
        reason: 'missing-table',
        place: 'tblWeg',
      })
    })

    test('5,000 changed rows go in requests of about 1 MB', async () => {
      const { workbook, host, book } = await openedTemplate(make, sampleDesign(manyLines(5_000)))
      const cells = Array.from({ length: 5_000 }, (_, index) => [
        { row: 4 + index, column: 5, value: `Nieuwe omschrijving van regel ${index + 1}` },
        { row: 4 + index, column: 20, value: index },
      ]).flat()
      const before = host.statistics.requestBytes
      await workbook.write([{ sheet: 'Begroting', cells }])
      expect(valueAt(book, 'Begroting', 5_003, 5)).toBe('Nieuwe omschrijving van regel 5000')
      expect(host.statistics.requestBytesMax).toBeLessThan(1_500_000)
      expect(host.statistics.requestBytes - before).toBeLessThan(2_500_000)
    })

    test('with undo groups, a synchronisation is one step', async () => {
      const rows = Array.from({ length: 25 }, (_, index) => hours(index + 1, 8_000))
      const { workbook, book } = await openedTemplate(make, sampleDesign(rows), '1.20')
      const before = contentsOf(book)
      const outcome = await workbook.write(await added(workbook, [hours(26, 8_000), line(1, {})]))
      expect(outcome.isOneUndoStep).toBe(true)
      expect(contentsOf(book)).not.toEqual(before)
      expect(book.undo()).toBe(true)
      expect(contentsOf(book)).toEqual(before)
    })

    test('without undo groups it says so', async () => {
      const { workbook } = await openedTemplate(make, sample())
      const edit = { sheet: 'Begroting', cells: [{ row: 4, column: 5, value: 'Kernteam' }] }
      expect(await workbook.write([edit])).toEqual({ skipped: [], isOneUndoStep: false })
    })

    test('our own writes are told to nobody', async () => {
      const { workbook, host, book } = await openedTemplate(make, sample())
      const hints: unknown[] = []
      const stop = await workbook.watch((hint) => hints.push(hint))
      await workbook.write([{ sheet: 'Begroting', cells: [{ row: 4, column: 5, value: 'Kernteam' }] }])
      // Hints come in their order, so nothing else is still on its way when this one is there.
      type(book, 'Inzet', 6, 1, 'HOL-002')
      await expect.poll(() => hints).toEqual([{ sheet: 'Inzet', address: 'B7', isRemote: false }])
      expect(host.statistics.members.get('Runtime.enableEvents')).toBeGreaterThanOrEqual(2)
      await stop()
    })
  })
}

function hours(number: number, rateCents: number) {
  return sampleRow('inzet', {
    lineNumber: `HOL-I${String(number).padStart(3, '0')}`,
    budgetLineNumber: holtenbroek[0]?.lineNumber ?? '',
    role: 'strateeg',
    year: 2023,
    hours: 100,
    rateCents,
    amountCents: rateCents,
  })
}
