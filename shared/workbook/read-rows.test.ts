import { describe, expect, test } from 'vitest'
import type { Cell } from '#shared/cells/index.ts'
import type { CellValue } from './design.ts'
import { readAreaWorkbook } from './read-workbook.ts'
import { sampleGrid, withCells } from './sample-workbook.ts'

/** The first row of tblBegroting with these cells typed into it: B is Nr, L is L/B, M is I/S, N is Taakveld, S is 2023. */
function typed(changes: Readonly<Record<string, CellValue | Cell>>) {
  const { rows, readingIssues } = readAreaWorkbook(
    withCells(sampleGrid([]), 'Begroting', { B5: 'HOL-001', ...changes }),
  )
  return { placed: rows.begroting[0], issues: readingIssues }
}

describe('an unreadable cell', () => {
  test('[S-13] is null, named as unreadable, and holds its row back', () => {
    const { placed, issues } = typed({ S5: 'ca. 500', T5: 1_000 })
    expect(placed).toMatchObject({ isHeldBack: true, unreadable: new Set(['amount0']) })
    expect([placed?.row.amount0, placed?.row.amount1]).toEqual([null, 100_000])
    expect(issues).toEqual([
      {
        table: 'begroting',
        sheet: 'Begroting',
        gridRow: 4,
        gridColumn: 18,
        field: 'amount0',
        lineNumber: 'HOL-001',
        code: 'not-a-number',
        isError: true,
        raw: 'ca. 500',
        read: null,
      },
    ])
  })

  test.for<[cell: CellValue | Cell, code: string]>([
    ['1,234', 'ambiguous'],
    [{ kind: 'error', value: '#VERW!' }, 'error-cell'],
    [true, 'boolean'],
    [{ kind: 'number', value: 0.5, numberFormat: '0%' }, 'percentage'],
    [{ kind: 'number', value: 45_000, numberFormat: 'dd\\-mm\\-yyyy' }, 'date-in-amount'],
  ])('in an amount column: %o is %s', ([cell, code]) => {
    expect(typed({ S5: cell }).issues.map((issue) => issue.code)).toEqual([code])
  })

  test('is a text that is longer than its column takes', () => {
    const { placed, issues } = typed({ F5: 'x'.repeat(201), AC5: 'x'.repeat(201) })
    expect([placed?.row.description, placed?.row.note]).toEqual([null, 'x'.repeat(201)])
    expect(issues.map(({ field, code, raw }) => [field, code, raw.length])).toEqual([['description', 'too-long', 201]])
  })
})

describe('a remark', () => {
  test('gives what was read, an amount in Dutch', () => {
    const { placed, issues } = typed({ S5: '500000', T5: 12.345 })
    expect(placed?.isHeldBack).toBe(false)
    expect(issues.map(({ field, code, isError, raw, read }) => [field, code, isError, raw, read])).toEqual([
      ['amount0', 'number-as-text', false, '500000', '500.000,00'],
      ['amount1', 'rounded', false, '12.345', '12,35'],
    ])
  })

  test('about a code names it without its spaces', () => {
    const { placed, issues } = typed({ C5: '\u00a06 ' })
    expect(placed?.row.programmeCode).toBe('6')
    expect(issues.map(({ code, read }) => [code, read])).toEqual([['invisible-characters', '6']])
  })
})

describe('[GB-202] a taakveld in a number cell', () => {
  test('that can mean two codes is unreadable and names both', () => {
    const { placed, issues } = typed({ N5: 0.1 })
    expect(placed).toMatchObject({ isHeldBack: true, unreadable: new Set(['taakveldCode']) })
    expect(issues.map(({ code, isError, candidates }) => [code, isError, candidates])).toEqual([
      ['number-as-text', true, ['0.1', '0.10']],
    ])
  })

  test('that can mean one code is that code, with a remark', () => {
    const { placed, issues } = typed({ N5: 0.8 })
    expect(placed?.row.taakveldCode).toBe('0.8')
    expect(issues.map(({ code, isError, candidates }) => [code, isError, candidates])).toEqual([
      ['number-as-text', false, undefined],
    ])
  })

  test('that means different codes in different years of the budget is unreadable', () => {
    expect(typed({ N5: 6.6 }).issues[0]?.candidates).toEqual(['6.6', '6.60'])
  })

  test('as text is that text', () => {
    expect(typed({ N5: '0.10' }).placed?.row.taakveldCode).toBe('0.10')
  })
})

describe('L/B and I/S', () => {
  test.for([
    ['L', 'L'],
    ['b', 'B'],
    ['Lasten', 'L'],
    ['BATEN', 'B'],
    ['uitgaven', 'uitgaven'],
  ])('L/B %s reads as %s', ([text = '', read]) => {
    expect(typed({ L5: text }).placed?.row.side).toBe(read)
  })

  test.for([
    ['i', 'I'],
    ['S', 'S'],
    ['Incidenteel', 'I'],
    ['structureel', 'S'],
    ['eenmalig', 'eenmalig'],
  ])('I/S %s reads as %s', ([text = '', read]) => {
    expect(typed({ M5: text }).placed?.row.nature).toBe(read)
  })
})

describe('a row', () => {
  test('of white space, or with a token only, is no row', () => {
    const grid = withCells(sampleGrid([]), 'Begroting', { A5: ' \u00a0', AO6: 'a|1|b||c', B7: 'HOL-001' })
    expect(readAreaWorkbook(grid).rows.begroting.map(({ gridRow }) => gridRow)).toEqual([6])
  })

  test('without a number is held back', () => {
    const { rows, readingIssues } = readAreaWorkbook(withCells(sampleGrid([]), 'Begroting', { A5: 'HOL', S5: 1 }))
    expect(rows.begroting[0]).toMatchObject({ isHeldBack: true, unreadable: new Set() })
    expect(rows.begroting[0]?.row.lineNumber).toBe('')
    expect(readingIssues).toEqual([])
  })

  test('keeps its token as it stands, however long', () => {
    const token = `a|1|b|${'x'.repeat(600)}|c`
    expect(typed({ AO5: token }).placed?.token).toBe(token)
  })

  test('reads years, hours and dates of tblInzet by their columns', () => {
    const grid = withCells(sampleGrid([]), 'Inzet', {
      A5: 'HOL-I001',
      E5: '2023',
      F5: '7:30',
      J5: '31-12-2023',
      K5: 45_291,
    })
    const { rows, readingIssues } = readAreaWorkbook(grid)
    expect(rows.inzet[0]?.row).toMatchObject({ year: 2023, hours: 750, from: '2023-12-31', to: '2023-12-31' })
    expect(readingIssues.map(({ field, code, read }) => [field, code, read])).toEqual([
      ['hours', 'time-notation', '7,50'],
    ])
  })

  test.for([1999, 2101, 20.5, '23', 'volgend jaar'])('has no year in %s', (cell) => {
    const { rows } = readAreaWorkbook(withCells(sampleGrid([]), 'Dekking', { A5: 'HOL-D001', C5: cell }))
    expect(rows.dekking[0]).toMatchObject({ unreadable: new Set(['year']) })
  })

  test('reads dates of one column by the date system and format of each cell', () => {
    const grid = withCells(sampleGrid([]), 'Jaarplan', {
      A5: 'HOL-A001',
      G5: { kind: 'number', value: 45_291 },
      A6: 'HOL-A002',
      G6: { kind: 'number', value: 45_291, dateSystem: 1904 },
      A7: 'HOL-A003',
      G7: { kind: 'number', value: 45_291, numberFormat: '0%' },
      A8: 'HOL-A004',
      G8: { kind: 'number', value: 45_291 },
    })
    const dates = readAreaWorkbook(grid).rows.jaarplan.map(({ row }) => row.from)
    expect(dates).toEqual(['2023-12-31', '2028-01-01', null, '2023-12-31'])
  })

  test('reads amounts of one column by the format of each cell', () => {
    const grid = withCells(sampleGrid([]), 'Begroting', {
      B5: 'HOL-001',
      S5: { kind: 'number', value: 5, numberFormat: '#,##0;[Red]-#,##0' },
      B6: 'HOL-002',
      S6: { kind: 'number', value: 5, numberFormat: '0%' },
      B7: 'HOL-003',
      S7: { kind: 'number', value: 5, numberFormat: '[$$-409]#,##0' },
      B8: 'HOL-004',
      S8: { kind: 'number', value: 5 },
    })
    expect(readAreaWorkbook(grid).rows.begroting.map(({ row }) => row.amount0)).toEqual([500, null, null, 500])
  })
})
