/** Functions about hours, by the rates and the norm in the lists of the workbook. */
import { effortCents, fullTimeEquivalents } from '#shared/calculation/index.ts'
import type { Reference } from '#shared/model/index.ts'
import { itemIn, listsOf } from '#shared/rules/lists.ts'
import { unavailable } from './cell-failure.ts'
import { amountValue } from './cell-value.ts'
import { listsNeeded } from './context.ts'
import { answerLocally } from './local-call.ts'
import { readCodeArgument, readYearArgument } from './read-argument.ts'
import { readHoursArgument } from './read-number.ts'

/**
 * Geeft het uurtarief van een functie in een jaar.
 * @customfunction TARIEF
 * @param functie Naam van de functie, zoals "wijkmanager".
 * @param jaar Kalenderjaar van het tarief.
 * @requiresAddress
 */
export function hourlyRate(
  functie: unknown,
  jaar: unknown,
  invocation: CustomFunctions.Invocation,
): number | Excel.DoubleCellValue {
  return answerLocally('TARIEF', invocation, (context) =>
    amountValue(rateOf(functie, jaar, listsNeeded(context)), context),
  )
}

/**
 * Rekent uren om naar euro's met het tarief van de functie.
 * @customfunction INZET
 * @param uren Aantal uren.
 * @param functie Naam van de functie, zoals "wijkmanager".
 * @param jaar Kalenderjaar van het tarief.
 * @requiresAddress
 */
export function effortCost(
  uren: unknown,
  functie: unknown,
  jaar: unknown,
  invocation: CustomFunctions.Invocation,
): number | Excel.DoubleCellValue {
  return answerLocally('INZET', invocation, (context) => {
    const hours = readHoursArgument(uren, 'uren')
    return amountValue(effortCents(hours, rateOf(functie, jaar, listsNeeded(context))), context)
  })
}

/**
 * Rekent uren om naar fte met de jaarnorm van de gemeente.
 * @customfunction FTE
 * @param uren Aantal uren in een jaar.
 * @param jaar Begrotingsjaar waarvan de lijsten in het werkboek staan.
 * @requiresAddress
 */
export function hoursToFte(uren: unknown, jaar: unknown, invocation: CustomFunctions.Invocation): number {
  return answerLocally('FTE', invocation, (context) => {
    const hours = readHoursArgument(uren, 'uren')
    readYearArgument(jaar, 'jaar')
    const fte = fullTimeEquivalents(hours, listsNeeded(context).parameters.hoursNormPerFte)
    if (fte === undefined) throw unavailable('De lijsten hebben geen jaarnorm.', 'The lists have no yearly norm.')
    return fte
  })
}

/** Cents an hour of a role, by its name or another name for it. */
function rateOf(functie: unknown, jaar: unknown, reference: Reference): number {
  const written = readCodeArgument(functie, 'functie')
  const year = readYearArgument(jaar, 'jaar')
  const lists = listsOf(reference)
  const role = itemIn(lists.roles, written.toLowerCase(), year)?.code ?? written
  const rate = lists.rates.get(role.toLowerCase())?.find((candidate) => candidate.year === year)
  if (rate !== undefined) return rate.centsPerHour
  throw unavailable(
    `De lijsten hebben geen tarief voor ${written} in ${year}.`,
    `The lists have no rate for ${written} in ${year}.`,
  )
}
