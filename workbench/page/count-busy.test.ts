import { expect, test } from 'vitest'
import type { FunctionCall, FunctionHost } from '../book/book.ts'
import { countBusy } from './count-busy.ts'

test('a cell is busy until its first value or until it is given up, and only once', () => {
  const calls: FunctionCall[] = []
  const host: FunctionHost = {
    has: () => true,
    call: (call) => {
      calls.push(call)
      return { cancel: () => undefined }
    },
  }
  const counts: number[] = []
  const functions = countBusy(host, (busy) => counts.push(busy))
  const values: unknown[] = []
  const call = (): FunctionCall => ({
    name: 'GEBIED.RESTANT',
    arguments: [],
    address: 'Blad1!A1',
    argumentAddresses: [],
    onValue: (value) => values.push(value),
  })
  const first = functions.call(call())
  const second = functions.call(call())
  calls[0]?.onValue(1)
  calls[0]?.onValue(2)
  second.cancel()
  first.cancel()
  expect(counts).toEqual([1, 2, 1, 0])
  expect(values).toEqual([1, 2])
})
