import { describe, expect, test } from 'vitest'
import type { AreaChange, AreaChanges } from '../ports/server.ts'
import { ServerError } from '../ports/server.ts'
import { createLive, type SocketEvent } from './live.ts'

const change = (seq: number): AreaChange => ({ areaCode: 'HOL', year: 2023, version: 'primitief', seq })

/** Sockets and polls by the hand of the test; time passes only when it says so. */
function world(options: { readonly socket: 'works' | 'fails'; readonly pageSize?: number }) {
  let stored: readonly AreaChange[] = []
  let isOnline = true
  const waits: (() => void)[] = []
  const sockets: { push: (event: SocketEvent) => void; close: () => void }[] = []
  const parts = {
    server: {
      liveTicket: async () => 'kaartje',
      changesSince: async (seq: number): Promise<AreaChanges> => {
        if (!isOnline) throw new ServerError('offline')
        const changes = stored.filter((entry) => entry.seq > seq).slice(0, options.pageSize ?? 1_000)
        return { seq: stored.at(-1)?.seq ?? 0, changes }
      },
    },
    open: async function* (_ticket: string): AsyncGenerator<SocketEvent> {
      if (options.socket === 'fails') return
      const queue: (SocketEvent | 'end')[] = [{ kind: 'open' }]
      let wake: () => void = () => undefined
      sockets.push({
        push: (event) => {
          queue.push(event)
          wake()
        },
        close: () => {
          queue.push('end')
          wake()
        },
      })
      for (;;) {
        const next = queue.shift()
        if (next === 'end') return
        if (next !== undefined) yield next
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    wait: (_ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        waits.push(resolve)
        signal.addEventListener('abort', () => resolve())
      }),
    random: () => 0.5,
  }
  const live = createLive(parts)
  const heard: number[] = []
  live.subscribe(({ seq }) => heard.push(seq))
  return {
    live,
    heard,
    sockets,
    store: (...seqs: readonly number[]) => (stored = [...stored, ...seqs.map(change)]),
    putBack: () => (stored = []),
    setOnline: (value: boolean) => (isOnline = value),
    pass: async () => {
      for (const resolve of waits.splice(0)) resolve()
      await settled()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('with a socket', () => {
  test('changes arrive as they happen, and what was there before is no news', async () => {
    const { live, heard, sockets, store } = world({ socket: 'works' })
    store(1, 2)
    live.start()
    await settled()
    expect(live.status()).toBe('live')
    sockets[0]?.push({ kind: 'change', change: change(3) })
    await settled()
    expect(heard).toEqual([3])
    live.stop()
  })

  test('what happened while it was away is caught up, once', async () => {
    const { live, heard, sockets, store, pass } = world({ socket: 'works' })
    live.start()
    await settled()
    sockets[0]?.close()
    await settled()
    store(1, 2)
    await pass()
    expect(heard).toEqual([1, 2])
    sockets[1]?.push({ kind: 'change', change: change(2) })
    await settled()
    expect(heard).toEqual([1, 2])
    live.stop()
  })
})

test('a server that was put back is heard from its own number on', async () => {
  const { live, heard, sockets, store, putBack, pass } = world({ socket: 'works' })
  store(1, 2, 3)
  live.start()
  await settled()
  putBack()
  sockets[0]?.close()
  await settled()
  await pass()
  sockets[1]?.push({ kind: 'change', change: change(1) })
  await settled()
  expect(heard).toEqual([1])
  live.stop()
})

test('sockets that open while nothing can be caught up are given up for polling', async () => {
  const { live, sockets, setOnline, pass } = world({ socket: 'works' })
  setOnline(false)
  live.start()
  await settled()
  await pass()
  expect(live.status()).toBe('offline')
  await pass()
  expect(sockets).toHaveLength(2)
  live.stop()
})

test('what was under way when it stopped changes nothing any more', async () => {
  const { live } = world({ socket: 'works' })
  live.start()
  live.stop()
  await settled()
  expect(live.status()).toBe('stopped')
})

describe('after a long time away', () => {
  test('what was missed is asked for page by page', async () => {
    const { live, heard, store, pass } = world({ socket: 'fails', pageSize: 2 })
    live.start()
    await settled()
    await pass()
    store(1, 2, 3, 4, 5)
    await pass()
    expect(heard).toEqual([1, 2, 3, 4, 5])
    live.stop()
  })
})

describe('without a socket', () => {
  test('changes are asked for, and a lost connection is said', async () => {
    const { live, heard, store, setOnline, pass } = world({ socket: 'fails' })
    live.start()
    await settled()
    await pass()
    expect(live.status()).toBe('polling')
    store(5)
    await pass()
    expect(heard).toEqual([5])
    setOnline(false)
    await pass()
    expect(live.status()).toBe('offline')
    setOnline(true)
    store(6)
    await pass()
    expect(live.status()).toBe('polling')
    expect(heard).toEqual([5, 6])
    live.stop()
    expect(live.status()).toBe('stopped')
  })
})
