/** The styles that designs name, as formats of a book's cells, and back: which style a cell's format stands for. */
import { type ConditionalFormatDesign, numberFormats, type StyleName } from '#shared/workbook/design.ts'
import type { BookConditionalFormat, CellFormat } from '../book/book.ts'

/** The same colours as in the files that `xlsx/` writes. */
const navy = '#1F3864'
const lightGrey = '#F2F2F2'
const darkGrey = '#595959'

/** What a style adds to a plain cell, apart from its number format. */
export const styleFormats: Readonly<Record<StyleName, Partial<CellFormat>>> = {
  title: { isBold: true, color: navy },
  label: { isBold: true },
  heading: { isBold: true, fill: navy, color: '#FFFFFF', wraps: true },
  text: {},
  code: {},
  euro: {},
  cents: {},
  hours: {},
  year: { align: 'left' },
  date: {},
  locked: { fill: lightGrey },
  note: { isItalic: true, color: darkGrey },
}

type Look = Pick<BookConditionalFormat, 'fill' | 'color'>

export const conditionalLooks: Readonly<Record<ConditionalFormatDesign['look'], Look>> = {
  error: { fill: '#FFC7CE', color: '#9C0006' },
  warning: { fill: '#FFEB9C', color: '#7F6000' },
  info: { fill: '#DDEBF7', color: navy },
}

/** The style that a cell looks like most; undefined for a plain cell, and for a number format that no style has. */
export function styleOfFormat(format: CellFormat, numberFormat: string): StyleName | undefined {
  if (isColor(format.fill, navy)) return 'heading'
  if (isColor(format.fill, lightGrey)) return 'locked'
  if (format.isBold) return isColor(format.color, navy) ? 'title' : 'label'
  if (format.isItalic) return 'note'
  return stylesOfNumbers.get(numberFormat)
}

/** The look that a conditional format comes nearest to. */
export function lookOf({ fill, color }: Look): ConditionalFormatDesign['look'] {
  const looks = Object.keys(conditionalLooks) as readonly ConditionalFormatDesign['look'][]
  return (
    looks.find((look) => isColor(fill, conditionalLooks[look].fill) || isColor(color, conditionalLooks[look].color)) ??
    'info'
  )
}

/** A style for its number format alone. `code` writes as `text` does. */
const stylesOfNumbers: ReadonlyMap<string, StyleName> = new Map(
  (['text', 'euro', 'cents', 'hours', 'year', 'date'] as const).map((style) => [numberFormats[style], style]),
)

function isColor(one: string | null, other: string | null): boolean {
  return one !== null && one.toUpperCase() === other?.toUpperCase()
}
