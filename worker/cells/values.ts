/** What a question of a cell comes to, without the key of who asked. */
import type { CellAnswer } from '#shared/questions/index.ts'

type WithoutKey<Answer> = Answer extends unknown ? Omit<Answer, 'sleutel'> : never

export type CellValue = WithoutKey<CellAnswer>
export type Fault = Extract<CellValue, { soort: 'fout' }>

export function centsValue(cents: bigint): CellValue {
  return { soort: 'cents', cents: String(cents) }
}

export function textValue(tekst: string): CellValue {
  return { soort: 'tekst', tekst }
}

/** `nl` and `en` name what it is about: a person reads them beside one of many cells. */
export function fault(code: Fault['code'], nl: string, en: string): Fault {
  return { soort: 'fout', code, reden: { nl, en } }
}

export function unknownArea(areaCode: string, year: number): Fault {
  return fault('onbekend', `Gebied ${areaCode} bestaat niet in ${year}.`, `Area ${areaCode} does not exist in ${year}.`)
}

/** `areaCode` null: of no area at all. `version` null: not even the original budget. */
export function noBudget(areaCode: string | null, year: number, version: string | null): Fault {
  const who = areaCode === null ? { nl: 'Geen enkel gebied', en: 'No area' } : { nl: areaCode, en: areaCode }
  const what = version === null ? '' : ` ${version}`
  return fault(
    'onbekend',
    `${who.nl} heeft${areaCode === null ? '' : ' nog geen'} begroting ${year}${what} gesynchroniseerd.`,
    `${who.en} has${areaCode === null ? '' : ' not yet'} synchronised a budget ${year}${what}.`,
  )
}

export function unknownSource(sourceCode: string, year: number): Fault {
  return fault(
    'onbekend',
    `Bron ${sourceCode} staat niet in de lijsten van ${year}.`,
    `Source ${sourceCode} is not in the lists of ${year}.`,
  )
}

export function noRight(areaCode: string): Fault {
  return fault(
    'geen-recht',
    `U mag de regels van ${areaCode} niet lezen; totalen wel.`,
    `You may not read the rows of ${areaCode}; you may read its totals.`,
  )
}

/** `what`: which part of the request was too much. */
export function tooLarge(nl: string, en: string): Fault {
  return fault('te-groot', `${nl}; vraag minder tegelijk.`, `${en}; ask for less at a time.`)
}
