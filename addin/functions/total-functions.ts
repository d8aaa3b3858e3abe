/** Functions that read totals, states and lines from the consolidated store. Their comments are what people read in Excel. */
import type { Aard, Kant, Per } from './choices.ts'
import { questionGroupings } from '#shared/questions/index.ts'
import {
  missing,
  natures,
  readAreaArgument,
  readAreaOrAll,
  readCalendarYear,
  readChoice,
  readCodeArgument,
  readOptionalCode,
  readOptionalYear,
  readVersion,
  readVersionArgument,
  readYearArgument,
  sides,
} from './read-argument.ts'
import { answerFromStore } from './store-call.ts'

/**
 * Telt lasten of baten van een gebied op, uit wat alle gebieden hebben gesynchroniseerd.
 * @customfunction TOTAAL
 * @param gebied Code van het gebied, zoals "HOL"; leeg of "alle": alle gebieden samen.
 * @param jaar Begrotingsjaar.
 * @param [versie] primitief, wijziging-1, na-wijziging, realisatie of prognose. Weggelaten: de laatst vastgestelde.
 * @param [kant] L voor lasten of B voor baten. Weggelaten: lasten.
 * @param [aard] I voor incidenteel of S voor structureel. Weggelaten: allebei.
 * @param [taakveld] Code van het taakveld als tekst, zoals "0.10". Weggelaten: alle.
 * @param [domein] Domein, zoals "sociaal". Weggelaten: alle.
 * @param [kalenderjaar] Eén van de vier jaren van de begroting. Weggelaten: het begrotingsjaar zelf.
 * @requiresAddress
 */
export function areaTotal(
  gebied: unknown,
  jaar: unknown,
  versie: unknown,
  kant: Kant,
  aard: Aard,
  taakveld: unknown,
  domein: unknown,
  kalenderjaar: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('TOTAAL', invocation, () => {
    const year = readYearArgument(jaar, 'jaar')
    return {
      functie: 'totaal',
      gebied: readAreaOrAll(gebied, 'gebied'),
      jaar: year,
      versie: readVersion(versie, 'versie'),
      kant: readChoice(kant, 'kant', sides) ?? 'L',
      aard: readChoice(aard, 'aard', natures),
      taakveld: readOptionalCode(taakveld, 'taakveld'),
      domein: readOptionalCode(domein, 'domein')?.toLowerCase() ?? null,
      kalenderjaar: readCalendarYear(kalenderjaar, year),
    }
  })
}

/**
 * Geeft baten min lasten van een gebied, uit wat alle gebieden hebben gesynchroniseerd.
 * @customfunction SALDO
 * @param gebied Code van het gebied, zoals "HOL"; leeg of "alle": alle gebieden samen.
 * @param jaar Begrotingsjaar.
 * @param [versie] primitief, wijziging-1, na-wijziging, realisatie of prognose. Weggelaten: de laatst vastgestelde.
 * @requiresAddress
 */
export function areaBalance(
  gebied: unknown,
  jaar: unknown,
  versie: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('SALDO', invocation, () => ({
    functie: 'saldo',
    gebied: readAreaOrAll(gebied, 'gebied'),
    jaar: readYearArgument(jaar, 'jaar'),
    versie: readVersion(versie, 'versie'),
  }))
}

/**
 * Geeft het verschil van een regel of een doel tussen twee versies: de tweede min de eerste.
 * @customfunction VERSCHIL
 * @param regelOfDoel Nummer van de regel, zoals "HOL-001", of code van het doel, zoals "6.1.1".
 * @param versie1 Versie waarvan wordt uitgegaan, zoals "primitief".
 * @param versie2 Versie die ermee wordt vergeleken, zoals "na-wijziging".
 * @param jaar Begrotingsjaar.
 * @requiresAddress
 */
export function versionDelta(
  regelOfDoel: unknown,
  versie1: unknown,
  versie2: unknown,
  jaar: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | Excel.DoubleCellValue>,
): void {
  answerFromStore('VERSCHIL', invocation, () => ({
    functie: 'verschil',
    regelOfDoel: readCodeArgument(regelOfDoel, 'regelOfDoel'),
    versie1: readVersionArgument(versie1, 'versie1'),
    versie2: readVersionArgument(versie2, 'versie2'),
    jaar: readYearArgument(jaar, 'jaar'),
  }))
}

/**
 * Geeft de stand van de begroting van een gebied, zoals "ingediend" of "vastgesteld".
 * @customfunction STATUS
 * @param gebied Code van het gebied, zoals "HOL".
 * @param [versie] primitief, wijziging-1 ... Weggelaten: de laatst vastgestelde.
 * @param [jaar] Begrotingsjaar. Weggelaten: het laatste jaar van het gebied.
 * @requiresAddress
 */
export function submissionStatus(
  gebied: unknown,
  versie: unknown,
  jaar: unknown,
  invocation: CustomFunctions.StreamingInvocation<string>,
): void {
  answerFromStore('STATUS', invocation, () => ({
    functie: 'status',
    gebied: readAreaArgument(gebied, 'gebied'),
    versie: readVersion(versie, 'versie'),
    jaar: readOptionalYear(jaar, 'jaar'),
  }))
}

/**
 * Zet de consolidatie van alle gebieden in cellen, met koppen.
 * @customfunction CONSOLIDATIE
 * @param per Waarnaar wordt uitgesplitst: domein, gebied, taakveld, programma of bron.
 * @param jaar Begrotingsjaar.
 * @param [versie] primitief, wijziging-1, na-wijziging, realisatie of prognose. Weggelaten: de laatst vastgestelde.
 * @requiresAddress
 */
export function consolidation(
  per: Per,
  jaar: unknown,
  versie: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  answerFromStore('CONSOLIDATIE', invocation, () => ({
    functie: 'consolidatie',
    per: readChoice(per, 'per', groupings) ?? missing('per'),
    jaar: readYearArgument(jaar, 'jaar'),
    versie: readVersion(versie, 'versie'),
  }))
}

/**
 * Zet de begrotingsregels van een gebied in cellen, met koppen.
 * @customfunction REGELS
 * @param gebied Code van het gebied, zoals "HOL".
 * @param jaar Begrotingsjaar.
 * @param [versie] primitief, wijziging-1, na-wijziging, realisatie of prognose. Weggelaten: de laatst vastgestelde.
 * @requiresAddress
 */
export function budgetLines(
  gebied: unknown,
  jaar: unknown,
  versie: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  answerFromStore('REGELS', invocation, () => ({
    functie: 'regels',
    gebied: readAreaArgument(gebied, 'gebied'),
    jaar: readYearArgument(jaar, 'jaar'),
    versie: readVersion(versie, 'versie'),
  }))
}

const groupings = Object.fromEntries(questionGroupings.map((word) => [word, word])) as {
  readonly [Word in (typeof questionGroupings)[number]]: Word
}
