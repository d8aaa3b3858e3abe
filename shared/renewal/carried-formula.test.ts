import { expect, test } from 'vitest'
import { keepsMeaning } from './carried-formula.ts'

test.for([
  ['12*5000', false, true],
  ['tblInzet[[#This Row],[Uren]]*tblInzet[[#This Row],[Tarief]]', false, true],
  ['SUM(tblBegroting[2023])', false, true],
  ['ROUND($S$5*1.02,0)', true, true],
  ['ROUND($S$5*1.02,0)', false, false],
  ['IF(A5="Blad1!B2",1,TRUE)', true, true],
  ['Blad1!B2', true, false],
  ["'[1]Blad 1'!B2", true, false],
  ['indexcijfer*2', true, false],
  ['tblMijn[Bedrag]', true, false],
  ['GEBIED.BEDRAG("1")', true, false],
  ['_xldudf_GEBIED.BEDRAG("1")', true, false],
] as const)('%s, in the same place: %s, goes along as a formula: %s', ([formula, isSamePlace, expected]) => {
  expect(keepsMeaning(formula, isSamePlace)).toBe(expected)
})
