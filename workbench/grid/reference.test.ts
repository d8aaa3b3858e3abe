import { describe, expect, test } from 'vitest'
import { bookWith } from './grid.test-data.ts'
import { rangeOfReference } from './reference.ts'

describe('a reference', () => {
  const { book, sheet } = bookWith([['Kop'], ['a'], ['b']])
  const other = book.addSheet("Blad van 't hof")
  book.setName('Jaar', "='Blad van ''t hof'!$B$5")
  book.setTable(book.addTable(sheet, { row: 0, column: 0, rows: 3, columns: 1 }, true), { name: 'tblProef' })
  const box = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns })

  test.for([
    ['b4', { sheet, box: box(3, 1) }],
    ['$A$1:C2', { sheet, box: box(0, 0, 2, 3) }],
    ["'Blad van ''t hof'!B4", { sheet: other, box: box(3, 1) }],
    ['jaar', { sheet: other, box: box(4, 1) }],
    ['tblproef', { sheet, box: box(1, 0, 2) }],
    ['Onbekend', undefined],
    ['Weg!A1', undefined],
    ['', undefined],
  ] as const)('%s is found', ([text, found]) => {
    expect(rangeOfReference(book, sheet, text)).toEqual(found)
  })
})
