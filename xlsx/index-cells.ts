import { type Area, cellAddress } from '#shared/workbook/grid.ts'
import { parseArea } from './references.ts'
import { badXml } from './xlsx-error.ts'
import { nextTag, readAttributes, type Tag, type XmlDocument, type XmlElement } from './xml-tree.ts'

/** Where a cell stands in the source of its sheet. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly style: string | undefined
  readonly start: number
  readonly end: number
  /** It shows something: a value or a formula. */
  readonly isFilled: boolean
  readonly formula: FormulaSource | undefined
}

interface FormulaSource {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The number that shared formulas have in common. */
  readonly shared: string | undefined
  /** The cells that an array formula fills together. */
  readonly area: Area | undefined
}

export interface RowPlace {
  readonly row: number
  readonly tag: Tag
  readonly attributes: ReadonlyMap<string, string>
  /** Where its last cell ends: before the closing tag. */
  readonly closeStart: number
  readonly end: number
  readonly cells: ReadonlyMap<number, CellPlace>
}

/** The rows and cells of a sheet with their places in the source, in order. */
export function indexCells({ xml, part }: XmlDocument, data: XmlElement): ReadonlyMap<number, RowPlace> {
  const rows = new Map<number, RowPlace>()
  let row = -1
  for (let tag = tagBefore(data.openEnd); tag !== undefined; ) {
    if (tag.name !== 'row' || tag.kind === 'close') throw outOfPlace(tag)
    const attributes = readAttributes(xml, tag, part)
    const before = row
    row = Number(attributes.get('r') ?? row + 2) - 1
    // Of two rows of one number, or two cells in one place, it is not known which one is meant.
    if (!(row > before)) throw outOfPlace(tag)
    const cells = new Map<number, CellPlace>()
    const close = tag.kind === 'empty' ? tag : indexRow(tag.end, row, cells)
    const closeStart = tag.kind === 'empty' ? tag.end : close.start
    rows.set(row, { row, tag, attributes, closeStart, end: close.end, cells })
    tag = tagBefore(close.end)
  }
  return rows

  function tagBefore(from: number): Tag | undefined {
    const tag = nextTag(xml, from, part)
    return tag !== undefined && tag.start < data.closeStart ? tag : undefined
  }

  function indexRow(from: number, row: number, cells: Map<number, CellPlace>): Tag {
    let column = -1
    let at = from
    for (;;) {
      const tag = tagBefore(at)
      if (tag === undefined) throw outOfPlace(undefined)
      if (tag.kind === 'close') return tag
      const last = tag.kind === 'empty' ? tag : closeOf(tag)
      at = last.end
      if (tag.name !== 'c') continue
      const attributes = readAttributes(xml, tag, part)
      const reference = attributes.get('r')
      const before = column
      const area = parseArea(reference ?? cellAddress(row, column + 1))
      column = area?.left ?? -1
      if (column <= before || area?.top !== row) throw outOfPlace(tag)
      cells.set(column, cellPlace(tag, last, row, column, attributes.get('s')))
    }
  }

  function cellPlace(tag: Tag, last: Tag, row: number, column: number, style: string | undefined): CellPlace {
    let formula: FormulaSource | undefined
    let isFilled = false
    for (
      let inner = tagBefore(tag.end);
      inner !== undefined && inner.start < last.start;
      inner = tagBefore(inner.end)
    ) {
      isFilled ||= inner.name === 'v' || inner.name === 't' || inner.name === 'f'
      if (inner.name === 'f' && inner.kind !== 'close') formula = formulaSource(inner)
    }
    return { row, column, style, start: tag.start, end: last.end, isFilled, formula }
  }

  function formulaSource(tag: Tag): FormulaSource {
    const attributes = readAttributes(xml, tag, part)
    const close = tag.kind === 'empty' ? tag : closeOf(tag)
    const type = attributes.get('t')
    const isGroup = type === 'array' || type === 'dataTable'
    return {
      start: tag.start,
      end: close.end,
      text: tag.kind === 'empty' ? '' : xml.slice(tag.end, close.start),
      shared: type === 'shared' ? attributes.get('si') : undefined,
      area: isGroup ? parseArea(attributes.get('ref') ?? '') : undefined,
    }
  }

  function closeOf(open: Tag): Tag {
    let depth = 1
    for (let tag = tagBefore(open.end); tag !== undefined; tag = tagBefore(tag.end)) {
      if (tag.kind === 'open') depth++
      if (tag.kind === 'close' && --depth === 0) return tag
    }
    throw outOfPlace(open)
  }

  function outOfPlace(tag: Tag | undefined): Error {
    const found = tag === undefined ? '' : xml.slice(tag.start, tag.start + 20)
    return badXml(part, `rijen en cellen kloppen niet (${found})`, `rows and cells are wrong (${found})`)
  }
}
