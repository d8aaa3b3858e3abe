import { describe, expect, test } from 'vitest'
import { parseToken } from '#shared/sync/index.ts'
import { ServerError } from '../ports/server.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { MemoryWorkbook } from '../ports/memory-workbook.test-data.ts'
import {
  line,
  lineOf,
  newWorld,
  nothingChosen,
  openPane,
  paneWith,
  tokenOf,
  type,
  type World,
} from './sync.test-data.ts'

const offline = () => {
  throw new ServerError('offline')
}

/** Turns the clock and lets everything that follows from it come to rest. */
async function pass({ clock }: World, ms: number, isDone: () => boolean): Promise<void> {
  clock.pass(ms)
  await expect.poll(isDone).toBe(true)
}

describe('without a server', () => {
  test('waits, says until when, and goes by itself when the server is back', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = offline
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({
      kind: 'waiting',
      retryAtMs: world.clock.nowMs + 500,
      error: { name: 'ServerError', reason: 'offline' },
    })
    await pass(world, 500, () => world.server.requests.length === 2 && pane.sync.current().kind === 'waiting')
    expect(pane.sync.current().retryAtMs).toBe(world.clock.nowMs + 1_000)
    world.server.onRequest = () => {}
    await pass(world, 1_000, () => pane.sync.current().kind === 'idle')
    expect(pane.sync.current()).toMatchObject({ error: null, retryAtMs: null, outcome: { created: 1 } })
    expect([world.server.liveRows().length, world.clock.waiting]).toEqual([1, 0])
  })

  test('tries at most eight times in five minutes', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = offline
    await pane.sync.send(nothingChosen)
    const began = world.clock.nowMs
    while (world.clock.nowMs < began + 300_000) {
      const before = world.server.requests.length
      const waitMs = (pane.sync.current().retryAtMs ?? 0) - world.clock.nowMs
      await pass(world, waitMs, () => world.server.requests.length > before && pane.sync.current().kind === 'waiting')
    }
    expect(world.server.requests.length - 1).toBeLessThanOrEqual(8)
  })

  test('goes at once when the person asks for it', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = offline
    await pane.sync.send(nothingChosen)
    world.server.onRequest = () => {}
    pane.sync.retryNow()
    await expect.poll(() => pane.sync.current().kind).toBe('idle')
    expect([world.server.liveRows().length, world.clock.waiting]).toEqual([1, 0])
  })

  test('stops waiting when the person says so', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = offline
    await pane.sync.send(nothingChosen)
    pane.sync.cancel()
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', retryAtMs: null })
    expect([world.clock.waiting, world.store.texts.size]).toEqual([0, 0])
  })

  test('keeps what was decided: a confirmed deletion goes with the next try', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001'), line('HOL-002')])
    await pane.sync.send(nothingChosen)
    const id = parseToken(tokenOf(pane, 'HOL-001'))?.id ?? ''
    for (const cell of ['A5', 'B5', 'F5', 'L5']) pane.workbook.type('Begroting', cell, null)
    world.server.onRequest = offline
    await pane.sync.send({ deletions: [id], returns: [] })
    expect(world.server.liveRows()).toHaveLength(2)
    world.server.onRequest = () => {}
    await pass(world, 500, () => pane.sync.current().kind === 'idle')
    expect(world.server.liveRows().map(({ lineNumber }) => lineNumber)).toEqual(['HOL-002'])
  })

  test('[S-43] an answer that is lost makes no row double', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001', { amount0: 5_00 }), line('HOL-002')])
    world.server.onAnswer = () => {
      world.server.onAnswer = () => {}
      throw new ServerError('timed-out')
    }
    await pane.sync.send(nothingChosen)
    expect([pane.sync.current().kind, world.server.liveRows().length]).toEqual(['waiting', 2])
    await pass(world, 500, () => pane.sync.current().kind === 'idle')
    expect(world.server.liveRows()).toHaveLength(2)
    expect(parseToken(tokenOf(pane, 'HOL-002'))).toMatchObject({ rev: 1 })
    expect(pane.sync.current()).toMatchObject({ conflicts: [], questions: [] })
  })

  test('waits as long as the server asks', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = () => {
      throw new ServerError('too-busy', { problem: 'te-druk', retryAfterMs: 20_000 })
    }
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current().retryAtMs).toBe(world.clock.nowMs + 20_000)
  })
})

describe('a pane that was closed', () => {
  test('goes on waiting after it is opened again', async () => {
    const world = newWorld()
    const { workbook, sync, workbookId } = paneWith(world, [line('HOL-001')])
    world.server.onRequest = offline
    await sync.send(nothingChosen)
    const { retryAtMs } = sync.current()
    const later = { ...newWorld(), server: world.server, store: world.store }
    const again = openPane(later, new MemoryWorkbook(workbook.grid), workbookId)
    again.sync.resume(workbookId)
    expect(again.sync.current()).toMatchObject({ kind: 'waiting', retryAtMs })
    world.server.onRequest = () => {}
    await pass(later, 500, () => again.sync.current().kind === 'idle')
    expect(world.server.liveRows()).toHaveLength(1)
  })

  test('while it was sending: tries again when its turn is over, and makes no row double', async () => {
    const world = newWorld()
    const { workbook, sync, workbookId } = paneWith(world, [line('HOL-001')])
    world.server.onAnswer = () => new Promise(() => {})
    void sync.send(nothingChosen)
    await expect.poll(() => world.server.liveRows().length).toBe(1)
    world.server.onAnswer = () => {}
    const again = openPane(world, new MemoryWorkbook(workbook.grid), workbookId)
    again.sync.resume(workbookId)
    expect(again.sync.current()).toMatchObject({ kind: 'waiting', retryAtMs: world.clock.nowMs + 45_000 })
    await pass(world, 45_000, () => again.sync.current().kind === 'idle')
    expect(world.server.liveRows()).toHaveLength(1)
    expect(parseToken(tokenOf(again, 'HOL-001'))).toMatchObject({ rev: 1 })
  })

  test('has nothing to go on with when all was synchronised, or the store holds something else', async () => {
    const world = newWorld()
    const { workbook, sync, workbookId } = paneWith(world, [line('HOL-001')])
    await sync.send(nothingChosen)
    expect(world.store.texts.size).toBe(0)
    for (const text of ['{', '{"holder":1}', '"due"']) {
      world.store.set(workbookId, text)
      const again = openPane(world, workbook, workbookId)
      again.sync.resume(workbookId)
      expect(again.sync.current()).toMatchObject({ kind: 'idle', retryAtMs: null })
    }
  })
})

describe('two panes of one workbook', () => {
  test('send one after the other', async () => {
    const world = newWorld()
    const first = paneWith(world, [line('HOL-001')])
    const second = openPane(world, first.workbook, first.workbookId)
    let release = () => {}
    world.server.onAnswer = () => new Promise((resolve) => (release = () => resolve(undefined)))
    const sent = first.sync.send(nothingChosen)
    await expect.poll(() => world.server.requests.length).toBe(1)
    await second.sync.send(nothingChosen)
    expect(second.sync.current()).toMatchObject({ kind: 'waiting', error: { problem: 'werkboek-bezet' } })
    expect(world.server.requests).toHaveLength(1)
    world.server.onAnswer = () => {}
    release()
    await sent
    await pass(world, 45_000, () => second.sync.current().kind === 'idle')
    expect(world.server.liveRows()).toHaveLength(1)
  })

  test('a second click while it sends is the same synchronisation', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    await Promise.all([pane.sync.send(nothingChosen), pane.sync.send(nothingChosen), pane.sync.preview()])
    expect(world.server.requests).toHaveLength(1)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', outcome: { created: 1 } })
  })
})

describe('somebody who types in a cell', () => {
  const cellEdit = () => {
    throw new WorkbookError('cell-edit')
  }

  test.for(['read', 'write'] as const)(
    'before anything was sent (%s): it says so and goes on by itself',
    async (at) => {
      const world = newWorld()
      const pane = paneWith(world, [line('HOL-001')])
      pane.workbook.before = (step) => (step === at ? cellEdit() : undefined)
      await pane.sync.send(nothingChosen)
      expect(pane.sync.current()).toMatchObject({ kind: 'waiting', error: { reason: 'cell-edit' } })
      expect(world.server.requests).toHaveLength(0)
      pane.workbook.before = () => {}
      await pass(world, 500, () => pane.sync.current().kind === 'idle')
      expect([world.server.liveRows().length, pane.sync.current().error]).toEqual([1, null])
    },
  )

  test('while the answer is written: nothing is lost, and the same can be tried again', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001', { note: 'a' })])
    await pane.sync.send(nothingChosen)
    type(pane, 'HOL-001', 'note', 'b')
    pane.workbook.before = (step) => (step === 'write' ? cellEdit() : undefined)
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'waiting', error: { reason: 'cell-edit' } })
    expect([world.server.row('HOL-001'), lineOf(pane, 'HOL-001')]).toMatchObject([{ note: 'b' }, { note: 'b' }])
    pane.workbook.before = () => {}
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', conflicts: [], error: null })
    expect(parseToken(tokenOf(pane, 'HOL-001'))).toMatchObject({ rev: 2, pend: {} })
  })

  test('during a preview: it says so and shows what it showed', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    pane.workbook.before = cellEdit
    await pane.sync.preview()
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', error: { reason: 'cell-edit' }, retryAtMs: null })
  })
})

describe('cancelling', () => {
  test('between two requests: what was stored stays stored and written, the rest waits for the next time', async () => {
    const world = newWorld()
    const numbers = Array.from({ length: 4_999 }, (_, index) => `HOL-${index + 1}`)
    const pane = paneWith(
      world,
      numbers.map((number) => line(number)),
    )
    const other = paneWith(world, [])
    world.server.onRequest = () => pane.sync.cancel()
    pane.workbook.type('Dekking', 'A5', 'HOL-D001')
    pane.workbook.type('Dekking', 'A6', 'HOL-D002')
    await pane.sync.send(nothingChosen)
    expect([world.server.requests.length, world.server.liveRows().length]).toEqual([1, 5_000])
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', retryAtMs: null, outcome: { created: 5_000 } })
    expect(parseToken(tokenOf(pane, 'HOL-1'))?.rev).toBe(1)
    world.server.onRequest = () => {}
    await pane.sync.send(nothingChosen)
    expect(world.server.liveRows()).toHaveLength(5_001)
    expect(other.workbook.counts.read).toBe(0)
  })

  test('before the request: nothing is sent', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    pane.workbook.before = () => pane.sync.cancel()
    await pane.sync.send(nothingChosen)
    expect([world.server.requests.length, pane.sync.current().kind]).toEqual([0, 'idle'])
  })

  test('a request that fails after it is not tried again', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onRequest = () => {
      pane.sync.cancel()
      offline()
    }
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', retryAtMs: null, error: { reason: 'offline' } })
    expect(world.clock.waiting).toBe(0)
  })
})

test('a fault of our own comes out, and leaves nothing busy', async () => {
  const world = newWorld()
  const pane = paneWith(world, [line('HOL-001')])
  world.server.onRequest = () => {
    throw new TypeError('a bug')
  }
  await expect(pane.sync.send(nothingChosen)).rejects.toThrow('a bug')
  expect(pane.sync.current()).toMatchObject({ kind: 'idle', retryAtMs: null, progress: null })
  world.server.onRequest = () => {}
  await pane.sync.send(nothingChosen)
  expect(world.server.liveRows()).toHaveLength(1)
})
