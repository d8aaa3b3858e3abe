import { describe, expect, test } from 'vitest'
import {
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
import type { Book, FunctionCall } from '../../workbench/book/book.ts'

/** A server that answers 7 to every call from the moment that it is reachable. */
function answering(book: Book, isReachable: () => boolean, calls: FunctionCall[] = []): void {
  book.useFunctions({
    has: (name) => name.startsWith('GEBIED.'),
    call: (call) => {
      calls.push(call)
      if (isReachable()) call.onValue(7)
      return { cancel: () => undefined }
    },
  })
}

export function functionsContract(make: MakeExcel): void {
  describe('functions of the add-in in cells', () => {
    test('formulas that show #NAME? are assigned anew', async () => {
      const { workbook, book } = await emptyExcel(make)
      book.useFunctions(null)
      type(book, 'Blad1', 0, 0, '=GEBIED.RESTANT("SP-1",2023)')
      type(book, 'Blad1', 1, 0, '=SUM(1,2)')
      expect(valueAt(book, 'Blad1', 0, 0)).toMatchObject({ error: '#NAME?' })
      answering(book, () => true)
      expect(await workbook.repairFormulas()).toEqual({ repaired: 1, protectedSheets: [] })
      expect(valueAt(book, 'Blad1', 0, 0)).toBe(7)
      expect(valueAt(book, 'Blad1', 1, 0)).toBe(3)
    })

    test('damaged formulas get the name of the function back', async () => {
      const { workbook, book } = await emptyExcel(make)
      answering(book, () => true)
      type(book, 'Blad1', 2, 1, '=_xldudf_GEBIED_RESTANT("SP-1",2023)')
      expect(await workbook.repairFormulas()).toMatchObject({ repaired: 1 })
      expect(inputAt(book, 'Blad1', 2, 1)).toEqual({ kind: 'formula', formula: '=GEBIED.RESTANT("SP-1",2023)' })
      expect(await workbook.repairFormulas()).toMatchObject({ repaired: 0 })
    })

    test('a protected sheet with broken formulas is told and left alone', async () => {
      const { workbook, book } = await emptyExcel(make)
      book.useFunctions(null)
      type(book, 'Blad1', 0, 0, '=GEBIED.RESTANT("SP-1",2023)')
      book.transact('person', () => book.setSheet(sheetId(book, 'Blad1'), { isProtected: true }))
      const before = contentsOf(book)
      expect(await workbook.repairFormulas()).toEqual({ repaired: 0, protectedSheets: ['Blad1'] })
      expect(contentsOf(book)).toEqual(before)
    })

    test('busy cells are found, and computed anew by a repair', async () => {
      const { workbook, book } = await emptyExcel(make)
      let isReachable = false
      answering(book, () => isReachable)
      type(book, 'Blad1', 3, 2, '=GEBIED.PLAFOND("SP-1",2023)')
      expect(await workbook.busyCells()).toEqual(['Blad1!C4'])
      isReachable = true
      expect(await workbook.repairFormulas()).toEqual({ repaired: 0, protectedSheets: [] })
      expect(await workbook.busyCells()).toEqual([])
      expect(valueAt(book, 'Blad1', 3, 2)).toBe(7)
    })

    test('computing anew asks for our cells only, and says how many there are', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const calls: FunctionCall[] = []
      type(book, 'Blad1', 0, 0, '=SUM(1,2)')
      answering(book, () => true, calls)
      calls.length = 0
      const count = await workbook.recalculateFunctions()
      expect(count).toBe(10)
      expect(calls.every(({ name }) => name.startsWith('GEBIED.'))).toBe(true)
      expect(calls.length).toBeGreaterThanOrEqual(count)
    })

    test('a text that looks like a call is none', async () => {
      const { workbook, book } = await emptyExcel(make)
      book.transact('person', () =>
        book.write(sheetId(book, 'Blad1'), { row: 0, column: 0 }, [[{ kind: 'value', value: '=GEBIED.RESTANT(1)' }]]),
      )
      expect(await workbook.recalculateFunctions()).toBe(0)
    })
  })
}
