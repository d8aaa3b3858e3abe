import { describe, expect, test } from 'vitest'
import type { CellFormat, Scalar } from '../book/book.ts'
import { type CellFacts, cellLook, fittingText } from './cell-look.ts'

const plain: CellFormat = {
  fill: null,
  color: null,
  isBold: false,
  isItalic: false,
  align: null,
  wraps: false,
  isLocked: true,
}
const facts = (value: Scalar, more: Partial<CellFacts> = {}): CellFacts => ({
  text: 'x',
  value,
  format: plain,
  look: { fill: null, color: null },
  part: null,
  ...more,
})

describe('the look of a cell', () => {
  test('puts numbers right, truths and errors in the middle, texts left', () => {
    const values: readonly Scalar[] = [1, true, { error: '#N/A' }, 'a', null]
    expect(values.map((value) => cellLook(facts(value)).align)).toEqual(['right', 'center', 'center', 'left', 'left'])
    expect(cellLook(facts(1, { format: { ...plain, align: 'left' } })).align).toBe('left')
  })

  test('lets a conditional format go before the cell', () => {
    const format = { ...plain, fill: '#F2F2F2', color: '#111111' }
    expect(cellLook(facts('a', { format, look: { fill: '#FFC7CE', color: null } }))).toMatchObject({
      fill: '#FFC7CE',
      color: '#111111',
    })
  })

  test('writes on a filled cell in what is read best', () => {
    expect(cellLook(facts('a', { format: { ...plain, fill: '#1F3864' } })).color).toBe('#FFFFFF')
    expect(cellLook(facts('a', { format: { ...plain, fill: '#FFEB9C' } })).color).toBe('#000000')
  })

  test('tells why there is an error, and that a cell is still being computed', () => {
    expect(cellLook(facts({ error: '#N/A', reason: 'Onbekende bron' })).reason).toBe('Onbekende bron')
    expect(cellLook(facts({ error: '#BUSY!' })).isBusy).toBe(true)
  })
})

describe('a number in a narrow column', () => {
  const measure = (text: string) => text.length * 7
  test('shows signs, never a part of itself', () => {
    const look = cellLook(facts(318_880, { text: '318.880' }))
    expect(fittingText(look, 318_880, 60, measure)).toBe('318.880')
    expect(fittingText(look, 318_880, 40, measure)).toBe('####')
  })

  test('is no matter for a text', () => {
    expect(fittingText(cellLook(facts('lang', { text: 'lange tekst' })), 'lange tekst', 20, measure)).toBe(
      'lange tekst',
    )
  })
})
