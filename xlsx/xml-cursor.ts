import { badXml, type XlsxError } from './xlsx-error.ts'

const space = 32
const slash = 47

/** A place in a text of XML that moves on tag by tag, for scanners that know which tags to expect. */
export class XmlCursor {
  protected readonly xml: string
  protected readonly part: string
  protected at = 0

  constructor(xml: string, part: string) {
    this.xml = xml
    this.part = part
  }

  /** What is being read, for errors. */
  protected get place(): string {
    return ''
  }

  /** Any attribute, in either kind of quotes and with white space around its sign. */
  protected attributeAt(at: number): { name: string; start: number; end: number } {
    const { xml } = this
    const sign = xml.indexOf('=', at)
    let start = sign + 1
    while (xml.charCodeAt(start) <= space) start++
    const mark = xml[start]
    const end = mark === '"' || mark === "'" ? xml.indexOf(mark, start + 1) : -1
    if (sign < 0 || end < 0) throw this.unexpected(at)
    return { name: xml.slice(at, sign).trim(), start: start + 1, end }
  }

  /** The place after the tag that ends first. */
  protected tagEnd(from: number): number {
    const end = this.xml.indexOf('>', from)
    if (end < 0) throw this.unexpected(from)
    return end + 1
  }

  /** Whether the tag that has just been passed closes itself. */
  protected isSelfClosed(): boolean {
    return this.xml.charCodeAt(this.at - 2) === slash
  }

  /** Goes past the closing tag and gives the place where it starts. */
  protected closing(tag: string, from: number): number {
    const close = this.xml.indexOf(tag, from)
    if (close < 0) throw this.unexpected(from)
    this.at = this.tagEnd(close)
    return close
  }

  /** Goes past an element of an extension, whatever it holds. */
  protected skipElement(open: number): void {
    const name = /^<([a-zA-Z0-9:]+)/.exec(this.xml.slice(open, open + 40))?.[1]
    if (open < 0 || name === undefined) throw this.unexpected(open)
    this.at = this.tagEnd(open)
    if (!this.isSelfClosed()) this.closing(`</${name}`, this.at)
  }

  protected unexpected(at: number): XlsxError {
    const found = at < 0 ? '' : this.xml.slice(at, at + 20)
    return badXml(
      this.part,
      `bij ${this.place} klopt iets niet (${found})`,
      `near ${this.place} something is wrong (${found})`,
    )
  }
}
