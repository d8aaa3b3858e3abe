import { describe, expect, test } from 'vitest'
import { WorkbookError } from '../ports/workbook.ts'
import { FunctionClock, quiet } from './functions.test-data.ts'
import { startWatchdog } from './watchdog.ts'

function watched(busyCells: () => readonly string[], busy = () => 0) {
  const clock = new FunctionClock()
  const listeners = new Set<() => void>()
  let looks = 0
  const watchdog = startWatchdog({
    clock,
    workbook: {
      busyCells: async () => {
        looks++
        return busyCells()
      },
      recalculateFunctions: async () => 1,
    },
    desk: {
      counters: () => ({ asked: 0, fromCache: 0, requests: 0, failed: 0, busy: busy() }),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 1_000) {
      clock.pass(1_000)
      await quiet()
    }
  }
  const act = () => {
    for (const listener of listeners) listener()
  }
  return { watchdog, pass, act, clock, looks: () => looks }
}

describe('the watchdog', () => {
  test('computes anew what is busy twice in a row while nothing is under way, and then leaves it for a minute', async () => {
    const { watchdog, pass } = watched(() => ['Voorblad!D12'])
    await pass(9_000)
    expect(watchdog.recalculations()).toBe(0)
    await pass(1_000)
    expect(watchdog.recalculations()).toBe(1)
    await pass(59_000)
    expect(watchdog.recalculations()).toBe(1)
    await pass(10_000)
    expect(watchdog.recalculations()).toBe(2)
  })

  test('does nothing about cells that are busy once', async () => {
    const answers = [['A!A1'], ['A!A2'], []]
    const { watchdog, pass, clock, looks } = watched(() => answers.shift() ?? [])
    await pass(60_000)
    expect([watchdog.recalculations(), looks(), clock.waiting]).toEqual([0, 3, 0])
  })

  test('waits for what is under way', async () => {
    let busy = 1
    const { watchdog, pass, looks } = watched(
      () => ['A!A1'],
      () => busy,
    )
    await pass(30_000)
    expect([watchdog.recalculations(), looks()]).toEqual([0, 0])
    busy = 0
    await pass(10_000)
    expect(watchdog.recalculations()).toBe(1)
  })

  test('looks only after functions did something', async () => {
    const { pass, act, looks } = watched(() => [])
    await pass(60_000)
    expect(looks()).toBe(1)
    act()
    act()
    await pass(60_000)
    expect(looks()).toBe(2)
  })

  test('tries again when somebody is typing', async () => {
    let isTyping = true
    const { watchdog, pass } = watched(() => {
      if (isTyping) throw new WorkbookError('cell-edit')
      return ['A!A1']
    })
    await pass(20_000)
    isTyping = false
    await pass(10_000)
    expect(watchdog.recalculations()).toBe(1)
  })

  test('stops when it is told to', async () => {
    const { watchdog, pass, act, clock } = watched(() => ['A!A1'])
    watchdog.stop()
    act()
    await pass(60_000)
    expect([watchdog.recalculations(), clock.waiting]).toEqual([0, 0])
  })
})
