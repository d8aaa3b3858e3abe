import { describe, expect, test } from 'vitest'
import { commitEdit, typedAt } from './commit-edit.ts'
import { bookWith, gridOn, type TestGrid, textsOf } from './grid.test-data.ts'

const place = { row: 0, column: 0 }

function typeIn({ view }: TestGrid, text: string): void {
  view.edit({ sheet: view.sheet.peek().id, place, text, where: 'cell', isTyping: true, focus: {} })
}

function bookWithList(severity: 'stop' | 'warning') {
  const { book, sheet } = bookWith([['L']])
  const rule = { kind: 'list', source: '"L,B"' } as const
  book.setValidation({
    sheet,
    box: { ...place, rows: 1, columns: 1 },
    rule,
    severity,
    title: 'L/B',
    message: 'Kies L of B.',
  })
  return { book, sheet }
}

describe('finishing an edit', () => {
  test('writes what was typed and ends editing', async () => {
    const { book, sheet } = bookWith([[null, 4]])
    const grid = gridOn(book)
    typeIn(grid, '=SOM(B1;2,5)')
    expect(await commitEdit(grid.view, grid.tools)).toBe('written')
    expect(textsOf(book, sheet, 1, 1)).toEqual([['6,5']])
    expect(typedAt(book, sheet, place)).toBe('=SOM(B1;2,5)')
    expect(grid.view.editing.peek()).toBeNull()
  })

  test('shows a share as a share', async () => {
    const { book, sheet } = bookWith([])
    const grid = gridOn(book)
    typeIn(grid, '12,5%')
    await commitEdit(grid.view, grid.tools)
    expect(book.values(sheet, { ...place, rows: 1, columns: 1 })).toEqual([[0.125]])
    expect(textsOf(book, sheet, 1, 1)[0]?.[0]).toMatch(/%$/)
  })

  test('of the same text changes nothing', async () => {
    const { book } = bookWith([['zo']])
    const grid = gridOn(book)
    typeIn(grid, 'zo')
    expect(await commitEdit(grid.view, grid.tools)).toBe('written')
    expect(book.undo()).toBe(true)
    expect(book.undo()).toBe(false)
  })

  test('with a formula that cannot be read goes on editing and says why', async () => {
    const { book } = bookWith([])
    const grid = gridOn(book)
    typeIn(grid, '=SOM((1')
    expect(await commitEdit(grid.view, grid.tools)).toBe('kept')
    expect(grid.view.editing.peek()?.text).toBe('=SOM((1')
    expect(grid.told).toHaveLength(1)
  })
})

describe('a value that its cell refuses', () => {
  test('asks, and goes on editing when the person wants to try again', async () => {
    const { book, sheet } = bookWithList('stop')
    const grid = gridOn(book, ['retry'])
    typeIn(grid, 'X')
    const before = grid.view.editing.peek()
    expect(await commitEdit(grid.view, grid.tools)).toBe('kept')
    expect(grid.asked[0]).toMatchObject({ title: 'L/B', message: 'Kies L of B.' })
    expect(grid.asked[0]?.answers.map(({ id }) => id)).toEqual(['retry', 'cancel'])
    expect(grid.view.editing.peek()?.focus).not.toBe(before?.focus)
    expect(textsOf(book, sheet, 1, 1)).toEqual([['L']])
  })

  test('leaves the cell as it was when the person gives it up', async () => {
    const { book, sheet } = bookWithList('stop')
    const grid = gridOn(book, ['cancel'])
    typeIn(grid, 'X')
    expect(await commitEdit(grid.view, grid.tools)).toBe('kept')
    expect(grid.view.editing.peek()).toBeNull()
    expect(textsOf(book, sheet, 1, 1)).toEqual([['L']])
  })

  test('is written after a warning that was waved aside', async () => {
    const { book, sheet } = bookWithList('warning')
    const grid = gridOn(book, ['keep'])
    typeIn(grid, 'X')
    expect(await commitEdit(grid.view, grid.tools)).toBe('written')
    expect(textsOf(book, sheet, 1, 1)).toEqual([['X']])
  })
})
