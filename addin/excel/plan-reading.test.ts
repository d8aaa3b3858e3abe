import { describe, expect, test } from 'vitest'
import { answersOf, halvesOf, planSheet } from './plan-reading.ts'

const sheet = (rows: number, columns: number, name = 'Begroting') => ({
  name,
  visibility: 'visible' as const,
  used: { row: 0, column: 0, rows, columns },
})

describe('what is read of a sheet', () => {
  test('a small sheet is read whole', () => {
    expect(planSheet(sheet(30, 39), [])).toEqual([
      {
        sheet: 'Begroting',
        box: { row: 0, column: 0, rows: 30, columns: 39 },
        layers: ['values', 'formulas', 'numberFormat', 'valueTypes'],
      },
    ])
  })

  test('of a large sheet, columns of text are read once', () => {
    const table = {
      name: 'tblBegroting',
      sheet: 'Begroting',
      headings: ['Gebied', 'Nr', '2023', 'Omschrijving', 'Eigen kolom'],
      hasTotalsRow: false,
      box: { row: 3, column: 0, rows: 5_000, columns: 5 },
    }
    expect(planSheet(sheet(5_003, 5), [table]).map(({ box, layers }) => [box.column, box.columns, layers])).toEqual([
      [0, 2, ['formulas']],
      [2, 1, ['values', 'formulas', 'numberFormat']],
      [3, 1, ['formulas']],
      [4, 1, ['values', 'formulas', 'numberFormat']],
    ])
  })

  test('the sheet with the state holds values only, and an empty sheet nothing', () => {
    expect(planSheet(sheet(30_000, 6, '_gebied'), []).map(({ layers }) => layers)).toEqual([['values']])
    expect(planSheet({ ...sheet(1, 1), used: null }, [])).toEqual([])
  })

  test('what is too much for one answer comes in bands of rows that hold every row once', () => {
    const pieces = planSheet(sheet(100_000, 30), [])
    const answers = answersOf(pieces)
    expect(answers.length).toBeGreaterThan(10)
    const rows = answers.flat().reduce((sum, { box }) => sum + box.rows, 0)
    expect(rows).toBe(100_000)
    expect(answers.flat().every(({ box }, index, all) => index === 0 || box.row === rowAfter(all[index - 1]))).toBe(
      true,
    )
  })

  test('an answer that was too large is halved until one row is left', () => {
    const [piece] = planSheet(sheet(3, 2), [])
    const halves = halvesOf(piece === undefined ? [] : [piece])
    expect(halves?.map((half) => half.map(({ box }) => [box.row, box.rows]))).toEqual([[[0, 2]], [[2, 1]]])
    expect(halvesOf(halves?.[1] ?? [])).toBe(undefined)
  })
})

function rowAfter(piece: { readonly box: { readonly row: number; readonly rows: number } } | undefined): number {
  return (piece?.box.row ?? 0) + (piece?.box.rows ?? 0)
}
