/** Functions that read funding sources and decisions from the consolidated store. Their comments are what people read in Excel. */
import type { Gegeven } from './choices.ts'
import { readAreaOrAll, readCodeArgument, readOptionalCode, readYearArgument } from './read-argument.ts'
import { answerFromStore } from './store-call.ts'

/**
 * Geeft het plafond van een dekkingsbron in een jaar.
 * @customfunction PLAFOND
 * @param bron Code van de bron, zoals "SP-GGW-2023".
 * @param jaar Kalenderjaar.
 * @param [gebied] Code van het gebied. Weggelaten of "alle": alle gebieden samen.
 * @param [onderdeel] Onderdeel van de bron, zoals "kernteam". Weggelaten: de hele bron.
 * @requiresAddress
 */
export function sourceCeiling(
  bron: unknown,
  jaar: unknown,
  gebied: unknown,
  onderdeel: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('PLAFOND', invocation, () => ({ functie: 'plafond', ...useOf(bron, jaar, gebied, onderdeel) }))
}

/**
 * Geeft wat er op een dekkingsbron wordt beroepen in een jaar, uit wat alle gebieden hebben gesynchroniseerd.
 * @customfunction BEROEP
 * @param bron Code van de bron, zoals "SP-GGW-2023".
 * @param jaar Kalenderjaar.
 * @param [gebied] Code van het gebied. Weggelaten of "alle": alle gebieden samen.
 * @param [onderdeel] Onderdeel van de bron, zoals "kernteam". Weggelaten: de hele bron.
 * @requiresAddress
 */
export function sourceDraw(
  bron: unknown,
  jaar: unknown,
  gebied: unknown,
  onderdeel: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('BEROEP', invocation, () => ({ functie: 'beroep', ...useOf(bron, jaar, gebied, onderdeel) }))
}

/**
 * Geeft wat er van een dekkingsbron over is in een jaar: plafond min beroep. Negatief: er is te veel beroepen.
 * @customfunction RESTANT
 * @param bron Code van de bron, zoals "SP-GGW-2023".
 * @param jaar Kalenderjaar.
 * @param [gebied] Code van het gebied. Weggelaten of "alle": alle gebieden samen.
 * @param [onderdeel] Onderdeel van de bron, zoals "kernteam". Weggelaten: de hele bron.
 * @requiresAddress
 */
export function sourceRemaining(
  bron: unknown,
  jaar: unknown,
  gebied: unknown,
  onderdeel: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('RESTANT', invocation, () => ({ functie: 'restant', ...useOf(bron, jaar, gebied, onderdeel) }))
}

/**
 * Geeft de stand van een reserve aan het einde van een jaar, na toevoegingen en onttrekkingen van alle gebieden.
 * @customfunction RESERVESTAND
 * @param reserve Code van de reserve.
 * @param jaar Kalenderjaar.
 * @requiresAddress
 */
export function reserveBalance(
  reserve: unknown,
  jaar: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('RESERVESTAND', invocation, () => ({
    functie: 'reservestand',
    reserve: readCodeArgument(reserve, 'reserve'),
    jaar: readYearArgument(jaar, 'jaar'),
  }))
}

/**
 * Geeft een gegeven van een besluit.
 * @customfunction BESLUIT
 * @param nr Nummer van het besluit, zoals "B-2023-GGW".
 * @param veld Welk gegeven: omschrijving, orgaan, datum, uitkomst, bedrag of uren.
 * @requiresAddress
 */
export function decisionField(
  nr: unknown,
  veld: Gegeven,
  invocation: CustomFunctions.StreamingInvocation<string | number | Excel.DoubleCellValue>,
): void {
  answerFromStore('BESLUIT', invocation, () => ({
    functie: 'besluit',
    nr: readCodeArgument(nr, 'nr'),
    veld: readCodeArgument(veld, 'veld', 40).toLowerCase(),
  }))
}

function useOf(bron: unknown, jaar: unknown, gebied: unknown, onderdeel: unknown) {
  return {
    bron: readCodeArgument(bron, 'bron'),
    jaar: readYearArgument(jaar, 'jaar'),
    gebied: readAreaOrAll(gebied, 'gebied'),
    onderdeel: readOptionalCode(onderdeel, 'onderdeel'),
  }
}
