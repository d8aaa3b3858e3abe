import type { CellFormat } from './book.ts'

/** How a cell looks: its format and the way its number is written. Equal styles are one object, so that many cells share it. */
export interface Style extends CellFormat {
  readonly numberFormat: string
}

/** What a cell has that nobody touched. Cells of a protected sheet are locked unless somebody unlocked them. */
export const plainStyle: Style = {
  fill: null,
  color: null,
  isBold: false,
  isItalic: false,
  align: null,
  wraps: false,
  isLocked: true,
  numberFormat: 'General',
}

/** Gives the one object for each style that occurs in a workbook. */
export function createStyles(): (style: Style, change: Partial<Style>) => Style {
  const known = new Map<string, Style>([[keyOf(plainStyle), plainStyle]])
  return (style, change) => {
    const changed = { ...style, ...change }
    const key = keyOf(changed)
    const shared = known.get(key)
    if (shared !== undefined) return shared
    known.set(key, changed)
    return changed
  }
}

function keyOf({ numberFormat, fill, color, isBold, isItalic, align, wraps, isLocked }: Style): string {
  return JSON.stringify([numberFormat, fill, color, isBold, isItalic, align, wraps, isLocked])
}
