/** Members beside those that the add-in uses: near enough that somebody will reach for them. */
import type { Scenario } from './transcript.ts'

const aroundTheBook: Scenario = ({ Excel, host }, say) =>
  Excel.run(async (context) => {
    const { workbook } = context
    workbook.application.suspendApiCalculationUntilNextSync()
    workbook.application.suspendScreenUpdatingUntilNextSync()
    workbook.application.calculate('Full')
    workbook.load('name')
    workbook.application.load('calculationMode')
    const sheet = workbook.worksheets.getFirst()
    const last = workbook.worksheets.getLast(true).load('name')
    sheet.getRange('B3:C4').select()
    const selected = workbook.getSelectedRange().load('address')
    const active = workbook.getActiveCell().load('address')
    sheet.freezePanes.freezeRows(2)
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('rowCount')
    await context.sync()
    say(workbook.name, workbook.application.calculationMode, last.name, selected.address, active.address)
    say(frozen.rowCount)
    sheet.freezePanes.unfreeze()
    const thawed = sheet.freezePanes.getLocationOrNullObject()
    sheet.protection.protect()
    sheet.protection.unprotect()
    sheet.protection.load('protected')
    workbook.settings.add('een', 1)
    workbook.settings.load('items/key,items/value')
    const settings = workbook.settings.getCount()
    await context.sync()
    say(thawed.isNullObject, sheet.protection.protected, settings.value)
    say(workbook.settings.items.map((setting) => [setting.key, setting.value]))
    say([...host.statistics.undoBreaking])
  })

const aroundRanges: Scenario = ({ Excel, host }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    sheet.getRange('B2:C3').formulasLocal = [
      [1234.5, '=SEQUENCE(2,1)'],
      ['tekst', null],
    ]
    const range = sheet.getRange('A1:D4')
    range.load('columnIndex,rowCount,cellCount,formulasLocal,text,hidden')
    const used = sheet.getUsedRange().load('address')
    const inside = range.getUsedRange().load('address')
    const outside = sheet.getRange('H9').getUsedRangeOrNullObject()
    const column = range.getLastColumn().load('address')
    const larger = range.getAbsoluteResizedRange(1, 2).load('address')
    const spilling = sheet.getRange('C2').load('hasSpill')
    const spilled = sheet.getRange('C2').getSpillingToRangeOrNullObject().load('address')
    range.calculate()
    await context.sync()
    say(range.columnIndex, range.rowCount, range.cellCount, range.formulasLocal, range.text, range.hidden)
    say(used.address, inside.address, outside.isNullObject, column.address, larger.address)
    say(spilling.hasSpill, spilled.address)
    range.format.columnWidth = 120
    range.format.font.size = 9
    range.load('format/columnWidth,format/font/size')
    await context.sync()
    say(Math.round(range.format.columnWidth), range.format.font.size, [...host.statistics.ignored])
  })

const aroundTables: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    sheet.getRange('A1:B3').values = [
      ['Nr', 'Bedrag'],
      ['HOL-001', 100],
      ['HOL-002', 250],
    ]
    const table = context.workbook.tables.add('Blad1!A1:B3', true)
    table.showTotals = true
    table.load('id')
    table.autoFilter.load('enabled')
    const totals = table.getTotalRowRange().load('address')
    const { columns, rows } = table
    columns.load('count,items/id,items/index,items/values')
    rows.load('count,items/index')
    const second = columns.getItemAt(1)
    const parts = [
      second.getRange(),
      second.getHeaderRowRange(),
      second.getDataBodyRange(),
      rows.getItemAt(1).getRange(),
    ]
    for (const part of parts) part.load('address')
    const none = columns.getItemOrNullObject('Nee')
    const counts = [columns.getCount(), context.workbook.tables.getCount()]
    const first = context.workbook.tables.getItemAt(0).load('id')
    sheet.tables.load('count')
    await context.sync()
    say(first.id === table.id, table.autoFilter.enabled, totals.address, columns.count, rows.count, none.isNullObject)
    say(columns.items.map((column) => [column.id, column.index, column.values]))
    say(
      rows.items.map((row) => row.index),
      parts.map((part) => part.address),
      sheet.tables.count,
    )
    say(counts.map((count) => count.value))
    const freed = table.convertToRange().load('address')
    const again = sheet.tables.add('A1:B3', true)
    again.delete()
    const cells = sheet.getRange('A1:B3').load('values')
    sheet.tables.load('count')
    await context.sync()
    say(freed.address, cells.values, sheet.tables.count)
  })

const aroundNames: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    context.workbook.names.add('Marge', '=0.05')
    const name = sheet.names.getItemOrNullObject('Marge')
    const item = context.workbook.names.getItem('Marge').load('value,visible,scope')
    const range = item.getRangeOrNullObject()
    const count = context.workbook.names.getCount()
    const format = sheet.getRange('A1:B2').conditionalFormats.add('Custom')
    format.load('id')
    await context.sync()
    say(name.isNullObject, item.value, item.visible, item.scope, range.isNullObject, count.value)
    const same = sheet.getRange('A1').conditionalFormats.getItem(format.id).getRange().load('address')
    const first = sheet.getRange('B2').conditionalFormats.getItemAt(0).load('type')
    await context.sync()
    say(same.address, first.type)
    sheet.getRange('A1').conditionalFormats.clearAll()
    const left = sheet.getRange('A1:B2').conditionalFormats.getCount()
    await context.sync()
    say(left.value)
  })

export const neighbourScenarios: Readonly<Record<string, Scenario>> = {
  'around the workbook': aroundTheBook,
  'around ranges': aroundRanges,
  'around tables': aroundTables,
  'around names and conditional formats': aroundNames,
}
