import { expect, test } from 'vitest'
import { nextBatch } from './batch.ts'

const item = (bytes: number, isAlone = false) => ({ bytes, isAlone })

test.for([
  ['no more than the number asked for', [item(1), item(1), item(1)], 2, 2],
  ['no more bytes than a request may have', [item(200_000), item(50_000), item(10_000)], 10, 2],
  ['at least one, however large', [item(300_000), item(1)], 10, 1],
  ['one that is to travel alone by itself', [item(1, true), item(1)], 10, 1],
  ['the others before one that is to travel alone', [item(1), item(1), item(1, true)], 10, 2],
  ['nothing when nothing waits', [], 10, 0],
] as const)('a request takes %s', ([, waiting, countMax, count]) => {
  expect(nextBatch(waiting, countMax)).toEqual(waiting.slice(0, count))
})
