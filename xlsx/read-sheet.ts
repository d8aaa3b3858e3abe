import type { Area, SheetGrid } from '#shared/workbook/grid.ts'
import { type Package, partText } from './package-parts.ts'
import { CellReader, type CellSources } from './read-cells.ts'
import { plainXml } from './read-strings.ts'
import { tableParts } from './read-table.ts'
import { columnsMax, parseArea } from './references.ts'
import type { SheetPart } from './workbook-parts.ts'
import { badXml } from './xlsx-error.ts'
import { childNamed, isTrue, listed, parseXml, type XmlDocument } from './xml-tree.ts'

export function readSheet(parts: Package, sheet: SheetPart, sources: CellSources): SheetGrid {
  const document = parseXml(plainXml(partText(parts, sheet.path), sheet.path), sheet.path)
  const data = childNamed(document.root, 'sheetData')
  const reader = new CellReader(document.xml, sheet.path, sources)
  if (data !== undefined && data.closeStart > data.openEnd) reader.read(data.openEnd, data.closeStart)
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows: reader.rows,
    formulas: reader.formulas,
    merges: readMerges(document),
    hiddenRows: reader.hiddenRows,
    hiddenColumns: readHiddenColumns(document),
    tables: tableParts(parts, sheet.path).map(({ place }) => place),
  }
}

function readMerges(document: XmlDocument): readonly Area[] {
  return listed(document.root, 'mergeCells', 'mergeCell').map((merge) => {
    const reference = merge.attributes.get('ref') ?? ''
    const area = parseArea(reference)
    if (area === undefined) {
      throw badXml(document.part, `samenvoeging "${reference}" is geen bereik`, `merge "${reference}" is no range`)
    }
    return area
  })
}

function readHiddenColumns(document: XmlDocument): ReadonlySet<number> {
  const hidden = new Set<number>()
  let last = 0
  for (const { attributes } of listed(document.root, 'cols', 'col')) {
    const min = Number(attributes.get('min'))
    const max = Number(attributes.get('max'))
    const isInOrder = Number.isInteger(min) && Number.isInteger(max) && min > last && min <= max && max <= columnsMax
    if (!isInOrder) throw badXml(document.part, 'kolommen staan niet op volgorde', 'columns are out of order')
    last = max
    if (!isTrue(attributes.get('hidden')) && Number(attributes.get('width') ?? 1) !== 0) continue
    for (let column = min - 1; column < max; column++) hidden.add(column)
  }
  return hidden
}
