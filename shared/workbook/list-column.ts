/** How one column of a list on the sheet Codes keeps the values of the model, and gives them back exactly. */
import { type Cell, isoDateSchema, readAmount, readDate, readHours, serialOfDate } from '#shared/cells/index.ts'
import type { CellValue, StyleName } from './design.ts'

/** What a list of the reference holds in one field. Nested lists are tables of their own. */
export type ListValue = string | number | boolean | null | readonly string[] | readonly number[]
export type ListItem = Readonly<Record<string, ListValue>>

export interface ListColumn {
  /** Field of the item in the model. */
  readonly key: string
  readonly heading: string
  readonly kind: ListKind
}

export type ListKind = 'code' | 'text' | 'texts' | 'number' | 'year' | 'years' | 'cents' | 'hours' | 'date' | 'flag'

export const listStyles: Readonly<Record<ListKind, { style: StyleName; widthChars: number }>> = {
  code: { style: 'code', widthChars: 16 },
  text: { style: 'text', widthChars: 32 },
  texts: { style: 'text', widthChars: 32 },
  number: { style: 'locked', widthChars: 12 },
  year: { style: 'year', widthChars: 9 },
  years: { style: 'text', widthChars: 18 },
  cents: { style: 'cents', widthChars: 16 },
  hours: { style: 'hours', widthChars: 12 },
  date: { style: 'date', widthChars: 12 },
  flag: { style: 'text', widthChars: 9 },
}

export function writeListCell(kind: ListKind, value: ListValue): CellValue {
  if (value === null) return null
  switch (kind) {
    case 'code':
    case 'text':
      return String(value)
    case 'texts':
    case 'years':
      return typeof value === 'object' ? joinTexts(value.map(String)) : String(value)
    case 'number':
    case 'year':
      return Number(value)
    case 'cents':
    case 'hours':
      return Number(value) / 100
    case 'date':
      return serialOfDate(isoDateSchema.parse(value))
    case 'flag':
      return value === true ? 'ja' : 'nee'
  }
}

/** Undefined when the cell does not hold such a value: then the snapshot is damaged and its schema refuses it. */
export function readListCell(kind: ListKind, cell: Cell): ListValue | undefined {
  switch (kind) {
    case 'code':
    case 'text':
      return textIn(cell)
    case 'texts':
      return splitTexts(textIn(cell) ?? '')
    case 'years':
      return splitTexts(textIn(cell) ?? '').map(Number)
    case 'number':
    case 'year':
      return cell.kind === 'empty' ? null : cell.kind === 'number' ? cell.value : undefined
    case 'cents':
      return valueOrNull(readAmount(cell))
    case 'hours':
      return valueOrNull(readHours(cell))
    case 'date':
      return valueOrNull(readDate(cell))
    case 'flag': {
      const word = textIn(cell)
      return word === null ? null : { ja: true, nee: false }[word]
    }
  }
}

/** The text as it stands: the lists were checked when they were written, so nothing is trimmed or composed anew. */
function textIn(cell: Cell): string | null {
  return cell.kind === 'text' && cell.value !== '' ? cell.value : null
}

function valueOrNull<T extends string | number>(reading: { status: string; value?: T }): T | null | undefined {
  return reading.status === 'empty' ? null : reading.value
}

/** `a; b`: a semicolon or a backslash inside a text gets a backslash before it. */
function joinTexts(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.map((text) => text.replace(/[;\\]/g, String.raw`\$&`)).join('; ')
}

function splitTexts(joined: string): readonly string[] {
  const parts = joined === '' ? [] : (joined.match(/(?:^|; )((?:[^;\\]|\\[^])*)/g) ?? [])
  return parts.map((part, index) => (index === 0 ? part : part.slice(2)).replace(/\\([^])/g, '$1'))
}
