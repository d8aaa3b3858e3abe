/** Looks, hidden rows, validations and conditional formats. */
import { failureOf, type Scenario } from './transcript.ts'

const looks: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    const range = sheet.getRange('A1:B2')
    range.format.fill.color = '#ffeeaa'
    range.format.font.bold = true
    range.format.font.color = '#112233'
    range.format.horizontalAlignment = Excel.HorizontalAlignment.right
    range.format.wrapText = true
    range.format.protection.locked = false
    sheet.getRange('A1').format.font.italic = true
    range.rowHidden = true
    sheet.getRange('C:C').columnHidden = true
    range.load('format/fill/color,format/font/bold,format/font/italic,format/horizontalAlignment,rowHidden')
    const wide = sheet.getRange('A1:C1').load('columnHidden,format/fill/color')
    await context.sync()
    say(range.format.fill.color, range.format.font.bold, range.format.font.italic, range.format.horizontalAlignment)
    say(range.rowHidden, wide.columnHidden, wide.format.fill.color, range.format.toJSON())
    range.format.fill.clear()
    range.format.load('fill/color,wrapText')
    await context.sync()
    say(range.format.fill.color, range.format.wrapText)
    range.format.fill.color = 'geen kleur'
    say(await failureOf(() => context.sync()))
  })

const rules: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    const range = sheet.getRange('B2:B9')
    range.dataValidation.rule = { list: { inCellDropDown: true, source: 'L,B' } }
    range.dataValidation.errorAlert = { message: 'Kies L of B.', showAlert: true, style: 'Stop', title: 'Soort' }
    range.dataValidation.ignoreBlanks = true
    sheet.getRange('C2').dataValidation.rule = { textLength: { formula1: 250, operator: 'LessThanOrEqualTo' } }
    const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom)
    format.custom.rule.formula = '=LEFT($T2,4)="fout"'
    format.custom.format.fill.color = '#FFC7CE'
    format.custom.format.font.color = '#9C0006'
    range.dataValidation.load('rule,errorAlert,type')
    const free = sheet.getRange('D2').dataValidation.load('type,rule')
    range.conditionalFormats.load('items/type,items/custom/rule/formula')
    await context.sync()
    say(range.dataValidation.rule, range.dataValidation.errorAlert, range.dataValidation.type, free.type, free.rule)
    const [first] = range.conditionalFormats.items
    say(range.conditionalFormats.items.length, first?.type, first?.custom.rule.formula)
    const custom = first?.customOrNullObject.load('format/fill/color')
    await context.sync()
    say(custom?.isNullObject, custom?.format.fill.color)
    first?.delete()
    range.dataValidation.clear()
    const count = range.conditionalFormats.getCount()
    range.dataValidation.load('type')
    await context.sync()
    say(count.value, range.dataValidation.type)
  })

export const lookScenarios: Readonly<Record<string, Scenario>> = {
  'looks and hidden rows': looks,
  'validations and conditional formats': rules,
}
