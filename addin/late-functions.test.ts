import { describe, expect, test } from 'vitest'
import { associateLate, type CustomFunction } from './late-functions.ts'

class CellError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Excel with functions of which the code arrives when the test says so. */
function excelWith(implementations: Readonly<Record<string, CustomFunction>>) {
  const known = new Map<string, CustomFunction>()
  const loading = Promise.withResolvers<ReadonlyMap<string, CustomFunction>>()
  const host = {
    associate: (id: string, call: CustomFunction) => void known.set(id, call),
    Error: CellError,
    ErrorCode: { notAvailable: '#N/A' },
  } as unknown as typeof CustomFunctions
  associateLate(host, { ids: Object.keys(implementations), load: () => loading.promise })
  return {
    call: (id: string, ...given: unknown[]) => known.get(id)?.(...given),
    arrive: () => loading.resolve(new Map(Object.entries(implementations))),
    fail: () => loading.reject(new Error('offline')),
  }
}

function stream() {
  const results: unknown[] = []
  const invocation: { setResult: (result: unknown) => void; onCanceled?: () => void } = {
    setResult: (result) => results.push(result),
  }
  return { results, invocation }
}

describe('a function whose code is still on its way', () => {
  test('answers when the code has arrived, and from then on at once', async () => {
    const { call, arrive } = excelWith({ DUBBEL: (n) => Number(n) * 2 })
    const first = call('DUBBEL', 21, {})
    arrive()
    expect(await first).toBe(42)
    expect(call('DUBBEL', 4, {})).toBe(8)
  })

  test('gives the reason of its own that the code gives', async () => {
    const { call, arrive } = excelWith({
      BEDRAG: () => {
        throw new CellError('#VALUE!', 'Dit is geen bedrag.')
      },
    })
    const first = call('BEDRAG', 'x', {})
    arrive()
    await expect(first).rejects.toMatchObject({ message: 'Dit is geen bedrag.' })
  })

  test('streams its results, unless the cell is gone by then', async () => {
    const { call, arrive } = excelWith({
      TOTAAL: (_area, invocation) => (invocation as { setResult: (value: number) => void }).setResult(7),
    })
    const kept = stream()
    const gone = stream()
    const calls = [call('TOTAAL', 'HOL', kept.invocation), call('TOTAAL', 'SPZ', gone.invocation)]
    gone.invocation.onCanceled?.()
    arrive()
    await Promise.all(calls)
    expect([kept.results, gone.results]).toEqual([[7], []])
  })

  test('is never left busy: when loading fails the cell says so', async () => {
    const { call, fail } = excelWith({ TOTAAL: () => 1, BTW: () => 1 })
    const { results, invocation } = stream()
    const [streamed, plain] = [call('TOTAAL', 'HOL', invocation), call('BTW', 1, {})]
    fail()
    await streamed
    expect(results).toMatchObject([{ code: '#N/A' }])
    await expect(plain).rejects.toMatchObject({ code: '#N/A' })
  })
})
