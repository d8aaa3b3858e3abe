/** What the styles of a design look like. A file, the open workbook and the workbench each say it in words of their own. */
import type { ConditionalFormatDesign, StyleName } from './design.ts'

export interface StyleLook {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  /** Left out: 11. */
  readonly points?: number
  /** `#1F3864` */
  readonly color?: string
  readonly fill?: string
  readonly align?: 'left'
  readonly vertical?: 'top' | 'center'
  readonly wraps?: boolean
}

const navy = '#1F3864'

/** Beside their number format; an empty look is a plain cell. */
export const styleLooks: Readonly<Record<StyleName, StyleLook>> = {
  title: { isBold: true, points: 16, color: navy },
  label: { isBold: true, vertical: 'top' },
  heading: { isBold: true, color: '#FFFFFF', fill: navy, vertical: 'center', wraps: true },
  text: {},
  code: {},
  euro: {},
  cents: {},
  hours: {},
  year: { align: 'left' },
  date: {},
  locked: { fill: '#F2F2F2' },
  note: { isItalic: true, points: 10, color: '#595959' },
}

/** Ink and ground of a row with a finding. */
export const conditionalLooks: Readonly<
  Record<ConditionalFormatDesign['look'], { readonly color: string; readonly fill: string }>
> = {
  error: { color: '#9C0006', fill: '#FFC7CE' },
  warning: { color: '#7F6000', fill: '#FFEB9C' },
  info: { color: navy, fill: '#DDEBF7' },
}

export const tableStyle = 'TableStyleMedium2'
