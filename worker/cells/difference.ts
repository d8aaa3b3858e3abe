/**
 * What changed between two versions, as the effect on the balance (baten minus lasten) of the budget's own year: version 2
 * minus version 1, so positive is favourable. Of a goal over all areas, or of one line. A line that a version does not have
 * counts as 0 there; an amendment's line also counts for the line that it changes.
 */
import { isAmendment } from '#shared/model/index.ts'
import type { CellQuestion } from '#shared/questions/index.ts'
import { mayReadRows, type Person } from '../auth/rights.ts'
import { isInHorizon } from '../store/cell-lists.ts'
import type { LineEffect } from '../store/line-effects.ts'
import type { YearBudget } from '../store/load-sums.ts'
import { countedIndexes, type Facts, isFault, type KnownFacts } from './facts.ts'
import { type CellValue, centsValue, type Fault, fault, noBudget, noRight } from './values.ts'

export type DifferenceQuestion = Extract<CellQuestion, { functie: 'verschil' }>

/** Goals are those of the lists; every other text is the number of a line. */
export function isAboutGoal({ lists }: KnownFacts, { regelOfDoel, jaar }: DifferenceQuestion): boolean {
  return lists.goals.some((goal) => goal.code === regelOfDoel && isInHorizon(goal, jaar))
}

export function answerGoalDifference(facts: Facts, question: DifferenceQuestion): CellValue {
  const { regelOfDoel, jaar, versie1, versie2 } = question
  const [first, second] = [versie1, versie2].map((version) => goalBalance(facts, regelOfDoel, jaar, version))
  if (typeof first !== 'bigint') return first ?? noBudget(null, jaar, versie1)
  if (typeof second !== 'bigint') return second ?? noBudget(null, jaar, versie2)
  return centsValue(second - first)
}

function goalBalance(facts: Facts, goalCode: string, year: number, version: string): bigint | Fault {
  const indexes = countedIndexes(facts, null, year, version)
  if (isFault(indexes)) return indexes
  return indexes
    .flatMap(({ sums }) => sums.totals.filter((total) => total.goalCode === goalCode))
    .reduce((sum, { side, cents }) => sum + signOf(side) * BigInt(cents[0] ?? 0), 0n)
}

function signOf(side: string): bigint {
  if (side === 'B') return 1n
  return side === 'L' ? -1n : 0n
}

/** Where a line can stand: in its own area when the number begins with the code of one, else in any that may be read. */
export interface LineSearch {
  readonly question: DifferenceQuestion
  readonly first: readonly YearBudget[]
  readonly second: readonly YearBudget[]
}

export function planLineSearch(person: Person, facts: KnownFacts, question: DifferenceQuestion): LineSearch | Fault {
  const { regelOfDoel, jaar, versie1, versie2 } = question
  const prefix = regelOfDoel.split('-')[0] ?? ''
  const codes = new Set(facts.budgetsOf(jaar).map(({ areaCode }) => areaCode))
  const areaCode = codes.has(prefix) ? prefix : null
  if (areaCode !== null && !mayReadRows(person, areaCode)) return noRight(areaCode)
  const counted = (version: string) =>
    facts.counted(jaar, version, areaCode).filter((budget) => mayReadRows(person, budget.areaCode))
  const readable = facts.budgetsOf(jaar).filter((budget) => mayReadRows(person, budget.areaCode))
  if (readable.length === 0) return noLines(regelOfDoel)
  const [first, second] = [counted(versie1), counted(versie2)]
  if (first.length === 0) return noBudget(areaCode, jaar, versie1)
  return second.length === 0 ? noBudget(areaCode, jaar, versie2) : { question, first, second }
}

function noLines(text: string): Fault {
  return fault(
    'geen-recht',
    `${text} is geen doel, en regels van gebieden mag u niet lezen.`,
    `${text} is no goal, and you may not read the rows of areas.`,
  )
}

/** Every budget in which the line is looked for, with the number. */
export function searchPairs({ question, first, second }: LineSearch): readonly (readonly [number, string])[] {
  const ids = new Set([...first, ...second].map(({ budgetId }) => budgetId))
  return [...ids].map((id) => [id, question.regelOfDoel])
}

/** Budgets whose lines may change the line. */
export function searchAmendments({ first, second }: LineSearch): readonly number[] {
  return [...first, ...second].filter(({ version }) => isAmendment(version)).map(({ budgetId }) => budgetId)
}

/** `effects`: of the line, in whatever budget. */
export function answerLineDifference(search: LineSearch, effects: readonly LineEffect[]): CellValue {
  const { regelOfDoel, jaar, versie1, versie2 } = search.question
  const areaOf = new Map([...search.first, ...search.second].map(({ budgetId, areaCode }) => [budgetId, areaCode]))
  const found = effects.filter(({ budgetId }) => areaOf.has(budgetId))
  const areas = [...new Set(found.map(({ budgetId }) => areaOf.get(budgetId)))]
  if (areas.length === 1) return centsValue(sumIn(found, search.second) - sumIn(found, search.first))
  if (areas.length > 1) {
    return fault(
      'onbekend',
      `${regelOfDoel} is een regel van ${areas.join(' en ')}; kies een nummer dat maar een gebied heeft.`,
      `${regelOfDoel} is a line of ${areas.join(' and ')}; choose a number that only one area has.`,
    )
  }
  return fault(
    'onbekend',
    `${regelOfDoel} is geen doel en geen regel van ${jaar} in ${versie1} of ${versie2}.`,
    `${regelOfDoel} is no goal and no line of ${jaar} in ${versie1} or ${versie2}.`,
  )
}

function sumIn(effects: readonly LineEffect[], budgets: readonly YearBudget[]): bigint {
  const ids = new Set(budgets.map(({ budgetId }) => budgetId))
  return effects.filter(({ budgetId }) => ids.has(budgetId)).reduce((sum, { cents }) => sum + BigInt(cents), 0n)
}
