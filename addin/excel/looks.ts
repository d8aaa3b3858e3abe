/** What the styles of a design look like in Excel. The colours are those of the .xlsx template (`xlsx/write-styles.ts`). */
import type { ConditionalFormatDesign, StyleName } from '#shared/workbook/design.ts'

export interface Look {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  /** In points. */
  readonly size?: number
  readonly color?: string
  readonly fill?: string
  readonly align?: 'Left'
  readonly wraps?: boolean
}

/** Beside their number format; a style without a look is Excel's Normal. */
export const looks: Readonly<Record<StyleName, Look | null>> = {
  title: { isBold: true, size: 16, color: '#1F3864' },
  label: { isBold: true },
  heading: { isBold: true, color: '#FFFFFF', fill: '#1F3864', wraps: true },
  text: null,
  code: null,
  euro: null,
  cents: null,
  hours: null,
  year: { align: 'Left' },
  date: null,
  locked: { fill: '#F2F2F2' },
  note: { isItalic: true, size: 10, color: '#595959' },
}

export const conditionalLooks: Readonly<
  Record<ConditionalFormatDesign['look'], { readonly color: string; readonly fill: string }>
> = {
  error: { color: '#9C0006', fill: '#FFC7CE' },
  warning: { color: '#7F6000', fill: '#FFEB9C' },
  info: { color: '#1F3864', fill: '#DDEBF7' },
}

export const tableStyle = 'TableStyleMedium2'

export function applyLook(range: Excel.Range, look: Look): void {
  const { font, fill } = range.format
  if (look.isBold !== undefined) font.bold = look.isBold
  if (look.isItalic !== undefined) font.italic = look.isItalic
  if (look.size !== undefined) font.size = look.size
  if (look.color !== undefined) font.color = look.color
  if (look.fill !== undefined) fill.color = look.fill
  if (look.align !== undefined) range.format.horizontalAlignment = look.align
  if (look.wraps !== undefined) range.format.wrapText = look.wraps
}

/** Excel takes the width of a column in points: a character of its standard font is 7 pixels wide, with 5 beside it. */
export function columnPoints(chars: number): number {
  return (chars * 7 + 5) * 0.75
}

export function addConditionalFormat(range: Excel.Range, formula: string, look: ConditionalFormatDesign['look']): void {
  const { custom } = range.conditionalFormats.add('Custom')
  custom.rule.formula = `=${formula}`
  custom.format.font.color = conditionalLooks[look].color
  custom.format.fill.color = conditionalLooks[look].fill
}
