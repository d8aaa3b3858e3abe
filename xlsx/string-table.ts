import { encodeText } from './xml-text.ts'
import { declaration, mainNamespace } from './xml-names.ts'

/** The texts of a workbook that is being written: each is kept once, cells name it by number. */
export class StringTable {
  readonly #indexes = new Map<string, number>()
  #uses = 0

  indexOf(text: string): number {
    this.#uses++
    const known = this.#indexes.get(text)
    if (known !== undefined) return known
    const index = this.#indexes.size
    this.#indexes.set(text, index)
    return index
  }

  toXml(): string {
    const items = [...this.#indexes.keys()].map((text) => `<si>${textXml(text)}</si>`)
    const counts = `count="${this.#uses}" uniqueCount="${items.length}"`
    return `${declaration}<sst xmlns="${mainNamespace}" ${counts}>${items.join('')}</sst>`
  }
}

/** `<t>`, told to keep its white space where a reader might trim it. */
export function textXml(text: string, prefix = ''): string {
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : ''
  return `<${prefix}t${space}>${encodeText(text)}</${prefix}t>`
}
