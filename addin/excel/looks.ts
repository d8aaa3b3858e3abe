/** The looks of a design in the words of Excel. */
import type { ConditionalFormatDesign } from '#shared/workbook/design.ts'
import { conditionalLooks, type StyleLook } from '#shared/workbook/looks.ts'

export function applyLook(range: Excel.Range, look: StyleLook): void {
  const { font, fill } = range.format
  if (look.isBold !== undefined) font.bold = look.isBold
  if (look.isItalic !== undefined) font.italic = look.isItalic
  if (look.points !== undefined) font.size = look.points
  if (look.color !== undefined) font.color = look.color
  if (look.fill !== undefined) fill.color = look.fill
  if (look.align !== undefined) range.format.horizontalAlignment = 'Left'
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
