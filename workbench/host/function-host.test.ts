import { describe, expect, test } from 'vitest'
import type { FunctionArgument, FunctionCall } from '../book/book.ts'
import { Faults } from './faults.ts'
import { createFunctionHost } from './function-host.ts'
import type { WireEntry } from './wire.ts'

const metadata = {
  functions: [
    { id: 'SOM', name: 'SOM', parameters: [{ name: 'getallen', type: 'number', dimensionality: 'matrix' }] },
    { id: 'ALLES', name: 'ALLES', parameters: [{ name: 'waarden', type: 'any', repeating: true }] },
    { id: 'CODE', name: 'CODE', parameters: [{ name: 'code', type: 'string' }] },
    {
      id: 'RESTANT',
      name: 'RESTANT',
      parameters: [
        { name: 'gebied', type: 'string' },
        { name: 'jaar', type: 'number', optional: true },
      ],
      options: { stream: true },
    },
    { id: 'HIER', name: 'HIER', parameters: [], options: { stream: true, requiresStreamAddress: true } },
    { id: 'LANG', name: 'LANG', parameters: [], options: { cancelable: true } },
  ],
}

function setUp() {
  const faults = new Faults()
  const entries: WireEntry[] = []
  const host = createFunctionHost((pushed) => void entries.push(...pushed), faults)
  host.useMetadata('gebied', metadata)
  const service = host.service as unknown as {
    readonly _SetOsfControlContainerReadyForCustomFunctions: () => void
    readonly setInvocationArrayResults: (results: unknown) => void
  }
  const ready = () => service._SetOsfControlContainerReadyForCustomFunctions()
  const ask = (name: string, values: readonly (FunctionArgument | null)[] = [], address = 'Blad1!A1') => {
    const shown: Parameters<FunctionCall['onValue']>[0][] = []
    const { cancel } = host.call({
      name,
      arguments: values,
      address,
      argumentAddresses: values.map(() => null),
      onValue: (value) => void shown.push(value),
    })
    return { shown, cancel }
  }
  return {
    faults,
    entries,
    host,
    ready,
    ask,
    answer: (...results: unknown[]) => service.setInvocationArrayResults(results),
  }
}

/** Pushes wait for the end of the turn. */
const turn = () => Promise.resolve()
const messages = (entries: readonly WireEntry[]) =>
  entries.map((entry) => [entry.messageType, JSON.parse(entry.message)])

describe('calls', () => {
  test('wait until the client is ready, and are sent again when its page was loaded anew', async () => {
    const { ask, ready, entries } = setUp()
    ask('GEBIED.CODE', ['0.10'])
    await turn()
    expect(entries).toEqual([])
    ready()
    await turn()
    ready()
    await turn()
    const call = [1000, [1, 'CODE', ['0.10'], null, 0, null]]
    expect(messages(entries)).toEqual([call, call])
  })

  test('take texts and numbers as the parameter wants them, and show #VALUE! where that cannot be', async () => {
    const { ask, ready, entries } = setUp()
    ready()
    ask('GEBIED.CODE', [0.1])
    ask('GEBIED.SOM', [[['12', null, true]]])
    ask('GEBIED.ALLES', [1, 'a', [['b']]])
    const unfit = ask('GEBIED.SOM', ['twaalf'])
    const failed = ask('GEBIED.CODE', [{ error: '#N/A' }])
    await turn()
    expect(messages(entries).map(([, [, , values]]) => values)).toEqual([['0.1'], [[[12, 0, 1]]], [[1, 'a', 'b']]])
    expect([unfit.shown, failed.shown]).toEqual([[{ error: '#VALUE!' }], [{ error: '#N/A' }]])
  })

  test('of the same stream with equal arguments share one', async () => {
    const { ask, ready, entries, answer, host } = setUp()
    ready()
    const first = ask('GEBIED.RESTANT', ['HOL'], 'Blad1!A1')
    const second = ask('GEBIED.RESTANT', ['HOL'], 'Blad1!A2')
    ask('GEBIED.RESTANT', ['HOL', 2024])
    await turn()
    expect(messages(entries).map(([, [id, , values]]) => [id, values])).toEqual([
      [1, ['HOL', null]],
      [2, ['HOL', 2024]],
    ])
    answer([1, true, 100])
    answer([1, true, 90])
    expect([first.shown, second.shown]).toEqual([
      [100, 90],
      [100, 90],
    ])
    const third = ask('GEBIED.RESTANT', ['HOL'])
    await turn()
    expect(third.shown).toEqual([90])
    expect(host.invoked()).toBe(2)
  })

  test('that need the address are a stream for each cell', async () => {
    const { ask, ready, entries } = setUp()
    ready()
    ask('GEBIED.HIER', [], 'Blad1!A1')
    ask('GEBIED.HIER', [], 'Blad1!A2')
    await turn()
    expect(messages(entries).map(([, [, , , address]]) => address)).toEqual(['Blad1!A1', 'Blad1!A2'])
  })

  test('are sent twice where that fault is planted, and the cell shows one of them', async () => {
    const { ask, ready, entries, answer, faults } = setUp()
    faults.invokesTwice = true
    ready()
    const { shown } = ask('GEBIED.CODE', ['0.1'])
    await turn()
    expect(messages(entries).map(([, [id]]) => id)).toEqual([1, 2])
    answer([1, true, 'een'], [2, true, 'twee'])
    expect(shown).toEqual(['een'])
  })
})

describe('stopping', () => {
  test('tells the client when the last cell of a stream is gone', async () => {
    const { ask, ready, entries, host } = setUp()
    ready()
    const first = ask('GEBIED.RESTANT', ['HOL'])
    const second = ask('GEBIED.RESTANT', ['HOL'])
    await turn()
    entries.length = 0
    first.cancel()
    await turn()
    expect(entries).toEqual([])
    second.cancel()
    second.cancel()
    await turn()
    expect(messages(entries)).toEqual([[1001, { invocationId: 1 }]])
    expect(host.open()).toBe(0)
  })

  test('is told for a function that can be stopped, and not for another', async () => {
    const { ask, ready, entries } = setUp()
    ready()
    const calls = [ask('GEBIED.LANG'), ask('GEBIED.CODE', ['x'])]
    await turn()
    entries.length = 0
    for (const { cancel } of calls) cancel()
    await turn()
    expect(messages(entries)).toEqual([[1001, { invocationId: 1 }]])
  })

  test('a result that comes after the end is lost', async () => {
    const { ask, ready, answer } = setUp()
    ready()
    const { shown, cancel } = ask('GEBIED.CODE', ['x'])
    await turn()
    cancel()
    answer([1, true, 'te laat'])
    expect(shown).toEqual([])
  })
})

describe('results', () => {
  test.for([
    [[true, 12], 12],
    [[true, null], null],
    [
      [
        true,
        [
          [1, { type: 'Error', basicValue: '#N/A' }],
          ['a', true],
        ],
      ],
      [
        [1, { error: '#N/A' }],
        ['a', true],
      ],
    ],
    [[true, [1, 2]], { error: '#VALUE!' }],
    [[true, { type: 'FormattedNumber', basicValue: 3, numberFormat: '0' }], 3],
    [[true, { type: 'Error', basicValue: '#VALUE!', message: 'Geen jaar' }], { error: '#VALUE!', reason: 'Geen jaar' }],
    [[false, 'Niet aangemeld', 1], { error: '#N/A', reason: 'Niet aangemeld' }],
    [[false, 'tekst', 5], { error: '#DIV/0!' }],
    [[false, 'tekst', 2], { error: '#VALUE!' }],
    [[false, '', 10], { error: '#N/A' }],
  ] as const)('%o shows %o', async ([result, shown]) => {
    const { ask, ready, answer } = setUp()
    ready()
    const call = ask('GEBIED.CODE', ['x'])
    await turn()
    answer([1, ...result])
    expect(call.shown).toEqual([shown])
  })
})
