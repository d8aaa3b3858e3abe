import { describe, expect, test } from 'vitest'
import type { BookErrorReason } from './book.ts'
import { bookWith, contentAt, fill, firstSheet, valueAt, valuesAt } from './book-under-test.test-data.ts'
import { BookError, boxOfAddress, createBook } from './index.ts'

const reasonOf = (action: () => unknown): BookErrorReason | 'none' => {
  try {
    action()
    return 'none'
  } catch (error) {
    if (error instanceof BookError) return error.reason
    throw error
  }
}

describe('cells', () => {
  test('a new book has one empty sheet', () => {
    const book = createBook()
    expect(book.sheets().map(({ name, visibility }) => [name, visibility])).toEqual([['Blad1', 'visible']])
    expect(book.usedBox(firstSheet(book))).toBeNull()
    expect(valuesAt(book, 'A1:B1')).toEqual([[null, null]])
  })

  test('inputs, values and texts of what was written', () => {
    const book = bookWith([[1.5, 'tekst', true, '=A1*2', { error: '#N/A' }, null]])
    const sheet = firstSheet(book)
    expect(book.inputs(sheet, boxOfAddress('A1:F1'))).toEqual([
      [
        { kind: 'value', value: 1.5 },
        { kind: 'value', value: 'tekst' },
        { kind: 'value', value: true },
        { kind: 'formula', formula: '=A1*2' },
        { kind: 'value', value: { error: '#N/A' } },
        { kind: 'empty' },
      ],
    ])
    expect(valuesAt(book, 'A1:F1')).toEqual([[1.5, 'tekst', true, 3, { error: '#N/A' }, null]])
    expect(book.texts(sheet, boxOfAddress('A1:F1'))).toEqual([['1,5', 'tekst', 'WAAR', '3', '#N/B', '']])
    expect(book.usedBox(sheet)).toEqual(boxOfAddress('A1:E1'))
  })

  test('an empty input empties the cell; clearing leaves what is not asked for', () => {
    const book = bookWith([[1, 2, 3]])
    const sheet = firstSheet(book)
    book.setNumberFormats(sheet, boxOfAddress('A1:C1'), [['0.00']])
    fill(book, 'A1', [[null]])
    book.clear(sheet, boxOfAddress('B1'), 'contents')
    book.clear(sheet, boxOfAddress('C1'), 'all')
    expect(valuesAt(book, 'A1:C1')).toEqual([[null, null, null]])
    expect(book.numberFormats(sheet, boxOfAddress('A1:C1'))).toEqual([['0.00', '0.00', 'General']])
  })

  test('formats of cells, of whole columns, and of a cell in such a column', () => {
    const book = bookWith([[1]])
    const sheet = firstSheet(book)
    book.setFormat(sheet, boxOfAddress('A1'), { fill: '#FF0000' })
    book.setFormat(sheet, boxOfAddress('A:B'), { isBold: true })
    book.setNumberFormats(sheet, boxOfAddress('B:B'), [['@']])
    expect(book.format(sheet, 0, 0)).toMatchObject({ fill: '#FF0000', isBold: true })
    expect(book.format(sheet, 9999, 1)).toMatchObject({ fill: null, isBold: true, isLocked: true })
    expect(book.numberFormats(sheet, boxOfAddress('B100000:C100000'))).toEqual([['@', 'General']])
    book.clear(sheet, boxOfAddress('A:B'), 'formats')
    expect(book.format(sheet, 0, 0)).toMatchObject({ fill: null, isBold: false })
  })

  test.for<[BookErrorReason, string, (book: ReturnType<typeof createBook>, sheet: string) => unknown]>([
    ['bad-formula', 'a formula that cannot be read', (book) => fill(book, 'A1', [['=1+']])],
    [
      'bad-size',
      'rows of unequal length',
      (book, sheet) => book.write(sheet, { row: 0, column: 0 }, [[], [{ kind: 'empty' }]]),
    ],
    [
      'bad-size',
      'a cell beyond the sheet',
      (book, sheet) => book.write(sheet, { row: 1_048_576, column: 0 }, [[{ kind: 'empty' }]]),
    ],
    [
      'bad-size',
      'formats of another size',
      (book, sheet) => book.setNumberFormats(sheet, boxOfAddress('A1:B2'), [['0', '0']]),
    ],
    ['no-such-sheet', 'a sheet that is not there', (book) => book.values('weg', boxOfAddress('A1'))],
    ['sheet-exists', 'a second sheet of one name', (book) => book.addSheet('BLAD1')],
    ['bad-name', 'a sheet name with a sign that Excel refuses', (book) => book.addSheet('a/b')],
    ['bad-name', 'a sheet name that is too long', (book) => book.addSheet('x'.repeat(32))],
    ['last-sheet', 'removing the last sheet', (book, sheet) => book.removeSheet(sheet)],
    ['last-sheet', 'hiding the last sheet', (book, sheet) => book.setSheet(sheet, { visibility: 'hidden' })],
    ['bad-name', 'a name that reads as a cell', (book) => book.setName('AB12', '=1')],
    ['bad-formula', 'a name for nothing', (book) => book.setName('Naam', '=(')],
    ['no-such-table', 'a table that is not there', (book) => book.removeTable('9')],
    [
      'bad-size',
      'a selection beyond the sheet',
      (book, sheet) => book.select(sheet, { row: 0, column: 16_384, rows: 1, columns: 1 }),
    ],
  ])('%s: %s', ([reason, , action]) => {
    const book = bookWith([[1]])
    expect(reasonOf(() => action(book, firstSheet(book)))).toBe(reason)
    expect(contentAt(book, 'A1')).toBe(1)
    expect(book.sheets()).toHaveLength(1)
  })
})

describe('sheets', () => {
  test('formulas follow the new name of a sheet and lose one that goes, until undo', () => {
    const book = bookWith([["=Blad2!A1&'Blad2'!B2", '=Plaats']])
    const other = book.addSheet('Blad2')
    fill(book, 'A1', [['x'], [null]], other)
    book.setName('Plaats', '=Blad2!$A$1')
    book.renameSheet(other, 'Twee bladen')
    expect(contentAt(book, 'A1')).toBe("='Twee bladen'!A1&'Twee bladen'!B2")
    expect(book.names()).toEqual([{ name: 'Plaats', formula: "='Twee bladen'!$A$1" }])
    expect(valuesAt(book, 'A1:B1')).toEqual([['x', 'x']])
    book.removeSheet(other)
    expect(contentAt(book, 'A1')).toBe('=#REF!&#REF!')
    expect(valuesAt(book, 'A1:B1')).toEqual([[{ error: '#REF!' }, { error: '#REF!' }]])
    book.undo()
    expect(valuesAt(book, 'A1:B1')).toEqual([['x', 'x']])
  })

  test('visibility, frozen rows, hidden rows and columns, widths and merges', () => {
    const book = bookWith([])
    const sheet = book.addSheet('Codes')
    book.setSheet(sheet, { visibility: 'veryHidden', frozenRows: 3, merges: [boxOfAddress('A1:B1')] })
    book.hideRows(sheet, 4, 2, true)
    book.hideColumns(sheet, 1, 1, true)
    book.setColumnWidth(sheet, 0, 2, 12)
    expect(book.sheets()[1]).toMatchObject({
      name: 'Codes',
      visibility: 'veryHidden',
      frozenRows: 3,
      hiddenRows: new Set([4, 5]),
      hiddenColumns: new Set([1]),
      columnWidths: new Map([
        [0, 12],
        [1, 12],
      ]),
      merges: [boxOfAddress('A1:B1')],
    })
    book.hideRows(sheet, 4, 1, false)
    expect(book.sheets()[1]?.hiddenRows).toEqual(new Set([5]))
  })

  test('the selection moves without a step and goes to the first sheet when its own is gone', () => {
    const book = bookWith([[1]])
    const other = book.addSheet('Blad2')
    const selections: boolean[] = []
    book.subscribe((change) => selections.push(change.isSelection))
    book.select(other, boxOfAddress('B2:C3'))
    expect(book.selection()).toEqual({ sheet: other, box: boxOfAddress('B2:C3') })
    expect(selections).toEqual([true])
    book.removeSheet(other)
    expect(book.selection().sheet).toBe(firstSheet(book))
  })
})

describe('protection', () => {
  const protectedBook = () => {
    const book = bookWith([[1, 2]])
    const sheet = firstSheet(book)
    book.setFormat(sheet, boxOfAddress('B1'), { isLocked: false })
    book.setSheet(sheet, { isProtected: true })
    return { book, sheet }
  }

  test('locked cells of a protected sheet refuse a person and the add-in', () => {
    const { book, sheet } = protectedBook()
    expect(reasonOf(() => fill(book, 'A1', [[9]]))).toBe('protected')
    expect(reasonOf(() => book.transact('person', () => fill(book, 'A1', [[9, 9]])))).toBe('protected')
    expect(reasonOf(() => book.insertRows(sheet, 0, 1))).toBe('protected')
    expect(reasonOf(() => book.clear(sheet, boxOfAddress('A:C'), 'all'))).toBe('protected')
    expect(valuesAt(book, 'A1:B1')).toEqual([[1, 2]])
  })

  test('open cells, calculation and others do not ask', () => {
    const { book } = protectedBook()
    fill(book, 'B1', [[5]])
    book.transact('remote', () => fill(book, 'A1', [[7]]))
    expect(valuesAt(book, 'A1:B1')).toEqual([[7, 5]])
    expect(book.undo()).toBe(true)
  })
})

describe('names and rules of cells', () => {
  test('a name is replaced in any case and removed', () => {
    const book = bookWith([])
    book.setName('lstJaren', '=Blad1!$A$1')
    book.setName('LSTJAREN', '=Blad1!$A$2')
    expect(book.names()).toEqual([{ name: 'LSTJAREN', formula: '=Blad1!$A$2' }])
    book.removeName('lstjaren')
    expect(book.names()).toEqual([])
  })

  test('a cell has one validation: the last one', () => {
    const book = bookWith([])
    const sheet = firstSheet(book)
    const rule = { kind: 'textLength', max: 10 } as const
    const looks = { sheet, severity: 'stop', title: '', message: '' } as const
    book.setValidation({ ...looks, box: boxOfAddress('A1:A10'), rule })
    book.setValidation({ ...looks, box: boxOfAddress('A5'), rule: { ...rule, max: 3 } })
    expect(book.validations().map(({ box, rule }) => [box, rule])).toEqual([
      [boxOfAddress('A1:A4'), rule],
      [boxOfAddress('A6:A10'), rule],
      [boxOfAddress('A5'), { ...rule, max: 3 }],
    ])
    book.clearValidation(sheet, boxOfAddress('A1:A9'))
    expect(book.validations().map(({ box }) => box)).toEqual([boxOfAddress('A10')])
  })

  test('a conditional format looks at each cell from its own place; the first that speaks counts', () => {
    const book = bookWith([
      ['fout: x', 1],
      ['let op: y', 2],
    ])
    const sheet = firstSheet(book)
    const box = boxOfAddress('A1:B2')
    const id = book.addConditionalFormat({ sheet, box, formula: '=LEFT($A1,4)="fout"', fill: '#FF0000', color: null })
    book.addConditionalFormat({ sheet, box, formula: '=B1>0', fill: '#00FF00', color: '#111111' })
    expect(book.conditionalLook(sheet, 0, 0)).toEqual({ fill: '#FF0000', color: '#111111' })
    expect(book.conditionalLook(sheet, 0, 1)).toEqual({ fill: '#FF0000', color: null })
    expect(book.conditionalLook(sheet, 1, 0)).toEqual({ fill: '#00FF00', color: '#111111' })
    expect(book.conditionalLook(sheet, 5, 5)).toEqual({ fill: null, color: null })
    book.setConditionalFormat(id, { formula: '=LEFT($A1,3)="let"' })
    expect(book.conditionalLook(sheet, 1, 1)).toEqual({ fill: '#FF0000', color: null })
    book.removeConditionalFormat(id)
    expect(book.conditionalFormats()).toHaveLength(1)
  })
})

describe('steps', () => {
  test('a step that fails leaves the book as it was and tells nobody', () => {
    const book = bookWith([[1, '=A1']])
    const changes: unknown[] = []
    book.subscribe((change) => changes.push(change.edited))
    const action = () =>
      book.transact('person', () => {
        fill(book, 'A1', [[2]])
        book.addSheet('Nieuw')
        fill(book, 'A1', [['=1+']])
      })
    expect(reasonOf(action)).toBe('bad-formula')
    expect(valuesAt(book, 'A1:B1')).toEqual([[1, 1]])
    expect(book.sheets()).toHaveLength(1)
    expect(changes.flat()).toEqual([])
  })

  test('a failing part that was caught leaves no trace within its step', () => {
    const book = bookWith([[1]])
    book.transact('person', () => {
      fill(book, 'A1', [[2]])
      expect(() =>
        book.transact('addin', () => {
          fill(book, 'A1', [[3]])
          throw new Error('nee')
        }),
      ).toThrow('nee')
      fill(book, 'B1', [[4]])
    })
    expect(valuesAt(book, 'A1:B1')).toEqual([[2, 4]])
    book.undo()
    expect(valuesAt(book, 'A1:B1')).toEqual([[1, null]])
  })

  test('undo and redo go step by step, and a new step ends redo', () => {
    const book = createBook()
    fill(book, 'A1', [[1]])
    book.transact('person', () => {
      fill(book, 'A1', [[2]])
      fill(book, 'B1', [['=A1*10']])
    })
    expect(book.undo()).toBe(true)
    expect(valuesAt(book, 'A1:B1')).toEqual([[1, null]])
    expect(book.redo()).toBe(true)
    expect(valuesAt(book, 'A1:B1')).toEqual([[2, 20]])
    book.undo()
    fill(book, 'A1', [[7]])
    expect(book.redo()).toBe(false)
    book.undo()
    book.undo()
    expect(book.undo()).toBe(false)
    expect(valueAt(book, 'A1')).toBeNull()
  })

  test('steps of one group that follow each other are undone and redone together', () => {
    const book = bookWith([[1]])
    book.transact('addin', () => fill(book, 'A1', [[2]]), 'batch')
    book.transact('addin', () => fill(book, 'A1', [[3]]), 'batch')
    book.transact('addin', () => fill(book, 'A1', [[4]]), 'other')
    book.undo()
    expect(valueAt(book, 'A1')).toBe(3)
    book.undo()
    expect(valueAt(book, 'A1')).toBe(1)
    book.redo()
    expect(valueAt(book, 'A1')).toBe(3)
  })

  test('calculation makes no step; a file ends what could be undone', () => {
    const book = bookWith([[1]])
    book.transact('calculation', () => fill(book, 'B1', [[2]]))
    book.transact('file', () => fill(book, 'C1', [[3]]))
    expect(book.undo()).toBe(false)
    expect(valuesAt(book, 'A1:C1')).toEqual([[1, 2, 3]])
  })

  test('undo is told as a change by a person', () => {
    const book = bookWith([[1]])
    const sheet = firstSheet(book)
    const changes: unknown[] = []
    const stop = book.subscribe(({ source, edited }) => changes.push([source, edited]))
    book.undo()
    stop()
    book.redo()
    expect(changes).toEqual([['person', [{ sheet, box: boxOfAddress('A1') }]]])
  })

  test('a listener that writes makes a step of its own, told after the first', () => {
    const book = createBook()
    const told: string[] = []
    const stop = book.subscribe(({ source }) => {
      if (source === 'person') book.transact('addin', () => fill(book, 'B1', [['gezien']]))
    })
    book.subscribe(({ source }) => told.push(source))
    book.transact('person', () => fill(book, 'A1', [[1]]))
    expect(told).toEqual(['person', 'addin'])
    stop()
    book.undo()
    expect(valuesAt(book, 'A1:B1')).toEqual([[1, null]])
  })
})
