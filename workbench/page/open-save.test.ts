import { describe, expect, test } from 'vitest'
import { exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import { readAreaWorkbook, readState } from '#shared/workbook/index.ts'
import { readXlsx } from '../../xlsx/index.ts'
import type { Book, Input } from '../book/book.ts'
import { createBook } from '../book/index.ts'
import { fillFromDesign } from './design-to-book.ts'
import { exampleDesign } from './new-workbook.ts'
import { fillFromFile } from './open-file.ts'
import { saveFile } from './save-file.ts'

const workbookId = '0190a2b4-0000-7000-8000-000000000001'

function exampleBook(areaCode: string): Book {
  const book = createBook()
  fillFromDesign(book, exampleDesign(areaCode, exampleYear, workbookId))
  return book
}

function openFile(bytes: Uint8Array): Book {
  const book = createBook()
  fillFromFile(book, bytes)
  return book
}

/** Everything of a book that a file must keep, by the names of sheets: ids differ from book to book. */
function contentOf(book: Book) {
  const nameOf = (id: string) => book.sheets().find((sheet) => sheet.id === id)?.name
  const named = <T extends { readonly sheet: string }>(pieces: readonly T[]) =>
    pieces.map((piece) => ({ ...piece, id: '', sheet: nameOf(piece.sheet) }))
  return {
    sheets: book.sheets().map(({ id, name, visibility, frozenRows, hiddenColumns, columnWidths }) => {
      const used = book.usedBox(id)
      return {
        name,
        visibility,
        frozenRows,
        hiddenColumns: [...hiddenColumns],
        columnWidths: [...columnWidths].sort(([one], [other]) => one - other),
        used,
        inputs: used === null ? [] : book.inputs(id, used),
        numberFormats: used === null ? [] : book.numberFormats(id, used),
        formats: used === null ? [] : formatsOf(book, id),
      }
    }),
    tables: named(book.tables()),
    names: book.names(),
    validations: named(book.validations()),
    conditionalFormats: named(book.conditionalFormats()),
  }
}

function formatsOf(book: Book, sheet: string) {
  const { row, column, rows, columns } = book.usedBox(sheet) ?? { row: 0, column: 0, rows: 0, columns: 0 }
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, along) => book.format(sheet, row + down, column + along)),
  )
}

const sheetNamed = (book: Book, name: string) => book.sheets().find((sheet) => sheet.name === name)?.id ?? ''

describe('a workbook of the example municipality', () => {
  test.for([...exampleWorkbooks.keys()])('of %s is the same after saving and opening', (areaCode) => {
    const book = exampleBook(areaCode)
    const opened = openFile(saveFile(book, 'werkboek'))
    const [before, after] = [contentOf(book), contentOf(opened)]
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name))
    for (const [index, sheet] of before.sheets.entries()) expect(after.sheets[index]).toEqual(sheet)
    expect(after.tables).toEqual(before.tables)
    expect(after.names).toEqual(before.names)
    expect(after.validations).toEqual(before.validations)
    expect(after.conditionalFormats).toEqual(before.conditionalFormats)
  })

  test('holds in the file what the rules read: rows, lists and state', () => {
    const grid = readXlsx(saveFile(exampleBook('HOL'), 'werkboek'))
    const workbook = readAreaWorkbook(grid)
    expect(workbook.gridIssues).toEqual([])
    expect(workbook.readingIssues).toEqual([])
    expect(workbook.rows.begroting.map(({ row }) => row)).toEqual(exampleWorkbooks.get('HOL')?.begroting)
    expect(workbook.reference?.version).toBe('voorbeeld-2023-1')
    expect(readState(grid)?.workbookId).toBe(workbookId)
  })

  test('keeps a formula of the add-in as Excel stores it', () => {
    const grid = readXlsx(saveFile(exampleBook('HOL'), 'werkboek'))
    const cover = grid.sheets.find(({ name }) => name === 'Voorblad')
    expect([...(cover?.formulas.values() ?? [])].some((formula) => formula.startsWith('_xldudf_GEBIED_RESTANT('))).toBe(
      true,
    )
  })

  test('keeps a column that a person added, and its rules move along with the others', () => {
    const book = exampleBook('HOL')
    const sheet = sheetNamed(book, 'Dekking')
    const table = book.tables().find(({ name }) => name === 'tblDekking')
    if (table === undefined) throw new Error('The template has this table.')
    const column = table.box.columns
    const heading: Input = { kind: 'value', value: 'Opmerking van ons' }
    book.write(sheet, { row: table.box.row, column }, [[heading]])
    book.setTable(table.id, { box: { ...table.box, columns: column + 1 } })
    const opened = openFile(saveFile(book, 'werkboek'))
    expect(opened.tables().find(({ name }) => name === 'tblDekking')?.box).toEqual({
      ...table.box,
      columns: column + 1,
    })
    expect(contentOf(opened).validations).toEqual(contentOf(book).validations)
  })
})

test('a workbook of somebody else keeps its values, formulas and errors', () => {
  const book = createBook()
  const { sheet } = book.selection()
  const inputs: Input[][] = [
    [
      { kind: 'value', value: 12.5 },
      { kind: 'value', value: "'t Hof" },
      { kind: 'value', value: true },
    ],
    [{ kind: 'formula', formula: '=SUM(A1,2)' }, { kind: 'value', value: { error: '#N/A' } }, { kind: 'empty' }],
  ]
  book.write(sheet, { row: 2, column: 1 }, inputs)
  const opened = openFile(saveFile(book, 'van een ander'))
  expect(opened.sheets().map(({ name }) => name)).toEqual(['Blad1'])
  expect(opened.inputs(opened.selection().sheet, { row: 2, column: 1, rows: 2, columns: 3 })).toEqual(inputs)
})
