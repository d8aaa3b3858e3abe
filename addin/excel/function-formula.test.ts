import { expect, test } from 'vitest'
import { callsOwnFunction, canonicalFormula } from './function-formula.ts'

test.for([
  ['=_xldudf_GEBIED_RESTANT(A30,voorblad_jaar)', '=GEBIED.RESTANT(A30,voorblad_jaar)'],
  ['=[2]!_xldudf_GEBIED_RESTANT(A30)', '=GEBIED.RESTANT(A30)'],
  ['=Rekenblad.xla!_xldudf_GEBIED_RESTANT(A30)', '=GEBIED.RESTANT(A30)'],
  ["='C:\\Add-ins\\Rekenblad.xla'!_xldudf_GEBIED_PLAFOND(A30)*2", '=GEBIED.PLAFOND(A30)*2'],
  ['=_xldudf_GEBIED_V_N(1,2)', '=GEBIED.V_N(1,2)'],
  ['=_xldudf_GEBIEDDEV_RESTANT(A30)', '=GEBIEDDEV.RESTANT(A30)'],
  ['=Rekenblad.xla!GEBIED.TOTAAL(A1)', '=GEBIED.TOTAAL(A1)'],
  ['=IFERROR(GEBIED.TOTAAL("HOL",2023),0)', '=IFERROR(GEBIED.TOTAAL("HOL",2023),0)'],
  ['="[2]!_xldudf_GEBIED_X("&GEBIED.TOTAAL(A1)', '="[2]!_xldudf_GEBIED_X("&GEBIED.TOTAAL(A1)'],
] as const)('%s is repaired to %s', ([damaged, repaired]) => {
  expect(canonicalFormula(damaged)).toBe(repaired)
  expect(callsOwnFunction(damaged)).toBe(true)
})

test.for(['=SUM(A1:A9)', '="GEBIED.TOTAAL(A1)"', '=GEBIEDEN+1', '=Blad1!A1'])('%s is none of ours', (formula) => {
  expect(callsOwnFunction(formula)).toBe(false)
})
