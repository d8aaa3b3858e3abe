/** Answers the questions of one request: what they need is read in a few queries, then every answer is computed. */
import type { CellQuestion } from '#shared/questions/index.ts'
import { mayReadRows, type Person } from '../auth/rights.ts'
import { loadLatestYears } from '../store/budget.ts'
import { type DecisionFacts, loadDecisions } from '../store/decisions.ts'
import type { YearBudget } from '../store/load-sums.ts'
import { answerConsolidation } from './consolidation.ts'
import { answerCeiling, answerDraw, answerRemainder } from './coverage.ts'
import { answerDecision } from './decisions.ts'
import { answerGoalDifference } from './difference.ts'
import { type Facts, factsOf, isFault } from './facts.ts'
import { answerLineDifferences } from './line-differences.ts'
import { answerLineTables } from './line-tables.ts'
import { type Memory, recall, recallSums } from './memory.ts'
import { neededBudgets } from './needed-budgets.ts'
import { answerReserves, roundsOf } from './reserves.ts'
import { answerStatus } from './status.ts'
import { answerBalance, answerTotal } from './totals.ts'
import type { CellValue, Fault } from './values.ts'

export interface QuestionsInput {
  readonly db: D1Database
  readonly memory: Memory
  readonly person: Person
  /** A fault instead of what could not be read as a question. */
  readonly questions: readonly (CellQuestion | Fault)[]
}

export interface AnsweredQuestions {
  /** The store's commit number; a value may also hold what was committed while it was read. */
  readonly seq: number
  /** One for each question, in their order. */
  readonly values: readonly CellValue[]
}

export async function answerQuestions(input: QuestionsInput): Promise<AnsweredQuestions> {
  const { db, memory, person } = input
  const questions = input.questions.flatMap((question) => (isFault(question) ? [] : [question]))
  const latestYears = await loadLatestYears(db, areasWithoutYear(questions))
  const { kept, seq, budgets, lists } = await recall(db, memory, yearsIn(questions, latestYears))
  const known = factsOf(budgets, lists)
  const { budgetIds, refused } = neededBudgets(known, questions)
  const indexes = await recallSums(db, kept, budgetIds)
  const indexOf = ({ budgetId }: YearBudget) => {
    const index = indexes.get(budgetId)
    if (index === undefined) throw new Error(`The sums of budget ${budgetId} were not read.`)
    return index
  }
  const facts = { ...known, indexOf }
  const given = new Map([
    ...refused,
    ...(await answerLineDifferences(db, person, known, questions)),
    ...(await answerLineTables(db, person, known, questions)),
    ...(await answerReserves(
      db,
      facts,
      questions.filter((question) => !refused.has(question)),
    )),
  ])
  const decisions = await readableDecisions(db, person, questions)
  const valueOf = (question: CellQuestion) => given.get(question) ?? compute(facts, question, latestYears, decisions)
  return { seq, values: input.questions.map((question) => (isFault(question) ? question : valueOf(question))) }
}

function compute(
  facts: Facts,
  question: CellQuestion,
  latestYears: ReadonlyMap<string, number>,
  decisions: readonly DecisionFacts[],
): CellValue {
  switch (question.functie) {
    case 'totaal':
      return answerTotal(facts, question)
    case 'saldo':
      return answerBalance(facts, question)
    case 'plafond':
      return answerCeiling(facts, question)
    case 'beroep':
      return answerDraw(facts, question)
    case 'restant':
      return answerRemainder(facts, question)
    case 'verschil':
      return answerGoalDifference(facts, question)
    case 'status':
      return answerStatus(facts, question, latestYears)
    case 'besluit':
      return answerDecision(question, decisions)
    case 'consolidatie':
      return answerConsolidation(facts, question)
    case 'reservestand':
    case 'regels':
      throw new Error('What is read for the question itself is answered before.')
  }
}

function areasWithoutYear(questions: readonly CellQuestion[]): readonly string[] {
  const areas = questions.flatMap((question) =>
    question.functie === 'status' && question.jaar === null ? [question.gebied] : [],
  )
  return [...new Set(areas)]
}

function yearsIn(questions: readonly CellQuestion[], latestYears: ReadonlyMap<string, number>): readonly number[] {
  const named = questions.flatMap((question) => {
    if (question.functie === 'reservestand') return roundsOf(question.jaar)
    return 'jaar' in question ? (question.jaar ?? []) : []
  })
  return [...new Set([...named, ...latestYears.values()])]
}

async function readableDecisions(
  db: D1Database,
  person: Person,
  questions: readonly CellQuestion[],
): Promise<readonly DecisionFacts[]> {
  const numbers = questions.flatMap((question) => (question.functie === 'besluit' ? [question.nr] : []))
  if (numbers.length === 0) return []
  const decisions = await loadDecisions(db, [...new Set(numbers)])
  return decisions.filter(({ areaCode }) => areaCode === null || mayReadRows(person, areaCode))
}
