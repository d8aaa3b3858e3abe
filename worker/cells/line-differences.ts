/** The questions about a difference that are about lines, looked up together. */
import type { CellQuestion } from '#shared/questions/index.ts'
import type { Person } from '../auth/rights.ts'
import { type LineEffect, loadLineEffects } from '../store/line-effects.ts'
import {
  answerLineDifference,
  isAboutGoal,
  type LineSearch,
  planLineSearch,
  searchAmendments,
  searchPairs,
} from './difference.ts'
import { isFault, type KnownFacts } from './facts.ts'
import { type CellValue, type Fault, tooLarge } from './values.ts'

/** Numbers of lines times the budgets to look for each in. */
const linePairsMax = 20_000

export async function answerLineDifferences(
  db: D1Database,
  person: Person,
  facts: KnownFacts,
  questions: readonly CellQuestion[],
): Promise<ReadonlyMap<CellQuestion, CellValue>> {
  const answers = new Map<CellQuestion, CellValue>()
  const searches: LineSearch[] = []
  let pairCount = 0
  for (const question of questions) {
    if (question.functie !== 'verschil' || isAboutGoal(facts, question)) continue
    const search = planLineSearch(person, facts, question)
    pairCount += isFault(search) ? 0 : searchPairs(search).length
    if (isFault(search)) answers.set(question, search)
    else if (pairCount > linePairsMax) answers.set(question, tooManyLines())
    else searches.push(search)
  }
  const effects = await effectsOf(db, searches)
  for (const search of searches) {
    const { regelOfDoel } = search.question
    answers.set(search.question, answerLineDifference(search, effects.get(regelOfDoel) ?? []))
  }
  return answers
}

async function effectsOf(
  db: D1Database,
  searches: readonly LineSearch[],
): Promise<ReadonlyMap<string, readonly LineEffect[]>> {
  if (searches.length === 0) return new Map()
  const amendments = [...new Set(searches.flatMap(searchAmendments))]
  const pairs = new Map(searches.flatMap(searchPairs).map((pair) => [JSON.stringify(pair), pair]))
  const effects = await loadLineEffects(db, [...pairs.values()], amendments)
  return Map.groupBy(effects, ({ lineNumber }) => lineNumber)
}

function tooManyLines(): Fault {
  return tooLarge('Dit vraagt te veel regels in een keer', 'This asks for too many lines at once')
}
