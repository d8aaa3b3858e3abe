import { expect, test } from 'vitest'
import { startKilobytes } from './start-size.ts'

test('the task pane loads at most 40 kB of JavaScript before signing in', () => {
  const kilobytes = startKilobytes('taskpane.html')
  expect(kilobytes).toBeGreaterThan(5)
  expect(kilobytes).toBeLessThanOrEqual(40)
})
