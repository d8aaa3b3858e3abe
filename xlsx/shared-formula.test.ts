import { expect, test } from 'vitest'
import { formulaPieces, shiftFormula } from './shared-formula.ts'

test.for([
  ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['LOG10(A1)+ATAN2(A1,B1)', 1, 0, 'LOG10(A2)+ATAN2(A2,B2)'],
  ['"A1"&A1&"""B1"', 1, 0, '"A1"&A2&"""B1"'],
  ["'Blad A1'!A1+Blad2!B2", 1, 1, "'Blad A1'!B2+Blad2!C3"],
  ['tblA1[[#This Row],[B2]]*C3', 1, 0, 'tblA1[[#This Row],[B2]]*C4'],
  ['SUM(A:A)+SUM($B:C)+SUM(1:2)+SUM($1:3)', 1, 1, 'SUM(B:B)+SUM($B:D)+SUM(2:3)+SUM($1:4)'],
  ['A1+1E3+2.5', -1, 0, '#REF!+1E3+2.5'],
  ['naam_A1+ABC_1+é1', 1, 1, 'naam_A1+ABC_1+é1'],
] as const)('%s moved %d rows and %d columns', ([formula, rows, columns, moved]) => {
  expect(shiftFormula(formulaPieces(formula), rows, columns)).toBe(moved)
})
