import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberFormats } from '#shared/workbook/design.ts'
import { displayText } from './display-text.ts'
import { generalText } from './general-number.ts'

describe('numbers', () => {
  test.for([
    [0, 'General', '0'],
    [-0, 'General', '0'],
    [1.5, 'General', '1,5'],
    [0.1 + 0.2, 'General', '0,3'],
    [1 / 3, 'General', '0,333333333'],
    [123_456_789.123_456, 'General', '123456789,1'],
    [12_345_678_901, 'General', '12345678901'],
    [1_234_567_890_123, 'General', '1,23457E+12'],
    [0.000_01, 'General', '0,00001'],
    [0.000_012_345_678_9, 'General', '1,23457E-05'],
    [-1234.5, '#,##0;[Red]-#,##0', '-1.235'],
    [1234.5, '#,##0;[Red]-#,##0', '1.235'],
    [1234.567, '#,##0.00', '1.234,57'],
    [-0.001, '#,##0.00', '0,00'],
    [1.005, '0.00', '1,01'],
    [7, '0', '7'],
    [7, '000', '007'],
    [0.5, '#.##', ',5'],
    [12_345, '#.0#', '12345,0'],
    [0.125, '0%', '13%'],
    [0.125, '0.0%', '12,5%'],
    [1_234_567, '0.0,,"M"', '1,2M'],
    [12.5, '[$€-413] #,##0.00', '€ 12,50'],
    [12.5, '"€ "#,##0.00_-', '€ 12,50 '],
    [0.000_123, '0.00E+00', '1,23E-04'],
    [5, '@', '5'],
    [0, '0;-0;"nul"', 'nul'],
    [3, '0;;', '3'],
    [-3, '0;;', ''],
  ] as const)('%d as %s is %s', ([value, format, text]) => {
    expect(displayText(value, format)).toBe(text)
  })

  test('the formats of the template', () => {
    const shown = (style: keyof typeof numberFormats, value: number | string) =>
      displayText(value, numberFormats[style])
    expect(shown('euro', 318_880)).toBe('318.880')
    expect(shown('cents', -1234.5)).toBe('-1.234,50')
    expect(shown('hours', 3986)).toBe('3.986,00')
    expect(shown('year', 2023)).toBe('2023')
    expect(shown('date', 45_000)).toBe('15-03-2023')
    expect(shown('code', '0.10')).toBe('0.10')
  })

  test('with 15 digits, as the formula bar has them', () => {
    expect(generalText(0.1 + 0.2, 15)).toBe('0,3')
    expect(generalText(1_234_567_890_123_456, 15)).toBe('1234567890123460')
    expect(generalText(1e21, 15)).toBe('1E+21')
    expect(generalText(-0.000_25, 15)).toBe('-0,00025')
  })

  test('thousands and decimals never change the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        const text = displayText(cents / 100, '#,##0.00;-#,##0.00')
        expect(Number(text.replaceAll('.', '').replace(',', '.'))).toBe(cents === 0 ? 0 : cents / 100)
      }),
    )
  })
})

describe('days and times', () => {
  test.for([
    [45_000, 'dd\\-mm\\-yyyy', '15-03-2023'],
    [45_000, 'd mmmm yyyy', '15 maart 2023'],
    [45_000, 'ddd d mmm yy', 'wo 15 mrt 23'],
    [45_000.75, 'dd-mm-yyyy hh:mm', '15-03-2023 18:00'],
    [45_000.999_999, 'hh:mm:ss', '00:00:00'],
    [0.5, 'h:mm AM/PM', '12:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [60, 'd-m-yyyy', '29-2-1900'],
    [-1, 'd-m-yyyy', '########'],
  ] as const)('%d as %s is %s', ([value, format, text]) => {
    expect(displayText(value, format)).toBe(text)
  })
})

describe('all else', () => {
  test('texts, truth values, errors and nothing', () => {
    expect(displayText('0.10', 'General')).toBe('0.10')
    expect(displayText('x', '0;0;0;"tekst: "@')).toBe('tekst: x')
    expect(displayText(true, '0')).toBe('WAAR')
    expect(displayText({ error: '#N/A', reason: 'Niet aangemeld' }, '0')).toBe('#N/B')
    expect(displayText({ error: '#BUSY!' }, 'General')).toBe('#BEZET!')
    expect(displayText(null, '0')).toBe('')
  })
})
