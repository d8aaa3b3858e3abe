import { dateOfSerial } from '#shared/cells/index.ts'
import type { ValidationDesign } from '#shared/workbook/design.ts'

/** What Excel lets a person type in a range; an empty cell is always allowed, which is Excel's default. */
export function applyValidation(range: Excel.Range, { rule, severity, title, message }: ValidationDesign): void {
  const { dataValidation } = range
  dataValidation.rule = excelRule(rule)
  dataValidation.errorAlert = { showAlert: true, style: severity === 'stop' ? 'Stop' : 'Warning', title, message }
}

function excelRule(rule: ValidationDesign['rule']): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: listSource(rule.source) } }
    case 'decimal':
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } }
    case 'date':
      return { date: { formula1: isoDate(rule.minSerial), formula2: isoDate(rule.maxSerial), operator: 'Between' } }
    case 'textLength':
      return { textLength: { formula1: rule.max, operator: 'LessThanOrEqualTo' } }
  }
}

/** A file has a name as it is and a written-out list between quotes; the API has `=name` and the bare list. */
function listSource(source: string): string {
  return source.startsWith('"') ? source.slice(1, -1) : `=${source}`
}

function isoDate(serial: number): string {
  return dateOfSerial(serial) ?? String(serial)
}
