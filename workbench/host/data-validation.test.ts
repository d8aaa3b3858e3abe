import { expect, test } from 'vitest'
import { simulatedExcel } from '../client/simulated-excel.ts'

const box = { row: 0, column: 0, rows: 2, columns: 1 }

const withRule = async (rule: Excel.DataValidationRule) => {
  const { Excel, book, host } = simulatedExcel()
  const read = await Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('Blad1').getRange('A1:A2')
    dataValidation.rule = rule
    dataValidation.errorAlert = { message: 'Kies er een.', showAlert: true, style: 'Warning', title: 'Soort' }
    dataValidation.load('rule')
    await context.sync()
    return dataValidation.rule
  }).catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error))
  return { read, kept: book.validations(), missing: host.statistics.missing }
}

test.for<readonly [Excel.DataValidationRule, object]>([
  [{ list: { inCellDropDown: true, source: 'L,B' } }, { kind: 'list', source: '"L,B"' }],
  [{ list: { inCellDropDown: true, source: '=lstTaakveld' } }, { kind: 'list', source: 'lstTaakveld' }],
  [{ decimal: { formula1: 0, formula2: 1.5, operator: 'Between' } }, { kind: 'decimal', min: 0, max: 1.5 }],
  [
    { date: { formula1: '2023-01-01', formula2: '2026-12-31', operator: 'Between' } },
    { kind: 'date', minSerial: 44_927, maxSerial: 46_387 },
  ],
  [{ textLength: { formula1: 250, operator: 'LessThanOrEqualTo' } }, { kind: 'textLength', max: 250 }],
])('the rule %o is kept as %o and read back as it was', async ([rule, kept]) => {
  const validation = { box, rule: kept, severity: 'warning', title: 'Soort', message: 'Kies er een.' }
  expect(await withRule(rule)).toMatchObject({ read: rule, kept: [validation], missing: [] })
})

test('a kind of rule that the book does not keep is missing, never silent', async () => {
  const rule: Excel.DataValidationRule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } }
  expect(await withRule(rule)).toEqual({
    read: 'ApiNotAvailable',
    kept: [],
    missing: ['DataValidationRule.wholeNumber'],
  })
})

test('an open bound is refused as an argument', async () => {
  const rule: Excel.DataValidationRule = { decimal: { formula1: 0, operator: 'GreaterThan' } }
  expect(await withRule(rule)).toMatchObject({ read: 'InvalidArgument', kept: [] })
})
