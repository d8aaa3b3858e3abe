/** Which function answers to which id. */
import * as amounts from './amount-functions.ts'
import * as codes from './code-functions.ts'
import * as hours from './hours-functions.ts'
import type { FunctionId } from './ids.ts'
import { checkRow } from './row-functions.ts'
import * as sources from './source-functions.ts'
import * as totals from './total-functions.ts'

type DeclaredFunction = (...given: never[]) => unknown

export const declaredFunctions: Readonly<Record<FunctionId, DeclaredFunction>> = {
  BEDRAG: amounts.parseAmount,
  BEROEP: sources.sourceDraw,
  BESLUIT: sources.decisionField,
  BTW: amounts.amountNetOfVat,
  CATEGORIE: codes.nameOfCategory,
  CONSOLIDATIE: totals.consolidation,
  CONTROLE: checkRow,
  DOEL: codes.nameOfGoal,
  DOORREKENEN: amounts.projectAmount,
  DUIZEND: amounts.roundToThousands,
  FTE: hours.hoursToFte,
  INZET: hours.effortCost,
  PLAFOND: sources.sourceCeiling,
  PROGRAMMA: codes.programmeOfGoal,
  REGELS: totals.budgetLines,
  RESERVESTAND: sources.reserveBalance,
  RESTANT: sources.sourceRemaining,
  SALDO: totals.areaBalance,
  STATUS: totals.submissionStatus,
  STRUCTUREEL: amounts.sumStructural,
  TAAKVELD: codes.nameOfTaakveld,
  TARIEF: hours.hourlyRate,
  TOEGESTAAN: codes.isCombinationAllowed,
  TOTAAL: totals.areaTotal,
  VERDEEL: amounts.allocateAmount,
  VERSCHIL: totals.versionDelta,
  V_N: amounts.favourableSign,
}

/** What Excel is to call, by id. Call `startFunctions` before Excel does. */
export const functionImplementations: ReadonlyMap<string, (...given: unknown[]) => unknown> = new Map(
  Object.entries(declaredFunctions).map(([id, declared]) => [id, atArity(declared)]),
)

/**
 * Excel keeps the list of parameters for a day, so a call may have been made by an older or a newer list: what is missing
 * counts as left out, what is too much is dropped, and the invocation comes last.
 */
function atArity(declared: DeclaredFunction): (...given: unknown[]) => unknown {
  const call = declared as (...given: unknown[]) => unknown
  const parameterCount = declared.length - 1
  return (...given) => {
    if (given.length === declared.length) return call(...given)
    const invocation = given.at(-1)
    const values = Array.from({ length: parameterCount }, (_, i) => (i < given.length - 1 ? (given[i] ?? null) : null))
    return call(...values, invocation)
  }
}
