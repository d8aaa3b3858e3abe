import type { ConditionalFormatDesign, SheetDesign, ValidationDesign } from '#shared/workbook/design.ts'
import { type Area, areaAddress, cellAddress } from '#shared/workbook/grid.ts'
import { type CellTargets, columnStyle, rowsXml, sheetCells, tallRows } from './write-cells.ts'
import { conditionalLookIndex, styleIndex } from './write-styles.ts'
import { encodeAttribute, escapeMarkup } from './xml-text.ts'
import { declaration, mainNamespace, relationNamespace } from './xml-names.ts'

/** The part of one sheet; its elements stand in the order that the format fixes (ECMA-376 part 1, 18.3.1.99). */
export function sheetXml(sheet: SheetDesign, isFirst: boolean, targets: CellTargets): string {
  const cells = sheetCells(sheet)
  return (
    `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationNamespace}">` +
    `<dimension ref="${areaAddress(usedArea(cells))}"/>` +
    viewXml(sheet, isFirst) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet) +
    `<sheetData>${rowsXml(cells, tallRows(sheet), targets)}</sheetData>` +
    sheet.conditionalFormats.map(conditionalFormatXml).join('') +
    validationsXml(sheet.validations) +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape"/>' +
    tablesXml(sheet.tables.length) +
    '</worksheet>'
  )
}

function usedArea(cells: readonly { readonly row: number; readonly column: number }[]): Area {
  const used = { top: 0, left: 0, bottom: 0, right: 0 }
  for (const { row, column } of cells) {
    used.bottom = Math.max(used.bottom, row)
    used.right = Math.max(used.right, column)
  }
  return used
}

function viewXml({ frozenRows = 0 }: SheetDesign, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : ''
  if (frozenRows === 0) return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0"/></sheetViews>`
  const topLeft = cellAddress(frozenRows, 0)
  return (
    `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">` +
    `<pane ySplit="${frozenRows}" topLeftCell="${topLeft}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${topLeft}" sqref="${topLeft}"/></sheetView></sheetViews>`
  )
}

function columnsXml(sheet: SheetDesign): string {
  const columns = new Map<number, { width: number; isHidden: boolean }>()
  for (const [column, width] of sheet.columnWidths ?? []) columns.set(column, { width, isHidden: false })
  for (const { area, columns: designs } of sheet.tables) {
    designs.forEach(({ widthChars, isHidden = false }, index) => {
      const column = area.left + index
      const known = columns.get(column)
      // Tables above each other share columns: the widest counts, and only what all hide is hidden.
      const width = Math.max(widthChars, known?.width ?? 0)
      columns.set(column, { width, isHidden: isHidden && (known?.isHidden ?? true) })
    })
  }
  if (columns.size === 0) return ''
  const items = [...columns]
    .sort(([one], [other]) => one - other)
    .map(([column, { width, isHidden }]) => {
      const style = styleIndex(columnStyle(sheet, column))
      const more = `${style > 0 ? ` style="${style}"` : ''}${isHidden ? ' hidden="1"' : ''}`
      return `<col min="${column + 1}" max="${column + 1}" width="${width}"${more} customWidth="1"/>`
    })
  return `<cols>${items.join('')}</cols>`
}

function conditionalFormatXml({ area, formula, look }: ConditionalFormatDesign, index: number): string {
  return (
    `<conditionalFormatting sqref="${areaAddress(area)}">` +
    `<cfRule type="expression" dxfId="${conditionalLookIndex(look)}" priority="${index + 1}">` +
    `<formula>${escapeMarkup(formula)}</formula></cfRule></conditionalFormatting>`
  )
}

function validationsXml(validations: readonly ValidationDesign[]): string {
  if (validations.length === 0) return ''
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
}

function validationXml({ area, rule, severity, title, message }: ValidationDesign): string {
  const formulas = validationFormulas(rule)
  const operator = rule.kind === 'list' ? '' : ` operator="${formulas.length === 2 ? 'between' : 'lessThanOrEqual'}"`
  const style = severity === 'warning' ? ' errorStyle="warning"' : ''
  const texts = `errorTitle="${encodeAttribute(title)}" error="${encodeAttribute(message)}"`
  return (
    `<dataValidation type="${rule.kind}"${style}${operator} allowBlank="1" showErrorMessage="1" ${texts} ` +
    `sqref="${areaAddress(area)}">` +
    formulas.map((formula, index) => `<formula${index + 1}>${escapeMarkup(formula)}</formula${index + 1}>`).join('') +
    '</dataValidation>'
  )
}

function validationFormulas(rule: ValidationDesign['rule']): readonly string[] {
  switch (rule.kind) {
    case 'list':
      return [rule.source]
    case 'decimal':
      return [String(rule.min), String(rule.max)]
    case 'date':
      return [String(rule.minSerial), String(rule.maxSerial)]
    case 'textLength':
      return [String(rule.max)]
  }
}

function tablesXml(count: number): string {
  if (count === 0) return ''
  const items = Array.from({ length: count }, (_, index) => `<tablePart r:id="rId${index + 1}"/>`)
  return `<tableParts count="${count}">${items.join('')}</tableParts>`
}
