import { expect } from 'vitest'
import { type Bench, shortShare } from './figure.ts'

/** The bench runs at a small size. Every figure is above 0, but for what is to be none at all. */
export async function expectFigures(bench: Bench): Promise<void> {
  const figures = await bench.run(shortShare)
  expect(figures.length).toBeGreaterThan(0)
  for (const { what, value, goal } of figures) {
    if (goal !== undefined && 'atMost' in goal && goal.atMost === 0) expect(value, what).toBe(0)
    else expect(value, what).toBeGreaterThan(0)
  }
}
