import { type Package, type Relation, partDocument, relationsOf } from './package-parts.ts'
import { missingPart, XlsxError } from './xlsx-error.ts'
import { listed, relationId, type XmlDocument } from './xml-tree.ts'

export interface SheetPart {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  readonly path: string
}

export interface WorkbookParts {
  readonly path: string
  readonly document: XmlDocument
  readonly relations: readonly Relation[]
  /** Worksheets only: sheets that are a chart or a dialog hold no cells. */
  readonly sheets: readonly SheetPart[]
}

/** Finds the workbook and its worksheets by following the relations from the top of the package. */
export function workbookParts(parts: Package): WorkbookParts {
  const main = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument')
  if (main === undefined) throw missingPart('xl/workbook.xml')
  if (main.path.endsWith('.bin')) throw notAWorkbook()
  const document = partDocument(parts, main.path)
  if (document.root.name !== 'workbook') throw notAWorkbook()
  const relations = relationsOf(parts, main.path)
  const sheets: SheetPart[] = []
  for (const element of listed(document.root, 'sheets', 'sheet')) {
    const name = element.attributes.get('name') ?? ''
    const relation = relations.find(({ id }) => id === relationId(element))
    if (relation === undefined) throw missingPart(`(blad ${name})`)
    if (relation.type !== 'worksheet') continue
    const state = element.attributes.get('state')
    const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible'
    sheets.push({ name, visibility, path: relation.path })
  }
  return { path: main.path, document, relations, sheets }
}

function notAWorkbook(): XlsxError {
  return new XlsxError(
    'missing-part',
    'Dit bestand is geen Excel-werkmap in de vorm .xlsx of .xlsm (misschien een document of .xlsb). ' +
      'Sla het in Excel op als .xlsx.',
    'This file is not an Excel workbook of the form .xlsx or .xlsm (perhaps a document or .xlsb). ' +
      'Save it in Excel as .xlsx.',
  )
}
