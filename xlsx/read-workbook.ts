import type { WorkbookGrid } from '#shared/workbook/grid.ts'
import { CellMaker, cellMakers } from './cell-maker.ts'
import { openPackage, type Package, partDocument, partText } from './package-parts.ts'
import type { CellSources } from './read-cells.ts'
import { readSheet } from './read-sheet.ts'
import { readStrings } from './read-strings.ts'
import { readNumberFormats } from './read-styles.ts'
import type { Unzip } from './unpack.ts'
import { type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { childNamed, elementText, isTrue, listed, type XmlDocument } from './xml-tree.ts'

/**
 * The worksheets of an .xlsx or .xlsm file: values as stored, formulas with their last results. Macros, charts and links
 * are left unread. Throws `XlsxError` when the file is another kind of file, damaged, encrypted or beyond the limits
 * (2,000 parts, 100 MB unpacked, 100 times its packed size). A host that unpacks quicker than fflate gives its `unzip`.
 */
export function readXlsx(bytes: Uint8Array, unzip?: Unzip): WorkbookGrid {
  const parts = openPackage(bytes, unzip)
  const workbook = workbookParts(parts)
  const sources = cellSources(parts, workbook)
  return {
    sheets: workbook.sheets.map((sheet) => readSheet(parts, sheet, sources)),
    names: workbookNames(workbook.document),
  }
}

function cellSources(parts: Package, workbook: WorkbookParts): CellSources {
  const is1904 = isTrue(childNamed(workbook.document.root, 'workbookPr')?.attributes.get('date1904'))
  const pathOf = (type: string) => workbook.relations.find((relation) => relation.type === type)?.path
  const strings = pathOf('sharedStrings')
  const styles = pathOf('styles')
  return {
    strings: strings === undefined ? [] : readStrings(partText(parts, strings), strings),
    makers: cellMakers(styles === undefined ? [] : readNumberFormats(partDocument(parts, styles)), is1904),
    plainMaker: new CellMaker(undefined, is1904),
    is1904,
  }
}

/** Names that hold for one sheet only are left out: another sheet may give the same name to something else. */
function workbookNames(document: XmlDocument): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const element of listed(document.root, 'definedNames', 'definedName')) {
    const name = element.attributes.get('name')
    if (name === undefined || element.attributes.has('localSheetId')) continue
    names.set(name, elementText(document, element))
  }
  return names
}
