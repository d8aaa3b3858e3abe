import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepNumbers, linesByNumber } from './line-numbers.ts'
import { line } from './sample-workbook.test-data.ts'

const numbers = Array.from({ length: 80 }, (_, i) => `HOL-${i}`)

test('[S-114] after any number of edits each number gives the first line that has it', () => {
  const anyEdit = fc.tuple(fc.nat({ max: 19 }), fc.constantFrom('', ...numbers))
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 100, maxLength: 100 }), (edits) => {
      let lines = numbers.slice(0, 20).map((lineNumber) => numbered(lineNumber))
      linesByNumber(lines)
      for (const [at, lineNumber] of edits) {
        const edited = lines.with(at, numbered(lineNumber))
        keepNumbers(lines, edited)
        lines = edited
        const byNumber = linesByNumber(lines)
        const expected = numbers.map((number) => lines.find(({ row }) => row.lineNumber === number))
        expect(numbers.map((number) => byNumber.get(number))).toEqual(expected)
        expect(numbers.filter((number) => byNumber.has(number))).toEqual(
          numbers.filter((_, i) => expected[i] !== undefined),
        )
      }
    }),
    { numRuns: 20 },
  )
})

function numbered(lineNumber: string) {
  return {
    row: { ...line({}), lineNumber },
    isHeldBack: false,
    unreadable: new Set<string>(),
    token: null,
    gridRow: null,
  }
}
