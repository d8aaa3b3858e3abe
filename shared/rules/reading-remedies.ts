/** Why a cell could not be read or was read with a remark, and what a person can do about it. */
import { centsMax, type ReadingError, type ReadingWarning } from '#shared/cells/index.ts'
import type { Field, FieldKind } from '#shared/model/index.ts'
import type { Wording } from './rule.ts'
import { amount } from './wording.ts'

export const kindNames: Readonly<Record<FieldKind, Wording>> = {
  code: { nl: 'code', en: 'a code' },
  text: { nl: 'tekst', en: 'text' },
  cents: { nl: 'bedrag', en: 'an amount' },
  hours: { nl: 'aantal uren', en: 'a number of hours' },
  year: { nl: 'jaartal', en: 'a year' },
  date: { nl: 'datum', en: 'a date' },
}

/** The reason and the remedy as one phrase; the limit is named when there is one. */
export function remedyOf(code: string, field: Field | undefined): Wording {
  if (code === 'too-long' && field?.max !== undefined) {
    return {
      nl: `te lang, kort in tot hoogstens ${field.max} tekens`,
      en: `too long, shorten it to at most ${field.max} characters`,
    }
  }
  return remedies[code as ReadingError] ?? { nl: code, en: code }
}

const largest = amount(centsMax)

const remedies: Readonly<Record<ReadingError, Wording>> = {
  'not-a-number': { nl: 'typ een getal zonder woorden', en: 'type a number without words' },
  ambiguous: {
    nl: 'de punt of komma kan twee dingen betekenen, typ het getal zonder scheiding van duizendtallen',
    en: 'the dot or comma can mean two things, type the number without separating thousands',
  },
  'bad-grouping': {
    nl: 'de punten of komma’s staan verkeerd, typ het getal zonder scheiding van duizendtallen',
    en: 'the dots or commas are misplaced, type the number without separating thousands',
  },
  'too-large': { nl: `te groot, hoogstens ${largest.nl}`, en: `too large, at most ${largest.en}` },
  'other-currency': { nl: 'andere munt, reken om naar euro', en: 'another currency, convert it to euros' },
  percentage: {
    nl: 'de cel is opgemaakt als percentage, zet de opmaak op Standaard',
    en: 'the cell is formatted as a percentage, format it as General',
  },
  scientific: { nl: 'typ het getal voluit', en: 'type the number in full' },
  'date-in-amount': {
    nl: 'Excel heeft er een datum of tijd van gemaakt, zet de opmaak goed en typ de waarde opnieuw',
    en: 'Excel made a date or time of it, correct the format and type the value again',
  },
  'formula-as-text': {
    nl: 'de formule staat er als tekst, zet de opmaak op Standaard en voer de formule opnieuw in',
    en: 'the formula stands there as text, format the cell as General and enter the formula again',
  },
  'non-western-digits': { nl: 'typ de cijfers 0 tot en met 9', en: 'type the digits 0 to 9' },
  'invisible-characters': {
    nl: 'de cel bevat onzichtbare tekens, typ de inhoud opnieuw',
    en: 'the cell holds invisible characters, type its content again',
  },
  boolean: { nl: 'vervang WAAR of ONWAAR door een waarde', en: 'replace TRUE or FALSE with a value' },
  'error-cell': { nl: 'herstel de formule', en: 'repair the formula' },
  'not-a-date': { nl: 'typ een datum zoals 31-12-2023', en: 'type a date such as 31-12-2023' },
  'no-such-date': {
    nl: 'deze dag bestaat niet, typ een datum zoals 31-12-2023',
    en: 'there is no such day, type a date such as 31-12-2023',
  },
  'two-digit-year': { nl: 'typ het jaar met vier cijfers', en: 'type the year with four digits' },
  'year-as-date': { nl: 'typ ook de dag en de maand', en: 'type the day and the month too' },
  negative: { nl: 'dit kan niet negatief zijn', en: 'it cannot be negative' },
  'other-unit': { nl: 'andere eenheid, typ alleen het aantal uren', en: 'another unit, type only the number of hours' },
  'invalid-unicode': { nl: 'de tekst is beschadigd, typ die opnieuw', en: 'the text is damaged, type it again' },
  'too-long': { nl: 'te lang, kort de inhoud in', en: 'too long, shorten it' },
}

/** Remarks about a value that was read. */
export const remarks: Readonly<Partial<Record<string, Wording>>> = {
  rounded: { nl: 'afgerond op twee decimalen', en: 'rounded to two decimals' },
  'english-notation': { nl: 'opgevat als Engelse notatie', en: 'taken as English notation' },
  'invisible-characters': { nl: 'onzichtbare tekens weggelaten', en: 'invisible characters left out' },
  'time-ignored': { nl: 'de tijd is weggelaten', en: 'the time was left out' },
  'time-notation': { nl: 'opgevat als uren en minuten', en: 'taken as hours and minutes' },
  'number-as-text': { nl: 'het getal staat er als tekst', en: 'the number stands there as text' },
} satisfies Record<ReadingWarning, Wording>
