import { type Area, areaAddress } from '#shared/workbook/grid.ts'
import { areasOverlap, parseArea } from './references.ts'
import type { Splice } from './splice.ts'
import { childNamed, elementText, listed, type XmlDocument, type XmlElement } from './xml-tree.ts'

/** A table's rows below its header, before and after it grew. */
export interface GrownBody {
  readonly before: Area
  readonly bottom: number
}

/** Replaces the value of one attribute in the tag of an element, leaving the rest of the tag alone. */
export function attributeSplice({ xml }: XmlDocument, element: XmlElement, name: string, value: string): Splice {
  const tag = xml.slice(element.start, element.openEnd)
  const text = tag.replace(new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), `$1"${value}"`)
  return { start: element.start, end: element.openEnd, text }
}

/** The sheet's own note of the area in use, made to hold the new cells. */
export function growDimension(document: XmlDocument, used: Area | undefined): readonly Splice[] {
  const element = childNamed(document.root, 'dimension')
  const before = parseArea(element?.attributes.get('ref') ?? '')
  if (element === undefined || before === undefined || used === undefined) return []
  const after = {
    top: Math.min(before.top, used.top),
    left: Math.min(before.left, used.left),
    bottom: Math.max(before.bottom, used.bottom),
    right: Math.max(before.right, used.right),
  }
  const isSame = areaAddress(after) === areaAddress(before)
  return isSame ? [] : [attributeSplice(document, element, 'ref', areaAddress(after))]
}

/** Validations and conditional formats that reached the end of a table's rows reach its new end. */
export function growRules(document: XmlDocument, bodies: readonly GrownBody[]): readonly Splice[] {
  const { root } = document
  const splices: Splice[] = []
  const owners = [
    ...listed(root, 'dataValidations', 'dataValidation'),
    ...root.children.filter((child) => child.name === 'conditionalFormatting'),
  ]
  for (const element of owners) {
    const before = element.attributes.get('sqref') ?? ''
    const after = growList(before, bodies)
    if (after !== before) splices.push(attributeSplice(document, element, 'sqref', after))
  }
  // The extensions of Excel 2010 keep their areas in an element of their own.
  for (const element of childNamed(root, 'extLst') === undefined ? [] : areaElements(root)) {
    const before = elementText(document, element)
    const after = growList(before, bodies)
    if (after !== before) splices.push({ start: element.openEnd, end: element.closeStart, text: after })
  }
  return splices
}

function areaElements(element: XmlElement): readonly XmlElement[] {
  return element.name === 'sqref' ? [element] : element.children.flatMap(areaElements)
}

function growList(areas: string, bodies: readonly GrownBody[]): string {
  return areas
    .split(/(\s+)/)
    .map((text) => growArea(text, bodies))
    .join('')
}

/** Only an area that covers all rows of the table, within its columns, is meant for the whole table. */
function growArea(text: string, bodies: readonly GrownBody[]): string {
  const area = parseArea(text)
  if (area === undefined) return text
  for (const { before, bottom } of bodies) {
    const isInside = area.left >= before.left && area.right <= before.right
    if (isInside && area.top <= before.top && area.bottom === before.bottom) return areaAddress({ ...area, bottom })
  }
  return text
}

/** A merge that would end up across the new rows of a table. */
export function mergeIn(document: XmlDocument, area: Area): Area | undefined {
  return listed(document.root, 'mergeCells', 'mergeCell')
    .map((merge) => parseArea(merge.attributes.get('ref') ?? ''))
    .find((merge) => merge !== undefined && areasOverlap(merge, area))
}
