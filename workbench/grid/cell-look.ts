/** What one cell shows: its text, which side it stands on, and its colours. */
import type { CellFormat, Scalar } from '../book/book.ts'

export interface CellFacts {
  readonly text: string
  readonly value: Scalar
  readonly format: CellFormat
  /** What conditional formats add. */
  readonly look: { readonly fill: string | null; readonly color: string | null }
  /** Where the cell stands in a table; null: in none, or in one without a style. */
  readonly part: TablePart | null
}

export type TablePart = 'heading' | 'odd' | 'even' | 'totals'

export interface CellLook {
  readonly text: string
  readonly align: 'left' | 'center' | 'right'
  readonly fill: string | null
  readonly color: string | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly wraps: boolean
  readonly part: TablePart | null
  /** Hover text: why the cell holds an error. */
  readonly reason: string | null
  readonly isBusy: boolean
}

export function cellLook({ text, value, format, look, part }: CellFacts): CellLook {
  const isError = value !== null && typeof value === 'object'
  const fill = look.fill ?? format.fill
  return {
    text,
    align: format.align ?? alignOf(value),
    fill,
    color: look.color ?? format.color ?? (fill === null ? null : inkOn(fill)),
    isBold: format.isBold || part === 'heading' || part === 'totals',
    isItalic: format.isItalic,
    wraps: format.wraps || part === 'heading',
    part,
    reason: isError ? (value.reason ?? null) : null,
    isBusy: isError && value.error === '#BUSY!',
  }
}

/** Numbers that do not fit show signs instead of a part of themselves, as a part would be another number. */
export function fittingText(look: CellLook, value: Scalar, width: number, measure: (text: string) => number): string {
  if (typeof value !== 'number' || look.text === '') return look.text
  const room = width - cellPadding
  if (look.text.length * digitWidthMax <= room || measure(look.text) <= room) return look.text
  return '#'.repeat(Math.max(1, Math.floor(room / measure('#'))))
}

/** Pixels that no digit or sign of a number is wider than: what surely fits need not be measured. */
const digitWidthMax = 9

/** Left and right together, in pixels. */
export const cellPadding = 8

function alignOf(value: Scalar): CellLook['align'] {
  if (typeof value === 'number') return 'right'
  return typeof value === 'boolean' || (value !== null && typeof value === 'object') ? 'center' : 'left'
}

/** Black or white, whichever is read better on this colour. */
function inkOn(fill: string): string {
  const [red = 255, green = 255, blue = 255] = (/^#(..)(..)(..)$/.exec(fill)?.slice(1) ?? []).map((part) =>
    Number.parseInt(part, 16),
  )
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#000000' : '#FFFFFF'
}
