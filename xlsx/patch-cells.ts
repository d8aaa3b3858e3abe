import type { SheetEdit } from '#shared/workbook/design.ts'
import { type Area, areaAddress, cellAddress, cellKey, columnLetters } from '#shared/workbook/grid.ts'
import { isWritable } from './check-design.ts'
import type { CellPlace, RowPlace } from './index-cells.ts'
import { columnsMax, isInArea, rowsMax } from './references.ts'
import { formulaPieces, shiftFormula } from './shared-formula.ts'
import type { Splice } from './splice.ts'
import { textXml } from './string-table.ts'
import { numberText } from './write-cells.ts'
import { badEdit } from './xlsx-error.ts'
import { decodeXml, escapeMarkup } from './xml-text.ts'
import { childNamed, type XmlDocument, type XmlElement } from './xml-tree.ts'

type CellEdit = SheetEdit['cells'][number]

/** Rows that a table gains, with the row whose styles they take. */
export interface NewRows {
  readonly area: Area
  readonly model: number
}

export interface CellChanges {
  readonly splices: readonly Splice[]
  readonly hasLostFormula: boolean
}

/** Decides what to replace in the source of a sheet so that its cells hold the new values. */
export function planCells(
  document: XmlDocument,
  data: XmlElement,
  rows: ReadonlyMap<number, RowPlace>,
  edits: readonly CellEdit[],
  newRows: readonly NewRows[],
): CellChanges {
  const changes = cellChanges(rows, edits, newRows)
  const edited = new Set(edits.map(({ row, column }) => cellKey(row, column)))
  refuseArrays(rows, edits)
  const columnStyles = readColumnStyles(document.root)
  const splices: Splice[] = [...moveSharedFormulas(document, data.prefix, rows, edited)]
  const added: { row: number; xml: string }[] = []
  for (const [row, cells] of changes) {
    const place = rows.get(row)
    const styled = cells.map(({ column, value, style }) => {
      return { column, value, style: style ?? inheritedStyle(place, column, columnStyles) }
    })
    if (place === undefined) added.push({ row, xml: newRow(row, styled) })
    else splices.push(...changeRow(place, styled))
  }
  splices.push(...insertRows(added))
  const hasLostFormula = edits.some(({ row, column }) => rows.get(row)?.cells.get(column)?.formula !== undefined)
  return { splices, hasLostFormula }

  function newRow(row: number, cells: readonly NewCell[]): string {
    return `<${data.prefix}row r="${row + 1}">${cells.map((cell) => cellXml(cell, row)).join('')}</${data.prefix}row>`
  }

  function changeRow(place: RowPlace, cells: readonly NewCell[]): readonly Splice[] {
    const { tag } = place
    const open = document.xml.slice(tag.start, tag.end)
    const widened = widenSpans(open, cells)
    if (tag.kind === 'empty') {
      const text = `${widened.replace(/\s*\/>$/, '>')}${cells.map((cell) => cellXml(cell, place.row)).join('')}</${tag.prefix}row>`
      return [{ start: tag.start, end: tag.end, text }]
    }
    const inRow: Splice[] = widened === open ? [] : [{ start: tag.start, end: tag.end, text: widened }]
    const known = [...place.cells.values()]
    let next = 0
    for (const cell of cells) {
      while ((known[next]?.column ?? Number.POSITIVE_INFINITY) < cell.column) next++
      const old = place.cells.get(cell.column)
      const start = old?.start ?? known[next]?.start ?? place.closeStart
      inRow.push({ start, end: old?.end ?? start, text: cellXml(cell, place.row) })
    }
    return inRow
  }

  function insertRows(added: readonly { row: number; xml: string }[]): readonly Splice[] {
    const known = [...rows.values()]
    if (data.openEnd === data.end && data.closeStart === data.end) {
      // `<sheetData/>` has no inside to insert in.
      const open = document.xml.slice(data.start, data.end).replace(/\s*\/>$/, '>')
      const text = `${open}${added.map(({ xml }) => xml).join('')}</${data.prefix}sheetData>`
      return added.length === 0 ? [] : [{ start: data.start, end: data.end, text }]
    }
    let next = 0
    return added.map(({ row, xml }) => {
      while ((known[next]?.row ?? Number.POSITIVE_INFINITY) < row) next++
      const start = known[next]?.tag.start ?? data.closeStart
      return { start, end: start, text: xml }
    })
  }

  function cellXml({ column, value, style }: NewCell, row: number): string {
    const name = `${data.prefix}c`
    const start = `<${name} r="${columnLetters(column)}${row + 1}"${style === undefined || style === '0' ? '' : ` s="${style}"`}`
    if (value === null) return `${start}/>`
    const inside = (tag: string, text: string) => `<${data.prefix}${tag}>${text}</${data.prefix}${tag}>`
    if (typeof value === 'number') return `${start}>${inside('v', numberText(value))}</${name}>`
    if (typeof value === 'boolean') return `${start} t="b">${inside('v', value ? '1' : '0')}</${name}>`
    return `${start} t="inlineStr">${inside('is', textXml(value, data.prefix))}</${name}>`
  }
}

interface NewCell {
  readonly column: number
  readonly value: CellEdit['value']
  readonly style: string | undefined
}

/** The new cells by row and in order: those that are edited, and in new rows of a table all that have a style. */
function cellChanges(
  rows: ReadonlyMap<number, RowPlace>,
  edits: readonly CellEdit[],
  newRows: readonly NewRows[],
): ReadonlyMap<number, readonly NewCell[]> {
  const changes = new Map<number, Map<number, NewCell>>()
  const put = (row: number, cell: NewCell) => {
    const inRow = changes.get(row) ?? new Map<number, NewCell>()
    changes.set(row, inRow.set(cell.column, cell))
  }
  for (const { area, model } of newRows) {
    const cells = [...(rows.get(model)?.cells.values() ?? [])].filter(
      ({ column }) => column >= area.left && column <= area.right,
    )
    for (let row = area.top; row <= area.bottom; row++) {
      for (const { column, style } of cells) if (style !== undefined) put(row, { column, value: null, style })
    }
  }
  for (const { row, column, value } of edits) {
    checkEdit(row, column, value)
    const style = changes.get(row)?.get(column)?.style ?? rows.get(row)?.cells.get(column)?.style
    put(row, { column, value, style })
  }
  const sorted = [...changes].sort(([one], [other]) => one - other)
  return new Map(
    sorted.map(([row, cells]) => [row, [...cells.values()].sort((one, other) => one.column - other.column)]),
  )
}

function checkEdit(row: number, column: number, value: CellEdit['value']): void {
  const isPlace =
    Number.isInteger(row) && row >= 0 && row < rowsMax && Number.isInteger(column) && column >= 0 && column < columnsMax
  if (!isPlace) throw badEdit(`Rij ${row}, kolom ${column} is geen cel.`, `Row ${row}, column ${column} is no cell.`)
  if (isWritable(value)) return
  const address = cellAddress(row, column)
  throw badEdit(
    `De waarde voor ${address} past niet in een cel: geen eindig getal, of een tekst van meer dan 32.767 tekens.`,
    `The value for ${address} does not fit in a cell: no finite number, or a text of more than 32,767 characters.`,
  )
}

/** A cell that is not there yet looks like its row, if that has a style, and else like its column. */
function inheritedStyle(
  row: RowPlace | undefined,
  column: number,
  columnStyles: readonly { readonly min: number; readonly max: number; readonly style: string | undefined }[],
): string | undefined {
  if (row?.cells.has(column) === true) return undefined
  if (row?.attributes.get('customFormat') === '1') return row.attributes.get('s')
  return columnStyles.find(({ min, max }) => column + 1 >= min && column + 1 <= max)?.style
}

function readColumnStyles(root: XmlElement) {
  return (childNamed(root, 'cols')?.children ?? []).map(({ attributes }) => ({
    min: Number(attributes.get('min')),
    max: Number(attributes.get('max')),
    style: attributes.get('style'),
  }))
}

/** `spans` says which columns a row uses; a cell outside it may be overlooked. */
function widenSpans(open: string, cells: readonly NewCell[]): string {
  return open.replace(
    /(\sspans\s*=\s*["'])([0-9]+):([0-9]+)(["'])/,
    (_, before: string, min: string, max: string, after: string) => {
      const columns = cells.map(({ column }) => column + 1)
      return `${before}${Math.min(Number(min), ...columns)}:${Math.max(Number(max), ...columns)}${after}`
    },
  )
}

function refuseArrays(rows: ReadonlyMap<number, RowPlace>, edits: readonly CellEdit[]): void {
  const areas: Area[] = []
  for (const { cells } of rows.values()) {
    for (const { formula } of cells.values()) {
      const area = formula?.area
      if (area !== undefined && (area.top < area.bottom || area.left < area.right)) areas.push(area)
    }
  }
  for (const { row, column } of edits) {
    const area = areas.find((found) => isInArea(found, row, column))
    if (area === undefined) continue
    const place = `${cellAddress(row, column)} (${areaAddress(area)})`
    throw badEdit(
      `Cel ${place} hoort bij een matrixformule en kan niet los gewijzigd worden. Verwijder eerst de formule.`,
      `Cell ${place} belongs to an array formula and cannot be changed on its own. Remove the formula first.`,
    )
  }
}

/**
 * A shared formula has its text in its first cell only. When that cell gets a value, the next cell that shares it takes
 * the text over, shifted to where it stands; the others stay as they are.
 */
function moveSharedFormulas(
  { part }: XmlDocument,
  prefix: string,
  rows: ReadonlyMap<number, RowPlace>,
  edited: ReadonlySet<number>,
): readonly Splice[] {
  const groups = new Map<string, CellPlace[]>()
  for (const { cells } of rows.values()) {
    for (const cell of cells.values()) {
      const shared = cell.formula?.shared
      if (shared === undefined) continue
      const group = groups.get(shared) ?? []
      group.push(cell)
      groups.set(shared, group)
    }
  }
  const splices: Splice[] = []
  for (const [shared, cells] of groups) {
    const first = cells.find((cell) => cell.formula?.text !== '')
    const [heir, ...others] = cells.filter(({ row, column }) => !edited.has(cellKey(row, column)))
    const isLost = first !== undefined && edited.has(cellKey(first.row, first.column))
    if (!isLost || heir?.formula === undefined) continue
    const area = [heir, ...others].reduce(covering, {
      top: heir.row,
      left: heir.column,
      bottom: heir.row,
      right: heir.column,
    })
    const pieces = formulaPieces(decodeXml(first.formula?.text ?? '', part))
    const text = escapeMarkup(shiftFormula(pieces, heir.row - first.row, heir.column - first.column))
    const { start, end } = heir.formula
    splices.push({
      start,
      end,
      text: `<${prefix}f t="shared" ref="${areaAddress(area)}" si="${shared}">${text}</${prefix}f>`,
    })
  }
  return splices
}

function covering(area: Area, { row, column }: CellPlace): Area {
  return {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  }
}
