import { describe, expect, test } from 'vitest'
import { bookWith, gridOn, textsOf } from './grid.test-data.ts'

const press = (key: string, more: Partial<Pick<KeyboardEvent, 'ctrlKey' | 'shiftKey' | 'altKey'>> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more }) as KeyboardEvent

describe('the view on a book', () => {
  test('follows what the add-in selects, on another sheet too', () => {
    const { book } = bookWith([['a']])
    const { view } = gridOn(book)
    const other = book.addSheet('Ander')
    book.select(other, { row: 7, column: 2, rows: 3, columns: 1 })
    expect(view.sheet.peek().name).toBe('Ander')
    expect(view.selection.peek().box).toEqual({ row: 7, column: 2, rows: 3, columns: 1 })
    expect(view.followed.peek()).toEqual({ row: 7, column: 2 })
  })

  test('tells the book what the person selects', () => {
    const { book, sheet } = bookWith([['a']])
    const { selectBox } = gridOn(book)
    selectBox(2, 3, 2, 2)
    expect(book.selection()).toEqual({ sheet, box: { row: 2, column: 3, rows: 2, columns: 2 } })
  })

  test('comes back to where a sheet was left', () => {
    const { book, sheet } = bookWith([['a']])
    const { view, selectBox } = gridOn(book)
    const other = book.addSheet('Ander')
    selectBox(5, 5)
    view.showSheet(other)
    expect(view.selection.peek().active).toEqual({ row: 0, column: 0 })
    view.showSheet(sheet)
    expect(view.selection.peek().active).toEqual({ row: 5, column: 5 })
  })

  test('goes to a sheet that is still there when its own is removed', () => {
    const { book } = bookWith([['a']])
    const { view } = gridOn(book)
    const other = book.addSheet('Ander')
    view.showSheet(other)
    book.removeSheet(other)
    expect(view.sheet.peek().name).toBe('Blad1')
  })

  test('draws rows for what is used and for the cell that was reached', () => {
    const { book } = bookWith([['a']])
    const { view, selectBox } = gridOn(book)
    expect(view.layout.peek().rows.count).toBe(200)
    selectBox(4_000, 0)
    expect(view.layout.peek().rows.count).toBeGreaterThan(4_000)
    selectBox(0, 0, 1_048_576)
    expect(view.layout.peek().rows.count).toBe(200)
  })
})

describe('keys', () => {
  test('a row of Tabs ends with Enter below the cell where it began', async () => {
    const { book } = bookWith([])
    const { controller, view, selectBox } = gridOn(book)
    selectBox(0, 1)
    for (const key of ['Tab', 'Tab', 'Enter']) controller.press(press(key))
    expect(view.selection.peek().active).toEqual({ row: 1, column: 1 })
    controller.press(press('Tab'))
    selectBox(5, 5)
    controller.press(press('Enter'))
    expect(view.selection.peek().active).toEqual({ row: 6, column: 5 })
  })

  test('Delete empties the selection, Ctrl+Z and Ctrl+Y go back and forth', () => {
    const { book, sheet } = bookWith([['a', 'b']])
    const { controller, told, selectBox } = gridOn(book)
    selectBox(0, 0, 1, 2)
    controller.press(press('Delete'))
    expect(textsOf(book, sheet, 1, 2)).toEqual([['', '']])
    controller.press(press('z', { ctrlKey: true }))
    expect(textsOf(book, sheet, 1, 2)).toEqual([['a', 'b']])
    controller.press(press('y', { ctrlKey: true }))
    expect(textsOf(book, sheet, 1, 2)).toEqual([['', '']])
    controller.press(press('y', { ctrlKey: true }))
    expect(told).toEqual(['nothingToRedo'])
  })

  test('a letter begins an edit with itself, F2 with what the cell holds', () => {
    const { book } = bookWith([['=1+0.5']])
    const { controller, view } = gridOn(book)
    controller.press(press('x'))
    expect(view.editing.peek()).toMatchObject({ text: 'x', isTyping: true, where: 'cell' })
    view.edit(null)
    controller.press(press('F2'))
    expect(view.editing.peek()).toMatchObject({ text: '=1+0,5', isTyping: false })
  })

  test('an arrow finishes typing over a cell, but moves the caret in a formula', async () => {
    const { book, sheet } = bookWith([])
    const { controller, view } = gridOn(book)
    controller.press(press('7'))
    expect(controller.pressInEditor(press('ArrowDown'))).toBe(true)
    await expect.poll(() => view.editing.peek()).toBeNull()
    expect(textsOf(book, sheet, 1, 1)).toEqual([['7']])
    await expect.poll(() => view.selection.peek().active).toEqual({ row: 1, column: 0 })
    controller.press(press('='))
    expect(controller.pressInEditor(press('ArrowDown'))).toBe(false)
  })

  test('Escape gives an edit up', () => {
    const { book, sheet } = bookWith([['oud']])
    const { controller, view } = gridOn(book)
    controller.press(press('n'))
    controller.pressInEditor(press('Escape'))
    expect(view.editing.peek()).toBeNull()
    expect(textsOf(book, sheet, 1, 1)).toEqual([['oud']])
  })

  test('Alt with the down arrow opens the list of a cell, and on a heading the filter of its table', () => {
    const { book, sheet } = bookWith([
      ['Kop', 'Nr'],
      ['a', 1],
    ])
    book.addTable(sheet, { row: 0, column: 0, rows: 2, columns: 2 }, true)
    const rule = { kind: 'list', source: '"a,b"' } as const
    const box = { row: 1, column: 0, rows: 1, columns: 1 }
    book.setValidation({ sheet, box, rule, severity: 'stop', title: '', message: '' })
    const { controller, selectBox } = gridOn(book)
    selectBox(0, 1)
    controller.press(press('ArrowDown', { altKey: true }))
    expect(controller.menu.peek()).toMatchObject({ kind: 'filter', column: 1 })
    controller.menu.value = null
    selectBox(1, 0)
    controller.press(press('ArrowDown', { altKey: true }))
    expect(controller.menu.peek()).toMatchObject({ kind: 'choices', choices: ['a', 'b'] })
    controller.choose({ row: 1, column: 0 }, 'b')
    expect(textsOf(book, sheet, 2, 1)).toEqual([['Kop'], ['b']])
  })
})
