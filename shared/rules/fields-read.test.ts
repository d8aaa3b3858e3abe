import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaWorkbook, type Row, tableIds } from '#shared/model/index.ts'
import { factsOf, frameOf } from './facts.ts'
import { rules } from './index.ts'
import { keptSums } from './sums.ts'
import { anySheets, editOptions, editReference, workbookOf } from './any-workbook.test-data.ts'

test('a rule over the workbook reads no field that it does not name', () => {
  const declaring = rules.filter((rule) => rule.on === 'workbook').filter(({ reads }) => reads !== undefined)
  expect(declaring.length).toBeGreaterThan(10)
  fc.assert(
    fc.property(anySheets.map(workbookOf), (workbook) => {
      const frame = frameOf(workbook.budget, editReference, editOptions(workbook))
      for (const rule of declaring) {
        const { seen, watched } = watching(workbook)
        const sums = keptSums(rule.sums ?? [], null)
        const facts = factsOf(frame, watched, sums)
        for (const table of tableIds) for (const placed of watched.rows[table]) sums.add(placed, facts)
        for (const { row } of rule.check(facts)) if (row !== undefined) seen.add(`${row.row.table} lineNumber`)
        const named = new Set(
          tableIds.flatMap((table) => (rule.reads?.[table] ?? []).map((field) => `${table} ${field}`)),
        )
        expect([rule.id, [...seen].filter((read) => !named.has(read))]).toEqual([rule.id, []])
      }
    }),
  )
})

/** A workbook that tells which fields are read of its rows, and what else of it that an edit changes. */
function watching(workbook: AreaWorkbook) {
  const seen = new Set<string>()
  const isNoted = (field: string | symbol) => typeof field === 'string' && field !== 'table'
  const noting = <Watched extends object>(target: Watched, note: (field: string | symbol) => void): Watched =>
    new Proxy(target, {
      get(from, field) {
        note(field)
        return Reflect.get(from, field)
      },
    })
  const watchedRow = <Placed extends { readonly row: Row }>(placed: Placed): Placed => {
    const row = noting(placed.row, (field) => isNoted(field) && seen.add(`${placed.row.table} ${String(field)}`))
    return noting({ ...placed, row }, (field) => field === 'token' && seen.add(field))
  }
  const rows = Object.fromEntries(tableIds.map((table) => [table, workbook.rows[table].map(watchedRow)]))
  const watched = noting(
    { ...workbook, rows: rows as unknown as AreaWorkbook['rows'] },
    (field) => ['readingIssues', 'gridIssues'].includes(String(field)) && seen.add(String(field)),
  )
  return { seen, watched }
}
