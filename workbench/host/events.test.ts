import { expect, test } from 'vitest'
import type { BookChange } from '../book/book.ts'
import { createBook } from '../book/index.ts'
import { entriesOf, EventTargets } from './events.ts'

const box = { row: 1, column: 0, rows: 1, columns: 2 }

function setUp() {
  const book = createBook()
  const sheet = book.sheets()[0]?.id ?? ''
  const table = book.addTable(sheet, { row: 0, column: 1, rows: 3, columns: 2 }, true)
  const targets = new EventTargets()
  const change = (source: BookChange['source']): BookChange => ({
    source,
    edited: [{ sheet, box }],
    recalculated: [],
    isStructural: false,
    isSelection: false,
  })
  const heard = (source: BookChange['source']) =>
    entriesOf(book, change(source), targets).map(({ messageType, targetId, message }) => [
      messageType,
      targetId,
      JSON.parse(message) as Readonly<Record<string, unknown>>,
    ])
  return { sheet, table, targets, heard }
}

test('nobody hears what they did not ask for', () => {
  expect(setUp().heard('person')).toEqual([])
})

test.for([
  ['person', 'Local', 'Unknown'],
  ['addin', 'Local', 'ThisLocalAddin'],
  ['remote', 'Remote', 'Unknown'],
] as const)('a change by %s comes from %s, triggered by %s', ([by, source, triggerSource]) => {
  const { targets, heard, sheet } = setUp()
  targets.add('worksheet', sheet)
  expect(heard(by)).toMatchObject([[10, sheet, { address: 'A2:B2', changeType: 'RangeEdited', source, triggerSource }]])
})

test.for(['calculation', 'file'] as const)('%s changes nothing that anybody edited', (source) => {
  const { targets, heard, sheet } = setUp()
  targets.add('worksheet', sheet)
  expect(heard(source)).toEqual([])
})

test('a table hears of its own cells only', () => {
  const { targets, heard, table } = setUp()
  targets.add('table', table)
  expect(heard('person')).toMatchObject([[101, table, { address: 'B2', tableId: table }]])
})

test('nothing is heard while events are off, and nothing after the last handler is gone', () => {
  const { targets, heard, sheet } = setUp()
  targets.add('worksheet', sheet)
  targets.isEnabled = false
  expect(heard('person')).toEqual([])
  targets.isEnabled = true
  expect(heard('person')).toHaveLength(1)
  targets.remove('worksheet', sheet)
  expect(heard('person')).toEqual([])
})
