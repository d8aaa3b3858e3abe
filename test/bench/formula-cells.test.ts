import { afterAll, beforeAll, expect, test } from 'vitest'
import { ExcelError } from '../../addin/functions/functions.test-data.ts'
import { type CellsOverHttp, startCells } from './cells-over-http.ts'

let cells: CellsOverHttp

beforeAll(async () => {
  cells = await startCells(0.05)
})

afterAll(() => cells.stop())

test('five hundred cells are one request, and the same cells once more none', async () => {
  cells.startAnew()
  const shown = await cells.enter(cells.calls)
  expect(shown).toHaveLength(500)
  expect([await cells.enter(cells.calls), cells.requests()]).toEqual([shown, 1])
})

test.for([
  ['an argument that cannot be read', ['TOTAAL', 'HOL', 'dit jaar', null, 'L', null, null, null, null]],
  ['a question that the server refuses', ['TOTAAL', 'ONBEKEND', 2023, null, 'L', null, null, null, null]],
] as const)('%s changes one cell and no other', async ([, bad]) => {
  cells.startAnew()
  const good = await cells.enter(cells.calls)
  cells.startAnew()
  const shown = await cells.enter(cells.calls.with(250, bad))
  expect(shown[250]).toBeInstanceOf(ExcelError)
  expect(shown.toSpliced(250, 1)).toEqual(good.toSpliced(250, 1))
})
