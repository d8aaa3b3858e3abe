/** The styles that designs name, as formats of a book's cells, and back: which style a cell's format stands for. */
import { type ConditionalFormatDesign, numberFormats, type StyleName } from '#shared/workbook/design.ts'
import { conditionalLooks, styleLooks } from '#shared/workbook/looks.ts'
import type { BookConditionalFormat, CellFormat } from '../book/book.ts'

/** What a style adds to a plain cell, apart from its number format. The workbench has one size of letters. */
export function formatOfStyle(style: StyleName): Partial<CellFormat> {
  const { points: _points, vertical: _vertical, ...format } = styleLooks[style]
  return format
}

type Look = Pick<BookConditionalFormat, 'fill' | 'color'>

/** The style that a cell looks like most; undefined for a plain cell, and for a number format that no style has. */
export function styleOfFormat(format: CellFormat, numberFormat: string): StyleName | undefined {
  if (isColor(format.fill, styleLooks.heading.fill)) return 'heading'
  if (isColor(format.fill, styleLooks.locked.fill)) return 'locked'
  if (format.isBold) return isColor(format.color, styleLooks.title.color) ? 'title' : 'label'
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

function isColor(one: string | null, other: string | undefined): boolean {
  return one !== null && one.toUpperCase() === other?.toUpperCase()
}
