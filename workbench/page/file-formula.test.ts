import { describe, expect, test } from 'vitest'
import { addInFunctions, bookFormula, fileFormula } from './file-formula.ts'

describe('a formula of a file', () => {
  test('calls the functions of the add-in by their name in the book', () => {
    expect(bookFormula('_xldudf_GEBIED_RESTANT(A34,Jaar)+1')).toBe('=GEBIED.RESTANT(A34,Jaar)+1')
  })

  test('loses the prefixes of newer functions, and texts stay as they are', () => {
    expect(bookFormula('_xlfn._xlws.FILTER(A1:A9,A1:A9<>"_xlfn.X")')).toBe('=FILTER(A1:A9,A1:A9<>"_xlfn.X")')
  })

  test.for([
    '=SUM(A1,B1)',
    '=XLOOKUP(A1,B:B,C:C)&"FILTER(1)"',
    "=FILTER('SORT(x)'!A1:A3,1)",
    '=tblInzet[[#This Row],[Uren]]*2',
  ])('%s comes back from its file as it was', (formula) => {
    expect(bookFormula(fileFormula(formula))).toBe(formula)
  })

  test('has the prefixes that Excel asks for', () => {
    expect(fileFormula('=SORT(UNIQUE(A1:A9))')).toBe('_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))')
    expect(fileFormula('=GEBIED.RESTANT(A1,2023)')).toBe('GEBIED.RESTANT(A1,2023)')
  })
})

test('the functions of the add-in in a formula are found outside its texts', () => {
  expect(addInFunctions('=gebied.totaal("HOL")+GEBIED.VN(1)&"GEBIED.BTW(1)"')).toEqual(['GEBIED.TOTAAL', 'GEBIED.VN'])
})
