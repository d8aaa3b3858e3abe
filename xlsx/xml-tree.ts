import { decodeXml } from './xml-text.ts'
import { badXml } from './xlsx-error.ts'

/** One tag of the source. Names are without their prefix, which is a matter of taste of the program that wrote it. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty'
  readonly name: string
  readonly prefix: string
  readonly start: number
  readonly end: number
}

/** An element with its places in the source, so that a change can leave all other characters alone. */
export interface XmlElement {
  readonly name: string
  readonly prefix: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly start: number
  readonly openEnd: number
  readonly closeStart: number
  readonly end: number
}

export interface XmlDocument {
  readonly xml: string
  readonly part: string
  readonly root: XmlElement
}

const depthMax = 200
const elementsMax = 1_000_000

type GrowingElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] }

/**
 * The elements of a small part. The content of `sheetData`, nearly all of a sheet, is left to scanners of its own.
 * A DOCTYPE is refused, so that nothing outside the file is ever read.
 */
export function parseXml(xml: string, part: string): XmlDocument {
  const open: GrowingElement[] = []
  let root: XmlElement | undefined
  let count = 0
  for (let tag = nextTag(xml, 0, part); tag !== undefined; ) {
    if (tag.kind === 'close') {
      closeElement(open.pop(), tag, part)
    } else {
      const parent = open.at(-1)
      if ((parent === undefined && root !== undefined) || ++count > elementsMax) {
        throw badXml(part, 'te veel elementen', 'too many elements')
      }
      const element = elementOf(xml, tag, part)
      parent?.children.push(element)
      root ??= element
      if (tag.kind === 'open' && open.push(element) > depthMax)
        throw badXml(part, 'te diep genest', 'nested too deeply')
    }
    const isSheetData = tag.kind === 'open' && tag.name === 'sheetData'
    tag = nextTag(xml, isSheetData ? closingTagStart(xml, tag, part) : tag.end, part)
  }
  if (root === undefined) throw badXml(part, 'geen XML', 'no XML')
  if (open.length > 0) throw badXml(part, 'het breekt af', 'it breaks off')
  return { xml, part, root }
}

function elementOf(xml: string, tag: Tag, part: string): GrowingElement {
  const { name, prefix, start, end } = tag
  return {
    name,
    prefix,
    attributes: readAttributes(xml, tag, part),
    children: [],
    start,
    openEnd: end,
    closeStart: end,
    end,
  }
}

function closeElement(element: GrowingElement | undefined, tag: Tag, part: string): void {
  if (element === undefined || element.name !== tag.name || element.prefix !== tag.prefix) {
    throw badXml(part, `onverwacht </${tag.name}>`, `unexpected </${tag.name}>`)
  }
  element.closeStart = tag.start
  element.end = tag.end
}

function closingTagStart(xml: string, tag: Tag, part: string): number {
  // From the end, since little follows the cells and a search from the front would stop at every tag of them.
  const start = xml.lastIndexOf(`</${tag.prefix}${tag.name}`)
  if (start < tag.end) throw badXml(part, 'het breekt af', 'it breaks off')
  return start
}

/** The next tag from a place on, past comments, CDATA and instructions; undefined at the end. */
export function nextTag(xml: string, from: number, part: string): Tag | undefined {
  let start = xml.indexOf('<', from)
  for (; start >= 0; start = xml.indexOf('<', start)) {
    if (xml.startsWith('<!--', start)) start = endOf(xml, '-->', start + 4, part)
    else if (xml.startsWith('<![CDATA[', start)) start = endOf(xml, ']]>', start + 9, part)
    else if (xml.startsWith('<?', start)) start = endOf(xml, '?>', start + 2, part)
    else if (xml.startsWith('<!', start))
      throw badXml(part, 'een DOCTYPE is niet toegestaan', 'a DOCTYPE is not allowed')
    else return tagAt(xml, start, part)
  }
  return undefined
}

function endOf(xml: string, mark: string, from: number, part: string): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw badXml(part, 'het breekt af', 'it breaks off')
  return at + mark.length
}

const namePattern = /<(\/?)([^\s:/<>="']+:)?([^\s:/<>="']+)/y

function tagAt(xml: string, start: number, part: string): Tag {
  namePattern.lastIndex = start
  const match = namePattern.exec(xml)
  if (match === null) throw badXml(part, 'een losse <', 'a stray <')
  let at = namePattern.lastIndex
  for (let char = xml[at]; char !== '>'; char = xml[++at]) {
    if (char === '"' || char === "'") at = endOf(xml, char, at + 1, part) - 1
    if (at >= xml.length) throw badXml(part, 'het breekt af', 'it breaks off')
  }
  const kind = match[1] === '/' ? 'close' : xml[at - 1] === '/' ? 'empty' : 'open'
  return { kind, prefix: match[2] ?? '', name: match[3] ?? '', start, end: at + 1 }
}

const attributePattern = /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** The attributes of a tag by their name as written (with prefix). */
export function readAttributes(xml: string, tag: Tag, part: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, double, single] of xml.slice(tag.start, tag.end).matchAll(attributePattern)) {
    const value = (double ?? single ?? '').replace(/[\t\r\n]/g, ' ')
    if (name !== undefined) attributes.set(name, decodeXml(value, part))
  }
  return attributes
}

/** The attribute with a prefix that leads to another part, such as `r:id`, whatever prefix was chosen. */
export function relationId(element: XmlElement): string | undefined {
  for (const [name, value] of element.attributes) if (name.endsWith(':id')) return value
  return undefined
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

/** The elements of a list such as `<sheets><sheet/></sheets>`; empty when the list is not there. */
export function listed(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  return childNamed(element, list)?.children.filter((child) => child.name === name) ?? []
}

/** The text inside an element that holds no others. */
export function elementText(document: XmlDocument, element: XmlElement): string {
  return decodeXml(withoutAsides(document.xml.slice(element.openEnd, element.closeStart), document.part), document.part)
}

function hasAsides(xml: string): boolean {
  return hasTagOf('!', xml, 0) || hasTagOf('?', xml, xml.startsWith('<?xml ') ? 6 : 0)
}

/** Looks for the rare character and then before it: a search for `<!` would stop at every tag of a large sheet. */
function hasTagOf(mark: string, xml: string, from: number): boolean {
  for (let at = xml.indexOf(mark, from); at >= 0; at = xml.indexOf(mark, at + 1)) if (xml[at - 1] === '<') return true
  return false
}

/** The same XML without comments, instructions and CDATA, whose text stays behind as ordinary text. */
export function withoutAsides(xml: string, part: string): string {
  if (!hasAsides(xml)) return xml
  return xml.replace(/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<!/g, (whole, cdata?: string) => {
    if (whole === '<!') throw badXml(part, 'een DOCTYPE is niet toegestaan', 'a DOCTYPE is not allowed')
    return cdata === undefined ? '' : cdata.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  })
}
