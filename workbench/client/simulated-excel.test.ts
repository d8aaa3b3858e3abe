import { describe, expect, test } from 'vitest'
import { createBook } from '../book/index.ts'
import { simulatedExcel } from './simulated-excel.ts'

const codeOf = async (action: Promise<unknown>) => {
  const failure: unknown = await action.catch((error: unknown) => error)
  return failure instanceof Error && 'code' in failure ? failure.code : undefined
}

describe('cells', () => {
  test('hold what was written, as Excel would read it', async () => {
    const { Excel, host, book } = simulatedExcel()
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Blad1').getRange('A1:D1')
      range.values = [["'0.10", '12.5', '=1+1', '']]
      range.load('values,formulas,valueTypes')
      await context.sync()
      return [range.values, range.formulas, range.valueTypes]
    })
    expect(read).toEqual([
      [['0.10', 12.5, 2, '']],
      [['0.10', 12.5, '=1+1', '']],
      [['String', 'Double', 'Double', 'Empty']],
    ])
    expect(book.undo()).toBe(true)
    expect(host.statistics.missing).toEqual([])
    expect(host.bugs).toEqual([])
  })

  test('of a formula are computed before the next read of the same batch', async () => {
    const { Excel } = simulatedExcel()
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Blad1')
      sheet.getRange('A1:B1').formulas = [[1, '=A1*10']]
      const before = sheet.getRange('B1').load('values')
      sheet.getRange('A1').values = [[2]]
      const after = sheet.getRange('B1').load('values')
      await context.sync()
      return [before.values, after.values]
    })
    expect(values).toEqual([[[10]], [[20]]])
  })

  test('that are too many are refused as too large an answer', async () => {
    const { Excel } = simulatedExcel()
    const all = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Blad1').getRange().load('values')
      await context.sync()
    })
    expect(await codeOf(all)).toBe('ResponsePayloadSizeLimitExceeded')
  })

  test('count in the budget: batches, bytes, reads and writes', async () => {
    const { Excel, host } = simulatedExcel()
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Blad1').getRange('A1:A2')
      range.values = [[1], [2]]
      range.load('values')
      await context.sync()
    })
    const { rangeReads, rangeWrites, requestBytes, requestBytesMax, responseBytes } = host.statistics
    expect([rangeReads, rangeWrites]).toEqual([1, 1])
    expect(requestBytes).toBeGreaterThanOrEqual(requestBytesMax)
    expect(responseBytes).toBeGreaterThan(0)
  })
})

describe('functions of the add-in', () => {
  test('give the values of many cells as one change of the book', async () => {
    const { book, host, CustomFunctions } = simulatedExcel()
    host.functions.useMetadata('GEBIED', {
      functions: [{ id: 'TOTAAL', name: 'TOTAAL', parameters: [{ name: 'nr' }], options: { stream: true } }],
    })
    const calls: (() => void)[] = []
    CustomFunctions.associate('TOTAAL', (nr: unknown, { setResult }: CustomFunctions.StreamingInvocation<unknown>) => {
      calls.push(() => setResult(nr))
    })
    const sheet = book.sheets()[0]?.id ?? ''
    const numbers = Array.from({ length: 100 }, (_, row) => row)
    const formulas = numbers.map((row) => [{ kind: 'formula' as const, formula: `=GEBIED.TOTAAL(${row})` }])
    book.transact('person', () => book.write(sheet, { row: 0, column: 0 }, formulas))
    await expect.poll(() => calls.length).toBe(100)
    let changes = 0
    book.subscribe(() => changes++)
    for (const call of calls) call()
    const box = { row: 0, column: 0, rows: 100, columns: 1 }
    await expect.poll(() => book.values(sheet, box).flat()).toEqual(numbers)
    expect(changes).toBe(1)
  })
})

describe('undo', () => {
  test('batches of one run are one group when it asks for that, and groups of their own otherwise', async () => {
    const groups: (string | undefined)[] = []
    const real = createBook()
    const book = {
      ...real,
      transact: <T>(...[source, action, group]: Parameters<typeof real.transact<T>>) => {
        groups.push(group)
        return real.transact(source, action, group)
      },
    }
    const { Excel } = simulatedExcel({ book })
    const twice = async (context: Excel.RequestContext) => {
      for (const value of [1, 2]) {
        context.workbook.worksheets.getItem('Blad1').getRange('A1').values = [[value]]
        await context.sync()
      }
    }
    await Excel.run({ mergeUndoGroup: true }, twice)
    await Excel.run(twice)
    const [first, second, third, fourth] = groups
    expect(first).toBe(second)
    expect(new Set([first, third, fourth]).size).toBe(3)
  })

  test('members after which nothing can be undone are noted', async () => {
    const { Excel, host } = simulatedExcel()
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Blad1').protection.protect()
      await context.sync()
    })
    expect([...host.statistics.undoBreaking]).toEqual(['WorksheetProtection.protect'])
  })
})

describe('an older Excel', () => {
  test('refuses what it does not have yet', async () => {
    const { Excel, Office } = simulatedExcel({ requirementSets: { ExcelApi: '1.12' } })
    const resize = Excel.run(async (context) => {
      const table = context.workbook.tables.add('Blad1!A1:B2', true)
      table.resize('A1:B3')
      await context.sync()
    })
    expect(await codeOf(resize)).toBe('ApiNotFound')
    await Office.onReady()
    const sets = [
      ['ExcelApi', '1.9'],
      ['ExcelApi', '1.13'],
      ['SharedRuntime', '1.1'],
    ] as const
    expect(sets.map(([name, version]) => Office.context.requirements.isSetSupported(name, version))).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('a slow Excel', () => {
  test('carries batches out in the order in which they came', async () => {
    const waits: number[] = []
    const { Excel, host, book } = simulatedExcel({ delay: async (ms) => void waits.push(ms) })
    host.faults.slowSyncMs = 40
    const write = (value: number) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Blad1').getRange('A1').values = [[value]]
        await context.sync()
      })
    await Promise.all([write(1), write(2)])
    const sheet = book.sheets()[0]?.id ?? ''
    expect(book.values(sheet, { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[2]])
    expect(waits.slice(0, 2)).toEqual([40, 40])
  })
})
