/** What a cell asks the server, apart from the key that each request gives it. */

import { derivedVersion, horizonYears, isAmendment } from '#shared/model/index.ts'
import type { CellAnswer, CellQuestion } from '#shared/questions/index.ts'
import type { AreaChange } from '../ports/server.ts'

export type Question = WithoutKey<CellQuestion>
/** An answer is the same whatever request brought it. */
export type Answer = WithoutKey<CellAnswer>
type WithoutKey<T> = T extends unknown ? Omit<T, 'sleutel'> : never

/**
 * Equal questions, and no others, have equal names: functions make them with their fields in one order, and no text that was
 * read from an argument holds a line end or is empty.
 */
export function nameOf(question: Question): string {
  return Object.values(question).join('\n')
}

/** Whether what was synchronised can change the answer. When in doubt it can: asking again costs little. */
export function isTouched(question: Question, change: AreaChange): boolean {
  switch (question.functie) {
    case 'totaal':
    case 'saldo':
    case 'regels':
      return (
        isOfArea(question.gebied, change) &&
        question.jaar === change.year &&
        isOfVersion(question.versie, change.version)
      )
    case 'status':
      return isOfArea(question.gebied, change) && (question.jaar === null || question.jaar === change.year)
    case 'plafond':
    case 'beroep':
    case 'restant':
      return isOfArea(question.gebied, change) && isInHorizon(question.jaar, change.year)
    case 'consolidatie':
      return question.per === 'bron' ? isInHorizon(question.jaar, change.year) : question.jaar === change.year
    case 'verschil':
      return question.jaar === change.year
    case 'reservestand':
    case 'besluit':
      return true
  }
}

function isOfArea(area: string | null, change: AreaChange): boolean {
  return area === null || area === change.areaCode
}

/** Null is the latest version, whichever that is; the derived version is made of the original and its amendments. */
function isOfVersion(asked: string | null, changed: string): boolean {
  if (asked === null || asked === changed) return true
  return asked === derivedVersion && (changed === 'primitief' || isAmendment(changed))
}

/** A budget draws on sources in its own year and the three after it. */
function isInHorizon(year: number, budgetYear: number): boolean {
  return year >= budgetYear && year < budgetYear + horizonYears
}
