/** Sheets, ranges, tables and names, as the add-in uses them. */
import { failureOf, type Scenario } from './transcript.ts'

const cells: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    const range = sheet.getRange('A1:C3')
    range.values = [
      ['Taakveld', 'Post', 'Bedrag'],
      ["'0.10", 'kernteam', 318_880],
      [true, '', '12,5'],
    ]
    range.load('values,formulas,valueTypes,address,rowIndex,columnCount')
    await context.sync()
    say(range.address, range.rowIndex, range.columnCount, range.values, range.formulas, range.valueTypes)
    say(await failureOf(() => range.numberFormat))
    range.getRow(1).values = [[null, 'experiment', 181_120]]
    const second = range.getRow(1)
    second.load({ values: true, worksheet: { name: true } })
    const cell = range.getCell(2, 0).load('values')
    await context.sync()
    say(second.values, second.worksheet.name, cell.values)
    range.numberFormat = [['@', '@', '#,##0']].concat([
      ['General', 'General', '0'],
      ['@', '@', '0'],
    ])
    sheet.getRange('A5').values = [['0.10']]
    const other = sheet.getRange('A5').load('values,valueTypes')
    range.load('numberFormat')
    await context.sync()
    say(other.values, other.valueTypes, range.numberFormat)
    range.values = [['te', 'weinig']]
    say(await failureOf(() => context.sync()))
    range.clear(Excel.ClearApplyTo.contents)
    const used = sheet.getUsedRangeOrNullObject().load('address')
    await context.sync()
    say(used.isNullObject, used.address, range.toJSON())
  })

const shapes: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    const base = sheet.getRangeByIndexes(2, 1, 3, 2)
    const around = [
      base.getResizedRange(1, 1),
      base.getOffsetRange(-1, 1),
      base.getLastRow(),
      base.getLastCell(),
      base.getRowsBelow(2),
      base.getRowsAbove(1),
      base.getEntireColumn(),
      base.getEntireRow(),
      base.getBoundingRect('F9'),
      base.getIntersection('A1:B3'),
      base.getColumn(1),
    ]
    for (const range of around) range.load('address')
    const nowhere = base.getIntersectionOrNullObject('H1')
    nowhere.load('address')
    await context.sync()
    say(
      around.map((range) => range.address),
      nowhere.isNullObject,
    )
    sheet.getCell(0, 0).getOffsetRange(-1, 0).load('address')
    say(await failureOf(() => context.sync()))
    sheet.getRange('nergens:!')
    say(await failureOf(() => context.sync()))
  })

const manyCells: Scenario = ({ Excel, host }, say) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Blad1').getRangeByIndexes(0, 0, 400, 10)
    range.values = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 10 }, (__, column) => row * 10 + column),
    )
    const last = range.getLastRow().load('values')
    await context.sync()
    say(last.values, host.statistics.rangeWrites)
  })

const sheets: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook
    const added = worksheets.add('Begroting')
    added.load('id,name,position,visibility')
    const none = worksheets.getItemOrNullObject('Nee')
    await context.sync()
    say(added.name, added.position, added.visibility, none.isNullObject)
    say(await failureOf(() => added.tables.count))
    added.name = 'Dekking'
    added.visibility = Excel.SheetVisibility.hidden
    added.freezePanes.freezeRows(1)
    worksheets.load('items/name,items/visibility')
    await context.sync()
    say(
      worksheets.items.map((sheet) => [sheet.name, sheet.visibility]),
      worksheets.toJSON(),
    )
    worksheets.add('dekking')
    say(await failureOf(() => context.sync()))
    worksheets.getItem('Nee').load('name')
    say(await failureOf(() => context.sync()))
    none.load('name')
    await context.sync()
    say(none.isNullObject, none.name)
    none.activate()
    say(await failureOf(() => context.sync()))
    added.visibility = 'Visible'
    added.activate()
    const active = worksheets.getActiveWorksheet().load('name')
    const count = worksheets.getCount()
    say(await failureOf(() => count.value))
    await context.sync()
    say(active.name, count.value)
    added.delete()
    await context.sync()
    added.load('name')
    say(await failureOf(() => context.sync()))
  })

const tables: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    sheet.getRange('A1:B3').values = [
      ['Nr', 'Bedrag'],
      ['HOL-001', 100],
      ['HOL-002', 250],
    ]
    const table = sheet.tables.add('A1:B3', true)
    table.set({ name: 'tblBegroting', style: 'TableStyleLight1' })
    table.load('name,showTotals,style,worksheet/name,autoFilter/isDataFiltered')
    const body = table.getDataBodyRange().load('values,address')
    const head = table.getHeaderRowRange().load('values')
    table.columns.load('items/name,count')
    table.rows.load('items/values')
    const rows = table.rows.getCount()
    await context.sync()
    say(table.name, table.showTotals, table.style, table.worksheet.name, table.autoFilter.isDataFiltered)
    say(body.values, body.address, head.values, rows.value, table.columns.count)
    say(
      table.columns.items.map((column) => column.name),
      table.rows.items.map((row) => row.values),
    )
    table.resize('A1:B5')
    const grown = table.getRange().load('address')
    const found = context.workbook.tables.getItemOrNullObject('TBLBEGROTING').load('name')
    const none = context.workbook.tables.getItemOrNullObject('tblNee').load('name')
    context.workbook.tables.load('items/name')
    await context.sync()
    say(grown.address, found.name, none.isNullObject, context.workbook.tables.items.length)
    table.resize('A2:B5')
    say(await failureOf(() => context.sync()))
    sheet.tables.add('B2:C3', true)
    say(await failureOf(() => context.sync()))
    const column = table.columns.getItem('Bedrag').getDataBodyRange().load('values')
    await context.sync()
    say(column.values)
  })

const names: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Blad1')
    const added = context.workbook.names.add('Gebied', sheet.getRange('B2'))
    context.workbook.names.add('Marge', '=0.05')
    added.load('name,formula,type')
    await context.sync()
    say(added.name, added.formula, added.type)
    const found = context.workbook.names.getItemOrNullObject('gebied').load('formula')
    const range = context.workbook.names.getItem('Gebied').getRange().load('address')
    const none = context.workbook.names.getItemOrNullObject('nee')
    context.workbook.names.load('items/name,items/formula')
    await context.sync()
    say(found.formula, range.address, none.isNullObject)
    say(context.workbook.names.items.map((item) => [item.name, item.formula]))
    context.workbook.names.add('GEBIED', '=1')
    say(await failureOf(() => context.sync()))
    found.delete()
    const gone = context.workbook.names.getItemOrNullObject('gebied')
    await context.sync()
    say(gone.isNullObject)
  })

const settings: Scenario = ({ Excel }, say) =>
  Excel.run(async (context) => {
    context.workbook.settings.add('stand', { klok: 12 })
    const found = context.workbook.settings.getItemOrNullObject('stand').load('value')
    const none = context.workbook.settings.getItemOrNullObject('nee')
    await context.sync()
    say(found.value, none.isNullObject)
    found.delete()
    const gone = context.workbook.settings.getItemOrNullObject('stand')
    await context.sync()
    say(gone.isNullObject)
  })

export const workbookScenarios: Readonly<Record<string, Scenario>> = {
  'cells are written and read': cells,
  'ranges lead to other ranges': shapes,
  'many cells go in pieces': manyCells,
  'sheets come, change and go': sheets,
  'tables grow and are read': tables,
  'names stand for ranges and formulas': names,
  'settings are kept': settings,
}
