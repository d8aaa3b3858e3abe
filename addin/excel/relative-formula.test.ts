import { describe, expect, test } from 'vitest'
import { filledDown, withoutRow } from './relative-formula.ts'

describe('formulas of a filled column', () => {
  test.for([
    ['=F5*G5', '=F9*G9'],
    ['=$F5*G$2+$H$1', '=$F9*G$2+$H$1'],
    ['=SUM(F5:G6)', '=SUM(F9:G10)'],
    ['=LOG10(F5)+1E5', '=LOG10(F9)+1E5'],
    ['=[@Uren]*[@Tarief]', '=[@Uren]*[@Tarief]'],
    ['=tblInzet[[#This Row],[Uren]]*F5', '=tblInzet[[#This Row],[Uren]]*F9'],
    ['="A5 van "&\'Blad A5\'!F5', '="A5 van "&\'Blad A5\'!F9'],
    ['=GEBIED.PLAFOND(A5,voorblad_jaar)', '=GEBIED.PLAFOND(A9,voorblad_jaar)'],
  ] as const)('%s in row 5 is %s in row 9', ([fifth, ninth]) => {
    expect(filledDown(fifth, 4, 8)).toBe(ninth)
    expect(withoutRow(fifth, 5)).toBe(withoutRow(ninth, 9))
  })

  test('a formula about another row is another formula', () => {
    expect(withoutRow('=F4*G5', 5)).not.toBe(withoutRow('=F5*G5', 5))
  })
})
