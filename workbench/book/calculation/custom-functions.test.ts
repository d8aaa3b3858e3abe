import { describe, expect, test } from 'vitest'
import { bookWith, contentAt, fill, firstSheet, recordedHost, valueAt, valuesAt } from '../book-under-test.test-data.ts'
import { boxOfAddress } from '../index.ts'

const formula = '=GEBIED.RESTANT("SP-1",A1)'

function bookWithHost(host = recordedHost()) {
  const book = bookWith([])
  book.useFunctions(host)
  return { book, host }
}

describe('functions of the add-in', () => {
  test('a cell is busy until the first value, and so is what looks at it', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [[2023, formula, '=B1+1', '=IFERROR(B1,0)']])
    expect(valuesAt(book, 'B1:D1')).toEqual([[{ error: '#BUSY!' }, { error: '#BUSY!' }, { error: '#BUSY!' }]])
    host.calls[0]?.onValue(100)
    expect(valuesAt(book, 'B1:D1')).toEqual([[100, 101, 100]])
  })

  test('arguments come computed, with their addresses', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [[2023, 'x', '=GEBIED.REGELS(A1+1,,A1:B1,C9,1/0)']])
    expect(host.calls).toHaveLength(1)
    expect(host.calls[0]).toMatchObject({
      name: 'GEBIED.REGELS',
      arguments: [2024, null, [[2023, 'x']], null, { error: '#DIV/0!' }],
      address: 'Blad1!C1',
      argumentAddresses: [null, null, 'Blad1!A1:B1', 'Blad1!C9', null],
    })
  })

  test('sheet names are quoted where they need it', () => {
    const { book, host } = bookWithHost()
    const sheet = book.addSheet('Mijn blad')
    fill(book, 'B2', [['=GEBIED.X()']], sheet)
    expect(host.calls[0]?.address).toBe("'Mijn blad'!B2")
  })

  test('a value may come again: what looks at the cell follows, as a calculation', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [[2023, formula, '=B1*2']])
    const sources: string[] = []
    book.subscribe((change) => sources.push(change.source))
    host.calls[0]?.onValue(1)
    host.calls[0]?.onValue(2)
    expect(valueAt(book, 'C1')).toBe(4)
    expect(sources).toEqual(['calculation', 'calculation'])
    expect(book.undo()).toBe(true)
    expect(contentAt(book, 'B1')).toBeNull()
  })

  test('values that come within one step are one change', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [[1, '=GEBIED.A()', '=GEBIED.B()', '=B1+C1']])
    let changes = 0
    book.subscribe(() => (changes += 1))
    book.transact('calculation', () => host.calls.forEach((call) => call.onValue(5)))
    expect(changes).toBe(1)
    expect(valueAt(book, 'D1')).toBe(10)
  })

  test('a call with the same arguments is not made again when other cells change or the formula is computed anew', () => {
    const { book, host } = bookWithHost(recordedHost(() => 7))
    fill(book, 'A1', [[2023, '=GEBIED.RESTANT("SP-1",A1)+C1', 1]])
    expect(valueAt(book, 'B1')).toBe(8)
    fill(book, 'C1', [[2]])
    expect(valueAt(book, 'B1')).toBe(9)
    book.recalculate(firstSheet(book), boxOfAddress('B1'))
    book.insertRows(firstSheet(book), 0, 3)
    expect(valueAt(book, 'B4')).toBe(9)
    expect(host.calls).toHaveLength(1)
    expect(host.cancelled).toHaveLength(0)
  })

  test('other arguments end the call and make a new one', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [[2023, formula]])
    fill(book, 'A1', [[2024]])
    expect(host.calls.map((call) => call.arguments[1])).toEqual([2023, 2024])
    expect(host.cancelled).toEqual([host.calls[0]])
    host.calls[0]?.onValue('te laat')
    expect(valueAt(book, 'B1')).toEqual({ error: '#BUSY!' })
    host.calls[1]?.onValue(5)
    expect(valueAt(book, 'B1')).toBe(5)
  })

  test('a call ends with its formula, and undo makes it again', () => {
    const { book, host } = bookWithHost()
    fill(book, 'B1', [[formula]])
    book.clear(firstSheet(book), boxOfAddress('B1'), 'contents')
    expect(host.cancelled).toEqual([host.calls[0]])
    book.undo()
    expect(host.calls).toHaveLength(2)
  })

  test('a step that fails makes no end to calls', () => {
    const { book, host } = bookWithHost()
    fill(book, 'B1', [[formula]])
    expect(() =>
      book.transact('addin', () => {
        book.clear(firstSheet(book), boxOfAddress('B1'), 'contents')
        throw new Error('toch niet')
      }),
    ).toThrow('toch niet')
    expect(host.cancelled).toHaveLength(0)
    host.calls[0]?.onValue(3)
    expect(valueAt(book, 'B1')).toBe(3)
  })

  test('a rectangle spills; an error keeps its reason', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [['=GEBIED.CONSOLIDATIE()', null, '=GEBIED.STATUS()']])
    host.calls[0]?.onValue([
      ['a', 1],
      ['b', null],
    ])
    host.calls[1]?.onValue({ error: '#N/A', reason: 'Niet aangemeld' })
    expect(valuesAt(book, 'A1:C2')).toEqual([
      ['a', 1, { error: '#N/A', reason: 'Niet aangemeld' }],
      ['b', 0, null],
    ])
  })

  test('a function that throws harms its own cell only', () => {
    const book = bookWith([[1]])
    book.useFunctions({
      has: () => true,
      call: () => {
        throw new Error('stuk')
      },
    })
    fill(book, 'A1', [['=GEBIED.X()', '=1+1']])
    expect(valuesAt(book, 'A1:B1')).toEqual([[{ error: '#VALUE!' }, 2]])
  })

  test('formulas written before the functions were there stay #NAME? until they are entered again', () => {
    const book = bookWith([[2023, formula, '=A1']])
    expect(valueAt(book, 'B1')).toEqual({ error: '#NAME?' })
    expect([...book.unknownFunctions()]).toEqual(['GEBIED.RESTANT'])
    const host = recordedHost(() => 9)
    book.useFunctions(host)
    fill(book, 'A1', [[2024]])
    expect(valueAt(book, 'B1')).toEqual({ error: '#NAME?' })
    expect(book.unknownFunctions().size).toBe(0)
    fill(book, 'B1', [[formula]])
    expect(valueAt(book, 'B1')).toBe(9)
  })

  test('recalculating the cell itself binds its formula, and calls again what never answered', () => {
    const book = bookWith([[2023, formula]])
    const host = recordedHost()
    book.useFunctions(host)
    book.recalculate(firstSheet(book), boxOfAddress('B1'))
    book.recalculate(firstSheet(book), boxOfAddress('B1'))
    expect(host.calls).toHaveLength(2)
    expect(host.cancelled).toEqual([host.calls[0]])
  })

  test('without functions cells keep their last value; with new ones they are called again', () => {
    const { book, host } = bookWithHost()
    fill(book, 'A1', [['=GEBIED.A()', '=GEBIED.B()']])
    host.calls[0]?.onValue(1)
    book.useFunctions(null)
    expect(host.cancelled).toHaveLength(2)
    expect(valuesAt(book, 'A1:B1')).toEqual([[1, { error: '#NAME?' }]])
    const next = recordedHost(() => 2)
    book.useFunctions(next)
    expect(valuesAt(book, 'A1:B1')).toEqual([[2, 2]])
  })

  test('a function that nobody has is an error and stands in the list', () => {
    const { book } = bookWithHost()
    fill(book, 'A1', [['=OFFSET(A2,1,1)', '=ANDER.X()', '=SUM(1)']])
    expect(valueAt(book, 'A1')).toEqual({ error: '#NAME?' })
    expect([...book.unknownFunctions()].toSorted()).toEqual(['ANDER.X', 'OFFSET'])
  })
})
