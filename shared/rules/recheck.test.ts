import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyEdit,
  anySheets,
  editOptions,
  editReference,
  type Sheets,
  storedWorkbookOf,
  workbookOf,
} from './any-workbook.test-data.ts'
import { check, type Checked, recheck, recheckInSteps } from './index.ts'

const edits = fc.array(anyEdit, { minLength: 1, maxLength: 8 })

describe('after any edits the findings are those of a full check', () => {
  test('[S-114] of a workbook that is read anew after each of them', () => {
    fc.assert(
      fc.property(anySheets, edits, (sheets, steps) => expectSame(workbookOf, sheets, steps)),
      { numRuns: 500 },
    )
  })

  test('[S-114] of rows from a store, which have no place', () => {
    fc.assert(fc.property(anySheets, edits, (sheets, steps) => expectSame(storedWorkbookOf, sheets, steps)))
  })

  test('[S-114] also when the check in between was not carried to its end', () => {
    fc.assert(
      fc.property(anySheets, anyEdit, anyEdit, fc.nat({ max: 20 }), (sheets, first, second, stepCount) => {
        const before = recheck(null, workbookOf(sheets), editReference)
        const steps = recheckInSteps(before, workbookOf(first(sheets)), editReference)
        for (let i = 0; i < stepCount; i++) steps.next()
        const last = workbookOf(second(first(sheets)))
        expect(recheck(before, last, editReference).findings).toEqual(check(last, editReference))
      }),
    )
  })

  function expectSame(read: typeof workbookOf, sheets: Sheets, steps: readonly ((sheets: Sheets) => Sheets)[]) {
    const options = editOptions(workbookOf(sheets))
    let now = sheets
    let checked: Checked | null = null
    for (const step of [(same: Sheets) => same, ...steps]) {
      now = step(now)
      checked = recheck(checked, read(now), editReference, options)
      const fromNothing = recheck(null, read(now), editReference, options)
      expect(checked.findings).toEqual(fromNothing.findings)
      expect(checked.judged.sums).toEqual(fromNothing.judged.sums)
    }
  }
})
