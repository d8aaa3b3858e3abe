import { readAs, readCell, refuse, type Cell, type NumberCell, type Reading } from './cell.ts'
import { generalText } from './decimal.ts'
import { formatKind } from './number-format.ts'
import { typedText } from './typed-text.ts'

/**
 * The code in a cell (taakveld, categorie, source): text, without the spaces around it. Spaces and zero-width
 * characters that were taken out give a warning (rule GB-113). A number gives its General text with a warning: `0.1`
 * may stand for `0.10`, and the caller, who knows the codes, refuses what matches several (rule GB-202). A date is
 * what Excel made of a code.
 */
export function readCode(cell: Cell): Reading<string> {
  return readCell(cell, readCodeNumber, readCodeText)
}

function readCodeNumber({ value, numberFormat }: NumberCell): Reading<string> {
  switch (formatKind(numberFormat)) {
    case 'percentage':
      return refuse('percentage')
    case 'date':
    case 'time':
      return refuse('date-in-amount')
    case 'foreign-currency':
      return refuse('other-currency')
    case 'number':
      return readAs(generalText(value), { 'number-as-text': true })
  }
}

function readCodeText(value: string): Reading<string> {
  const typed = typedText(value.trim())
  if (typed.kind === 'blank') return { status: 'empty' }
  if (typed.kind === 'refused') return refuse(typed.code)
  return readAs(typed.text.normalize('NFC'), { 'invisible-characters': typed.text !== value })
}
