/** Which budgets the answers add up, so that the sums of those, and of no others, are read. */
import type { CellQuestion } from '#shared/questions/index.ts'
import type { YearBudget } from '../store/load-sums.ts'
import { isAboutGoal } from './difference.ts'
import type { KnownFacts } from './facts.ts'
import { reserveRound } from './reserves.ts'
import { type Fault, tooLarge } from './values.ts'

/** A year of forty areas with ten versions each, and some more. */
const budgetsPerRequestMax = 500

export interface NeededBudgets {
  readonly budgetIds: readonly number[]
  /** Questions that would need more budgets than one request may read. */
  readonly refused: ReadonlyMap<CellQuestion, Fault>
}

/** In the order of the questions, as far as the limit allows. */
export function neededBudgets(facts: KnownFacts, questions: readonly CellQuestion[]): NeededBudgets {
  const ids = new Set<number>()
  const refused = new Map<CellQuestion, Fault>()
  const seen = new Set<readonly YearBudget[]>()
  for (const question of questions) {
    const lists = countedBy(facts, question).filter((budgets) => !seen.has(budgets))
    const fresh = new Set(
      lists.flatMap((budgets) => budgets.map(({ budgetId }) => budgetId)).filter((id) => !ids.has(id)),
    )
    if (ids.size + fresh.size > budgetsPerRequestMax) {
      refused.set(question, tooManyBudgets())
      continue
    }
    for (const id of fresh) ids.add(id)
    for (const budgets of lists) seen.add(budgets)
  }
  return { budgetIds: [...ids], refused }
}

function countedBy(facts: KnownFacts, question: CellQuestion): readonly (readonly YearBudget[])[] {
  switch (question.functie) {
    case 'totaal':
    case 'saldo':
      return [facts.counted(question.jaar, question.versie, question.gebied)]
    case 'beroep':
    case 'restant':
      return [facts.counted(question.jaar, null, question.gebied)]
    case 'reservestand':
      return [reserveRound(facts, question.jaar).budgets]
    case 'consolidatie':
      return [facts.counted(question.jaar, question.versie, null)]
    case 'verschil':
      return isAboutGoal(facts, question)
        ? [question.versie1, question.versie2].map((version) => facts.counted(question.jaar, version, null))
        : []
    case 'plafond':
    case 'status':
    case 'besluit':
    case 'regels':
      return []
  }
}

function tooManyBudgets(): Fault {
  return tooLarge(
    `Meer dan ${budgetsPerRequestMax} begrotingen tegelijk gaat niet`,
    `More than ${budgetsPerRequestMax} budgets at once is not possible`,
  )
}
