import type { Cell } from '#shared/cells/index.ts'
import { cellAddress, cellKey } from '#shared/workbook/grid.ts'
import type { CellMaker } from './cell-maker.ts'
import { numberBetween, serialOfIsoDate } from './read-number.ts'
import { itemText } from './read-strings.ts'
import { XmlCursor } from './xml-cursor.ts'
import { columnsMax, parseArea, rowsMax } from './references.ts'
import { type FormulaPieces, formulaPieces, shiftFormula } from './shared-formula.ts'
import { badXml, XlsxError } from './xlsx-error.ts'
import { decodeEscapes, decodeXml } from './xml-text.ts'

/** What all sheets of a workbook share. */
export interface CellSources {
  readonly strings: readonly string[]
  /** By style number plus one, so that the first is for cells without a style. */
  readonly makers: readonly CellMaker[]
  /** For cells that name a style that is not there. */
  readonly plainMaker: CellMaker
  readonly is1904: boolean
}

/** Places up to the last filled cell of each row: bounds the memory that few cells far to the right can ask for. */
const placesMax = 25_000_000

const space = 32
const quote = 34
const slash = 47
const equals = 61
const greater = 62
const letterC = 99
const letterF = 102
const letterI = 105
const letterR = 114
const letterS = 115
const letterT = 116
const letterV = 118

/**
 * Reads the cells between `<sheetData>` and its end in one pass over the text. Nearly all the time of reading a workbook
 * is spent here, so it looks at character codes and cuts out no text that is not kept. The XML must be plain
 * (`plainXml`). Rows and cells must come in order, as the format demands: of two cells in one place neither is right.
 */
export class CellReader extends XmlCursor {
  readonly rows: (Cell | undefined)[][] = []
  readonly formulas = new Map<number, string>()
  readonly hiddenRows = new Set<number>()
  readonly #sharedFormulas = new Map<string, { pieces: FormulaPieces; row: number; column: number }>()
  readonly #sources: CellSources
  #row = -1
  /** The rest of a cell's reference after its letters: the number of the row and the closing quote. */
  #rowMark = ''
  #column = -1
  #places = 0
  // Of the cell whose tag was read last: its style number plus one, and its type.
  #style = 0
  #type = ''

  constructor(xml: string, part: string, sources: CellSources) {
    super(xml, part)
    this.#sources = sources
  }

  protected override get place(): string {
    return `rij/row ${this.#row + 1}`
  }

  read(from: number, to: number): void {
    this.at = from
    for (;;) {
      const open = this.xml.indexOf('<', this.at)
      if (open >= to) return
      if (open < 0 || !this.xml.startsWith('<row', open)) throw this.unexpected(open)
      this.at = open + 4
      const isEmpty = this.#readRowTag()
      if (!isEmpty) this.#readRow()
    }
  }

  #readRow(): void {
    const cells: (Cell | undefined)[] = []
    const xml = this.xml
    this.#column = -1
    for (;;) {
      const open = xml.indexOf('<', this.at)
      const code = xml.charCodeAt(open + 1)
      if (code === letterC && open >= 0) {
        this.at = open + 2
        const cell = this.#readCell()
        if (cell !== undefined) cells[this.#column] = cell
      } else if (xml.startsWith('</row', open) && open >= 0) {
        this.at = this.tagEnd(open)
        break
      } else {
        this.skipElement(open)
      }
    }
    if (cells.length === 0) return
    this.#places += cells.length
    if (this.#places > placesMax) throw tooLarge(this.part)
    this.rows[this.#row] = cells
  }

  /** Reads the cell whose tag name has just been passed; undefined when it is empty. Leaves its column behind. */
  #readCell(): Cell | undefined {
    const isEmpty = this.#readCellTag()
    if (isEmpty) return undefined
    const xml = this.xml
    let cell: Cell | undefined
    if (xml.startsWith('<v>', this.at)) {
      const start = this.at + 3
      const end = xml.indexOf('<', start)
      cell = this.#cellOf(start, end)
      this.at = end
      if (xml.startsWith('</v></c>', end)) {
        this.at = end + 8
        return cell
      }
      if (!xml.startsWith('</v', end)) throw this.unexpected(end)
      this.at = this.tagEnd(end)
    }
    for (;;) {
      const open = xml.indexOf('<', this.at)
      const code = xml.charCodeAt(open + 1)
      const after = xml.charCodeAt(open + 2)
      const isShort = after === greater || after === slash || after <= 32
      if (open < 0) throw this.unexpected(open)
      if (code === slash) {
        if (after !== letterC) throw this.unexpected(open)
        this.at = this.tagEnd(open)
        return cell
      }
      if (code === letterV && isShort) cell = this.#readValue(open)
      else if (code === letterF && isShort) this.#readFormula(open)
      else if (code === letterI && after === letterS) cell = this.#readInline(open)
      else this.skipElement(open)
    }
  }

  /**
   * `r`, `s` and `t` of a cell; true when the tag closes itself. As all programs write them (`r="AB12" s="3" t="s"`) they
   * are read character by character; any other form goes by `#readAttribute`.
   */
  #readCellTag(): boolean {
    const xml = this.xml
    const before = this.#column
    let at = this.at
    this.#column++
    this.#style = 0
    this.#type = ''
    for (;;) {
      const code = xml.charCodeAt(at)
      if (code === space) {
        at++
      } else if (code === greater) {
        break
      } else if (code === letterS && xml.charCodeAt(at + 1) === equals && xml.charCodeAt(at + 2) === quote) {
        let style = 0
        let digit = xml.charCodeAt((at += 3))
        for (; digit >= 48 && digit <= 57; digit = xml.charCodeAt(++at)) style = style * 10 + digit - 48
        if (digit !== quote) throw this.unexpected(at)
        this.#style = style + 1
        at++
      } else if (code === letterR && xml.charCodeAt(at + 1) === equals && xml.charCodeAt(at + 2) === quote) {
        let column = 0
        let letter = xml.charCodeAt((at += 3))
        for (; letter >= 65 && letter <= 90; letter = xml.charCodeAt(++at)) column = column * 26 + letter - 64
        if (column === 0 || !xml.startsWith(this.#rowMark, at)) throw this.#misplaced(at)
        this.#column = column - 1
        at += this.#rowMark.length
      } else if (code === letterT && xml.startsWith('t="s"', at)) {
        this.#type = 's'
        at += 5
      } else if (code === slash) {
        break
      } else {
        at = this.#readAttribute(at)
      }
    }
    if (this.#column <= before || this.#column >= columnsMax) throw this.#outOfOrder()
    this.at = xml.charCodeAt(at) === greater ? at + 1 : this.tagEnd(at)
    return this.isSelfClosed()
  }

  /** Reads one attribute of a cell in whatever form, and gives the place after it. */
  #readAttribute(at: number): number {
    if (this.xml.charCodeAt(at) <= space) return at + 1
    const { name, start, end } = this.attributeAt(at)
    const value = this.xml.slice(start, end)
    if (name === 'r') {
      const area = parseArea(value)
      if (area === undefined || area.top !== this.#row) throw this.#misplaced(start)
      this.#column = area.left
    } else if (name === 's') {
      this.#style = numberBetween(value, 0, value.length) + 1
    } else if (name === 't') {
      this.#type = value
    }
    return end + 1
  }

  #readRowTag(): boolean {
    const xml = this.xml
    let row = this.#row + 1
    let isHidden = false
    for (;;) {
      while (xml.charCodeAt(this.at) <= 32) this.at++
      const code = xml.charCodeAt(this.at)
      if (code === greater || code === slash) break
      const { name, start, end } = this.attributeAt(this.at)
      this.at = end + 1
      if (name === 'r') row = numberBetween(xml, start, end) - 1
      else if (name === 'hidden') isHidden ||= xml.charCodeAt(start) === 49 || xml.startsWith('true', start)
      else if (name === 'ht') isHidden ||= numberBetween(xml, start, end) === 0
    }
    if (!Number.isInteger(row) || row <= this.#row || row >= rowsMax) throw this.#outOfOrder()
    this.#row = row
    this.#rowMark = `${row + 1}"`
    if (isHidden) this.hiddenRows.add(row)
    this.at = this.tagEnd(this.at)
    return this.isSelfClosed()
  }

  #readValue(open: number): Cell | undefined {
    const start = this.tagEnd(open)
    this.at = start
    if (this.isSelfClosed()) return this.#cellOf(start, start)
    const end = this.closing('</v', start)
    return this.#cellOf(start, end)
  }

  /** The cell of a value that lies between two places, by the type that its tag gave. */
  #cellOf(start: number, end: number): Cell | undefined {
    const maker = this.#sources.makers[this.#style] ?? this.#sources.plainMaker
    const type = this.#type
    if (type === '' || type === 'n') {
      if (start === end) return undefined
      const value = numberBetween(this.xml, start, end)
      if (Number.isNaN(value)) throw this.#badValue(start, end)
      return maker.number(value)
    }
    if (type === 's') {
      if (start === end) return undefined
      const index = numberBetween(this.xml, start, end)
      const text = this.#sources.strings[index]
      if (text === undefined) throw this.#badValue(start, end)
      return maker.sharedText(index, text)
    }
    const text = decodeXml(this.xml.slice(start, end), this.part)
    if (type === 'b' && /^\s*(1|0|true|false)\s*$/.test(text)) return { kind: 'boolean', value: /1|true/.test(text) }
    if (type === 'e') return { kind: 'error', value: text.trim() }
    if (type === 'str' || type === 'inlineStr') return maker.text(decodeEscapes(text))
    const serial = type === 'd' ? serialOfIsoDate(text.trim(), this.#sources.is1904) : Number.NaN
    if (Number.isNaN(serial)) throw this.#badValue(start, end)
    return maker.date(serial)
  }

  #readInline(open: number): Cell | undefined {
    const start = this.tagEnd(open)
    this.at = start
    if (this.isSelfClosed()) return undefined
    const end = this.closing('</is', start)
    const maker = this.#sources.makers[this.#style] ?? this.#sources.plainMaker
    return maker.text(itemText(this.xml, start, end, this.part))
  }

  #readFormula(open: number): void {
    const start = this.tagEnd(open)
    this.at = start
    const isEmpty = this.isSelfClosed()
    const end = isEmpty ? start : this.closing('</f', start)
    const text = decodeXml(this.xml.slice(start, end), this.part)
    const tag = this.xml.slice(open, start)
    const shared = /\st\s*=\s*["']shared["']/.test(tag) ? /\ssi\s*=\s*["']([0-9]+)["']/.exec(tag)?.[1] : undefined
    this.formulas.set(cellKey(this.#row, this.#column), shared === undefined ? text : this.#shared(shared, text))
  }

  /** The text of a shared formula as this cell has it; its first cell brings the text. */
  #shared(index: string, text: string): string {
    if (text !== '') {
      this.#sharedFormulas.set(index, { pieces: formulaPieces(text), row: this.#row, column: this.#column })
      return text
    }
    const first = this.#sharedFormulas.get(index)
    return first === undefined ? '' : shiftFormula(first.pieces, this.#row - first.row, this.#column - first.column)
  }

  #outOfOrder(): XlsxError {
    const row = this.#row + 1
    return badXml(
      this.part,
      `rijen of cellen bij rij ${row} staan niet op volgorde`,
      `rows or cells near row ${row} are out of order`,
    )
  }

  #misplaced(at: number): XlsxError {
    const reference = this.xml.slice(at, at + 8)
    const row = this.#row + 1
    return badXml(this.part, `een cel (${reference}) staat in rij ${row}`, `a cell (${reference}) stands in row ${row}`)
  }

  #badValue(start: number, end: number): XlsxError {
    const value = this.xml.slice(start, Math.min(end, start + 40))
    const address = cellAddress(this.#row, this.#column)
    return badXml(this.part, `cel ${address} heeft de waarde "${value}"`, `cell ${address} holds "${value}"`)
  }
}

function tooLarge(part: string): XlsxError {
  return new XlsxError(
    'too-large',
    `Blad ${part} is te breed en te lang om te lezen. Verwijder lege kolommen en rijen buiten de tabellen.`,
    `Sheet ${part} is too wide and too long to read. Remove empty columns and rows outside the tables.`,
  )
}
