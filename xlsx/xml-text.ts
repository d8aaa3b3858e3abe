import { badXml } from './xlsx-error.ts'

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text that a stretch of XML stands for: entities resolved, line ends as XML has them (LF). */
export function decodeXml(raw: string, part: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const char = whole.endsWith(';') ? entityText(name) : undefined
    if (char === undefined) {
      const shown = whole.slice(0, 14)
      throw badXml(part, `onbekende entiteit ${shown}`, `unknown entity ${shown}`)
    }
    return char
  })
}

function entityText(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(namedEntities, name) ? namedEntities[name] : undefined
  const isHex = name[1] === 'x'
  const digits = name.slice(isHex ? 2 : 1)
  if (!(isHex ? /^[0-9A-Fa-f]{1,6}$/ : /^[0-9]{1,7}$/).test(digits)) return undefined
  const code = Number.parseInt(digits, isHex ? 16 : 10)
  const isChar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isChar ? String.fromCodePoint(code) : undefined
}

/** Undoes `_xHHHH_`, the notation of the file format for what XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** What has no place in XML, what a reader of XML would change (CR), and what looks like an escape already. */
const unsafeText = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|_(?=x[0-9A-Fa-f]{4}_)/gu

/** Text for between tags, such that `decodeEscapes(decodeXml(...))` gives it back. */
export function encodeText(text: string): string {
  return escapeMarkup(encodeEscapes(text))
}

/** Text for between double quotes; line ends and tabs too are written as escapes, or a reader would make them spaces. */
export function encodeAttribute(text: string): string {
  return escapeMarkup(encodeEscapes(text).replace(/[\t\n]/g, escapeChar)).replaceAll('"', '&quot;')
}

/** For formulas and other text in which `_xHHHH_` is no escape. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function encodeEscapes(text: string): string {
  return text.replace(unsafeText, escapeChar)
}

function escapeChar(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
