import { describe, expect, test } from 'vitest'
import {
  bookWith,
  bookWithTable,
  computed,
  contentAt,
  fill,
  firstSheet,
  spilled,
  valueAt,
  valuesAt,
} from '../book-under-test.test-data.ts'

describe('operators', () => {
  test.for([
    ['=1+2*3', 7],
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=10%', 0.1],
    ['=(1+2)*3', 9],
    ['=7/2', 3.5],
    ['="a"&1.5', 'a1,5'],
    ['="a"="A"', true],
    ['="0.1"="0.10"', false],
    ['=0.1=0.1', true],
    ['=0.1+0.2=0.3', true],
    ['=1.1-1-0.1', 0],
    ['="2"+1', 3],
    ['="2,5"*2', 5],
    ['=TRUE+1', 2],
    ['=1<"a"', true],
    ['="z"<TRUE', true],
    ['=1<>2', true],
    ['=+"tekst"', 'tekst'],
  ] as const)('%s is %s', ([formula, value]) => {
    expect(computed(formula)).toBe(value)
  })

  test.for([
    ['=1/0', '#DIV/0!'],
    ['="a"+1', '#VALUE!'],
    ['="1.234"*1', '#VALUE!'],
    ['=1E+308*10', '#NUM!'],
    ['=0^0', '#NUM!'],
    ['=#N/A+1', '#N/A'],
    ['=#REF!', '#REF!'],
    ['=Onbekend', '#NAME?'],
    ["='Blad zonder'!A1", '#REF!'],
    ['=tblWeg[Uren]', '#REF!'],
    ['=A1:B2 D4:E5', '#NULL!'],
  ] as const)('%s gives %s', ([formula, error]) => {
    expect(computed(formula)).toMatchObject({ error })
  })

  test('an empty cell is 0 in a sum, an empty text in a join and shows 0 alone', () => {
    expect(computed('=A1+1')).toBe(1)
    expect(computed('="x"&A1')).toBe('x')
    expect(computed('=A1')).toBe(0)
    expect(computed('=A1=""')).toBe(true)
    expect(computed('=A1=0')).toBe(true)
  })

  test('an operator on ranges works cell by cell and repeats a single row or column', () => {
    const rows = [
      [1, 2],
      [3, 4],
    ]
    expect(spilled('=A1:B2*10', rows)).toEqual([
      [10, 20],
      [30, 40],
    ])
    expect(spilled('=A1:A2+A1:B1', rows)).toEqual([
      [2, 3],
      [4, 5],
    ])
    expect(spilled('=A1:A2+{1;2;3}', rows)).toEqual([[2], [5], [{ error: '#N/A' }]])
  })
})

describe('references', () => {
  test('other sheets, quoted or not, in any case', () => {
    const book = bookWith([])
    const other = book.addSheet("Jan's blad")
    fill(book, 'B2', [[7]], other)
    fill(book, 'A1', [["='Jan''s blad'!B2*2"], ["=SUM('JAN''S BLAD'!A1:B2)"]])
    expect(valuesAt(book, 'A1:A2')).toEqual([[14], [7]])
  })

  test('whole columns and rows reach as far as cells are used', () => {
    const rows = [
      [1, 10],
      [2, 20],
    ]
    expect(computed('=SUM(A:A)', rows)).toBe(3)
    expect(computed('=SUM(1:1)', rows)).toBe(11)
    expect(computed('=SUMPRODUCT(A:A,B:B)', rows)).toBe(50)
    expect(computed('=ROWS(A:A)')).toBe(1_048_576)
  })

  test('ranges that a function ends, unions and what two ranges share', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ]
    expect(computed('=SUM(A1:INDEX(A1:C2,2,2))', rows)).toBe(12)
    expect(computed('=SUM((A1,C2))', rows)).toBe(7)
    expect(computed('=SUM(A1:B2 B1:C2)', rows)).toBe(7)
  })

  test('@ takes the cell of the own row', () => {
    const book = bookWith([[1], [2], [3]])
    fill(book, 'C2', [['=@A1:A3']])
    expect(valueAt(book, 'C2')).toBe(2)
  })

  test('a defined name stands for a range, a number or another name', () => {
    const book = bookWith([[5], [6]])
    book.setName('lstGetallen', '=Blad1!$A$1:$A$2')
    book.setName('Btw', '=0.21')
    book.setName('Tarief', '=Btw')
    fill(book, 'C1', [['=SUM(LSTGETALLEN)'], ['=100*tarief']])
    expect(valuesAt(book, 'C1:C2')).toEqual([[11], [21]])
    book.setName('Btw', '=0.09')
    expect(valueAt(book, 'C2')).toBe(9)
  })

  test('names that go round in a circle are an error', () => {
    const book = bookWith([])
    book.setName('Een', '=Twee')
    book.setName('Twee', '=Een')
    fill(book, 'A1', [['=Een']])
    expect(valueAt(book, 'A1')).toMatchObject({ error: '#REF!' })
  })

  test('other workbooks and ranges over several sheets are lost references', () => {
    expect(computed('=[Map2.xlsx]Blad1!A1')).toMatchObject({ error: '#REF!' })
    expect(computed('=SUM(Blad1:Blad2!A1)')).toMatchObject({ error: '#REF!' })
  })
})

describe('structured references', () => {
  const rows = [
    ['Functie', 'Uren', 'Tarief'],
    ['strateeg', 100, 80],
    ['planner', 50, 60],
  ]

  test('columns, sections and the own row', () => {
    const { book } = bookWithTable('tblInzet', rows)
    fill(book, 'E1', [
      ['=SUM(tblInzet[Uren])'],
      ['=tblInzet[[#This Row],[Uren]]*tblInzet[[#This Row],[Tarief]]'],
      ['=tblInzet[@Uren]'],
      ['=COUNTA(tblInzet[#All])'],
      ['=tblInzet[[#Headers],[Tarief]]'],
      ['=SUM(tblInzet[[Uren]:[Tarief]])'],
      ['=ROWS(tblInzet)'],
      ['=SUM(tblinzet[uren])'],
    ])
    const beside = { error: '#VALUE!' }
    expect(valuesAt(book, 'E1:E8')).toEqual([[150], [8000], [50], [9], ['Tarief'], [290], [2], [150]])
    fill(book, 'G9', [['=tblInzet[@Uren]']])
    expect(valueAt(book, 'G9')).toMatchObject(beside)
  })

  test('within its table a reference needs no table name', () => {
    const { book } = bookWithTable('tblInzet', [
      ['Uren', 'Tarief', 'Bedrag'],
      [10, 8, '=[@Uren]*[@Tarief]'],
      [20, 8, '=[@Uren]*[@Tarief]'],
    ])
    expect(valuesAt(book, 'C2:C3')).toEqual([[80], [160]])
    fill(book, 'A3', [[5]])
    expect(valueAt(book, 'C3')).toBe(40)
  })

  test('a formula follows the new heading of a column and the new name of its table', () => {
    const { book, table } = bookWithTable('tblInzet', rows)
    fill(book, 'E1', [['=SUM(tblInzet[Uren])']])
    fill(book, 'B1', [['Uren totaal']])
    book.setTable(table, { name: 'tblUren' })
    expect(contentAt(book, 'E1')).toBe('=SUM(tblUren[Uren totaal])')
    expect(valueAt(book, 'E1')).toBe(150)
  })

  test('headings with brackets and years', () => {
    const { book } = bookWithTable('tblBegroting', [
      ['2023', 'I/S [nu]'],
      [1, 2],
    ])
    fill(book, 'E1', [['=tblBegroting[@2023]'], ["=tblBegroting[@[I/S '[nu']]]"]])
    fill(book, 'E2', [['=SUM(tblBegroting[2023])', "=SUM(tblBegroting[I/S '[nu']])"]])
    expect(valuesAt(book, 'E2:F2')).toEqual([[1, 2]])
  })

  test('a reference to a table works as soon as the table is there', () => {
    const book = bookWith([['=SUM(tblX[Uren])']])
    fill(book, 'D1', [['Uren'], [4]])
    expect(valueAt(book, 'A1')).toMatchObject({ error: '#REF!' })
    const table = book.addTable(firstSheet(book), { row: 0, column: 3, rows: 2, columns: 1 }, true)
    book.setTable(table, { name: 'tblX' })
    expect(valueAt(book, 'A1')).toBe(4)
  })
})

describe('LET', () => {
  test('names hold within it only', () => {
    expect(computed('=LET(x,2,y,x+1,x*y)')).toBe(6)
    expect(computed('=LET(x,2,x)+x')).toMatchObject({ error: '#NAME?' })
  })
})
