import { expect, test } from 'vitest'
import { pageClock } from './clock.ts'

test('soon comes after the turn that asked for it, before any timer, in the order in which it was asked', async () => {
  const clock = pageClock()
  const heard: string[] = []
  await new Promise<void>((resolve) => {
    clock.after(50, () => {
      heard.push('timer')
      resolve()
    })
    clock.soon(() => {
      heard.push('first')
      clock.soon(() => heard.push('third'))
    })
    clock.soon(() => heard.push('second'))
    void Promise.resolve().then(() => heard.push('microtask'))
    heard.push('turn')
  })
  expect(heard.slice(0, 4)).toEqual(['turn', 'microtask', 'first', 'second'])
  expect(heard).toContain('timer')
})

test('a timer that was stopped does not run', async () => {
  const clock = pageClock()
  let hasRun = false
  const stop = clock.after(1, () => {
    hasRun = true
  })
  stop()
  await new Promise<void>((resolve) => {
    clock.after(5, resolve)
  })
  expect([hasRun, Math.abs(clock.now() - Date.now()) < 1_000]).toEqual([false, true])
})
