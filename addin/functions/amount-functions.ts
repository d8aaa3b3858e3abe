/** Functions that count with amounts on this computer. Their comments are what people read in Excel. */
import {
  allocate,
  netOfVat,
  projectYears,
  structuralPart,
  toThousands,
  type VatTreatment,
} from '#shared/calculation/index.ts'
import { favourable, type Reference, yearsOf } from '#shared/model/index.ts'
import { itemIn, listsOf } from '#shared/rules/lists.ts'
import { cellsOf, inherited } from './argument-cell.ts'
import { type CellAmount, amountValue } from './cell-value.ts'
import { invalid, unavailable } from './cell-failure.ts'
import type { Aard, Btw, Kant } from './choices.ts'
import { listsNeeded } from './context.ts'
import { answerLocally } from './local-call.ts'
import { missing, natures, readChoice, readYearArgument, sides } from './read-argument.ts'
import {
  amountOfCell,
  readAmountArgument,
  readIndex,
  readVatRate,
  readWholeNumber,
  weightOfCell,
} from './read-number.ts'

/**
 * Leest een bedrag dat als tekst staat, zoals "€ 500.000", "1.234,56-", "(4.977)" of "500k".
 * @customfunction BEDRAG
 * @param tekst Tekst of getal met een bedrag in euro's.
 * @requiresAddress
 */
export function parseAmount(tekst: unknown, invocation: CustomFunctions.Invocation): number | Excel.DoubleCellValue {
  return answerLocally('BEDRAG', invocation, (context) => amountValue(readAmountArgument(tekst, 'tekst'), context))
}

/**
 * Rondt een bedrag af op duizendtallen (x € 1.000); een half gaat van nul af.
 * @customfunction DUIZEND
 * @param bedrag Bedrag in euro's.
 * @param [decimalen] Decimalen van het aantal duizendtallen, 0 tot en met 5. Weggelaten: 0.
 * @requiresAddress
 */
export function roundToThousands(bedrag: unknown, decimalen: unknown, invocation: CustomFunctions.Invocation): number {
  return answerLocally('DUIZEND', invocation, () =>
    toThousands(readAmountArgument(bedrag, 'bedrag'), readWholeNumber(decimalen, 'decimalen', 0, 5) ?? 0),
  )
}

/**
 * Telt van een reeks bedragen op wat structureel is (S).
 * @customfunction STRUCTUREEL
 * @param aarden Bereik met I of S bij elk bedrag.
 * @param bedragen Bereik met bedragen in euro's, even groot als het bereik met I en S.
 * @requiresAddress
 */
export function sumStructural(
  aarden: unknown[][],
  bedragen: unknown[][],
  invocation: CustomFunctions.Invocation,
): number | Excel.DoubleCellValue {
  return answerLocally('STRUCTUREEL', invocation, (context) => {
    const marks = cellsOf(aarden)
    const amounts = cellsOf(bedragen)
    if (marks.length !== amounts.length || marks[0]?.length !== amounts[0]?.length) {
      throw invalid('De twee bereiken moeten even groot zijn.', 'The two ranges must have the same size.')
    }
    const pairs = amounts.flatMap((row, y) =>
      row.map((cell, x) => {
        const mark = marks[y]?.[x]
        if (mark?.kind === 'error') throw inherited(mark.value, 'aarden')
        const nature = mark === undefined || mark.kind === 'empty' ? null : readChoice(mark.value, 'aarden', natures)
        return { nature, cents: amountOfCell(cell, 'bedragen') ?? 0 }
      }),
    )
    return amountValue(structuralPart(pairs), context)
  })
}

/**
 * Zegt of een afwijking van de begroting een voordeel (V) of een nadeel (N) is; - als er geen verschil is.
 * @customfunction V_N
 * @param werkelijk Werkelijk bedrag in euro's.
 * @param begroot Begroot bedrag in euro's.
 * @param kant L voor lasten of B voor baten.
 * @requiresAddress
 */
export function favourableSign(
  werkelijk: unknown,
  begroot: unknown,
  kant: Kant,
  invocation: CustomFunctions.Invocation,
): string {
  return answerLocally('V_N', invocation, () => {
    const side = readChoice(kant, 'kant', sides) ?? missing('kant')
    return favourable(readAmountArgument(werkelijk, 'werkelijk'), readAmountArgument(begroot, 'begroot'), side)
  })
}

/**
 * Verdeelt een bedrag over gebieden of cellen; de delen tellen tot op de cent op tot het bedrag.
 * @customfunction VERDEEL
 * @param bedrag Bedrag in euro's.
 * @param sleutel Bereik met aandelen, of de code van een verdeelsleutel uit de lijsten.
 * @param [jaar] Begrotingsjaar; nodig bij een code, want codes worden hergebruikt.
 * @requiresAddress
 */
export function allocateAmount(
  bedrag: unknown,
  sleutel: unknown[][],
  jaar: unknown,
  invocation: CustomFunctions.Invocation,
): unknown[][] {
  return answerLocally('VERDEEL', invocation, (context) => {
    const cents = readAmountArgument(bedrag, 'bedrag')
    const key = cellsOf(sleutel)
    const only = key.length === 1 && key[0]?.length === 1 ? key[0][0] : undefined
    if (only?.kind === 'text') {
      const shares = sharesOfKey(only.value.trim(), readYearArgument(jaar, 'jaar'), listsNeeded(context))
      const parts = divided(
        cents,
        shares.map(({ basisPoints }) => basisPoints),
      )
      return shares.map(({ areaCode }, i) => [areaCode, amountValue(parts[i] ?? 0, context)])
    }
    const weights = key.map((row) => row.map((cell) => weightOfCell(cell, 'sleutel')))
    const parts = divided(cents, weights.flat())
    const width = weights[0]?.length ?? 0
    return weights.map((row, y) => row.map((_, x): CellAmount => amountValue(parts[y * width + x] ?? 0, context)))
  })
}

/**
 * Rekent een voorstel door over vier jaar: de jaren boven, de bedragen eronder.
 * @customfunction DOORREKENEN
 * @param bedrag Bedrag in het eerste jaar, in euro's.
 * @param aard I voor incidenteel of S voor structureel.
 * @param startjaar Eerste jaar van het voorstel.
 * @param [duur] Aantal jaren dat het bedrag loopt. Weggelaten: 1 jaar (I), of zonder einde (S).
 * @param [index] Groei per jaar, zoals 2%. Weggelaten: geen.
 * @requiresAddress
 */
export function projectAmount(
  bedrag: unknown,
  aard: Aard,
  startjaar: unknown,
  duur: unknown,
  index: unknown,
  invocation: CustomFunctions.Invocation,
): unknown[][] {
  return answerLocally('DOORREKENEN', invocation, (context) => {
    const amounts = projectYears({
      cents: readAmountArgument(bedrag, 'bedrag'),
      nature: readChoice(aard, 'aard', natures) ?? missing('aard'),
      duration: readWholeNumber(duur, 'duur', 1, 100),
      indexMillionths: readIndex(index, 'index'),
    })
    return [[...yearsOf(readYearArgument(startjaar, 'startjaar'))], amounts.map((cents) => amountValue(cents, context))]
  })
}

/**
 * Zegt wat een bedrag inclusief btw de begroting kost.
 * @customfunction BTW
 * @param bedrag Bedrag inclusief btw, in euro's.
 * @param behandeling Wat er met de btw gebeurt: kostprijsverhogend, compensabel (BCF) of verrekenbaar (ondernemer).
 * @param [tarief] 21%, 9% of 0%. Weggelaten: 21%.
 * @requiresAddress
 */
export function amountNetOfVat(
  bedrag: unknown,
  behandeling: Btw,
  tarief: unknown,
  invocation: CustomFunctions.Invocation,
): number | Excel.DoubleCellValue {
  return answerLocally('BTW', invocation, (context) => {
    const treatment = readChoice(behandeling, 'behandeling', vatTreatments) ?? missing('behandeling')
    const cents = readAmountArgument(bedrag, 'bedrag')
    return amountValue(netOfVat(cents, treatment, readVatRate(tarief, 'tarief')), context)
  })
}

/** The words of the column Btw count too. */
const vatTreatments: Readonly<Record<string, VatTreatment>> = {
  kostprijsverhogend: 'kostprijsverhogend',
  compensabel: 'compensabel',
  bcf: 'compensabel',
  verrekenbaar: 'verrekenbaar',
  ondernemer: 'verrekenbaar',
}

function sharesOfKey(code: string, year: number, lists: Reference) {
  const key = itemIn(listsOf(lists).allocationKeys, code, year)
  if (key !== undefined) return key.shares
  throw unavailable(
    `Verdeelsleutel ${code} staat niet in de lijsten van ${year}.`,
    `Allocation key ${code} is not in the lists of ${year}.`,
  )
}

function divided(cents: number, weights: readonly number[]): readonly number[] {
  const parts = allocate(cents, weights)
  if (parts !== undefined) return parts
  throw invalid(
    'De sleutel heeft geen aandeel groter dan 0, of een aandeel dat te groot is.',
    'The key has no share above 0, or a share that is too large.',
  )
}
