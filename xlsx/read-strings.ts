import { badXml } from './xlsx-error.ts'
import { decodeEscapes, decodeXml } from './xml-text.ts'
import { nextTag, withoutAsides } from './xml-tree.ts'

/** The XML as scanners want it: no comments, no CDATA, and no prefix on the elements of the main namespace. */
export function plainXml(xml: string, part: string): string {
  const plain = withoutAsides(xml, part)
  const prefix = nextTag(plain, 0, part)?.prefix ?? ''
  if (prefix === '') return plain
  return plain.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
}

/** The texts of the workbook that cells name by number. */
export function readStrings(source: string, part: string): readonly string[] {
  const xml = plainXml(source, part)
  const strings: string[] = []
  let at = 0
  for (;;) {
    const open = xml.indexOf('<si', at)
    if (open < 0) break
    const openEnd = xml.indexOf('>', open)
    if (openEnd < 0) throw badXml(part, 'het breekt af', 'it breaks off')
    at = openEnd + 1
    if (xml.charCodeAt(openEnd - 1) === slash) {
      strings.push('')
      continue
    }
    const close = xml.indexOf('</si', at)
    if (close < 0) throw badXml(part, 'het breekt af', 'it breaks off')
    strings.push(itemText(xml, at, close, part))
    at = close + 4
  }
  if (!xml.includes('</sst', at) && strings.length > 0) throw badXml(part, 'het breekt af', 'it breaks off')
  return strings
}

const slash = 47

/** The text of one item: its runs of rich text joined, the phonetic guide (`rPh`) left out. */
export function itemText(xml: string, from: number, to: number, part: string): string {
  let text = ''
  let at = from
  for (;;) {
    const open = xml.indexOf('<', at)
    if (open < 0 || open >= to) break
    const openEnd = xml.indexOf('>', open)
    if (openEnd < 0 || openEnd >= to) throw badXml(part, 'het breekt af', 'it breaks off')
    at = openEnd + 1
    const isEmpty = xml.charCodeAt(openEnd - 1) === slash
    if (!isEmpty && xml.startsWith('<rPh', open)) {
      at = closingTag(xml, '</rPh', at, to, part)
    } else if (!isEmpty && isTextTag(xml, open)) {
      const close = closingTag(xml, '</t', at, to, part)
      text += xml.slice(at, close)
      at = close
    }
  }
  return decodeEscapes(decodeXml(text, part))
}

/** `<t>` or `<t xml:space=…>`, no other element that begins with a t. */
function isTextTag(xml: string, open: number): boolean {
  const after = xml.charCodeAt(open + 2)
  return xml.charCodeAt(open + 1) === 116 && (after === 62 || after <= 32)
}

function closingTag(xml: string, tag: string, from: number, to: number, part: string): number {
  const close = xml.indexOf(tag, from)
  if (close < 0 || close >= to) throw badXml(part, 'het breekt af', 'it breaks off')
  return close
}
