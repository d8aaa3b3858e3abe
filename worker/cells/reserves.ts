/** What is in a reserve at the end of a year: the questions for it, with what lines move read in one query for a round. */
import {
  type Draw,
  horizonYears,
  isValidIn,
  type Reserve,
  type ReserveMovement,
  reserveBalances,
  sourcesOfReserve,
} from '#shared/model/index.ts'
import { nameText, reserveMovement, subjectKey, type SubjectName } from '#shared/rules/index.ts'
import type { CellQuestion } from '#shared/questions/index.ts'
import { isInHorizon } from '../store/cell-lists.ts'
import { keepMissingParts } from '../store/keep-parts.ts'
import type { YearBudget } from '../store/load-sums.ts'
import { loadParts } from '../store/subject-parts.ts'
import type { Facts, KnownFacts } from './facts.ts'
import { type CellValue, centsValue, fault } from './values.ts'

type Question = Extract<CellQuestion, { functie: 'reservestand' }>

/** Budget years that may hold the year asked for: its own and those whose horizon reaches it, newest first. */
export function roundsOf(year: number): readonly number[] {
  return Array.from({ length: horizonYears }, (_, i) => year - i)
}

/** The newest budget year that anybody budgeted and that reaches the year, else the year itself; and its counted budgets. */
export function reserveRound(
  facts: KnownFacts,
  year: number,
): { readonly year: number; readonly budgets: readonly YearBudget[] } {
  const round = roundsOf(year).find((candidate) => facts.budgetsOf(candidate).length > 0) ?? year
  return { year: round, budgets: facts.counted(round, null, null) }
}

/** As GB-715 judges it, with of each area its latest adopted budget, else `primitief`. */
export async function answerReserves(
  db: D1Database,
  facts: Facts,
  questions: readonly CellQuestion[],
): Promise<ReadonlyMap<CellQuestion, CellValue>> {
  const asked = questions.filter((question) => question.functie === 'reservestand')
  if (asked.length > 0) await keepMissingParts(db)
  const byRound = Map.groupBy(asked, ({ jaar }) => reserveRound(facts, jaar).year)
  const answers = new Map<CellQuestion, CellValue>()
  for (const [roundYear, ofRound] of byRound) {
    const codes = [...new Set(ofRound.map(({ reserve }) => reserve))]
    const movements = await loadMovements(db, facts, roundYear, codes)
    for (const question of ofRound) {
      answers.set(question, answerReserve(facts, roundYear, question, movements.get(question.reserve) ?? []))
    }
  }
  return answers
}

/** By the code of the reserve. */
async function loadMovements(
  db: D1Database,
  facts: Facts,
  roundYear: number,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly ReserveMovement[]>> {
  const budgets = new Map(facts.counted(roundYear, null, null).map((budget) => [budget.budgetId, budget]))
  const parts = await loadParts(db, roundYear, codes.map(nameOf), budgets)
  const byName = Map.groupBy(parts, ({ name }) => name)
  return new Map(
    codes.map((code) => [code, (byName.get(nameText(nameOf(code))) ?? []).map(({ part }) => reserveMovement(part))]),
  )
}

function nameOf(code: string): SubjectName {
  return { kind: 'reserve', key: subjectKey(code) }
}

function answerReserve(
  facts: Facts,
  roundYear: number,
  { reserve: code, jaar }: Question,
  movements: readonly ReserveMovement[],
): CellValue {
  const reserve = facts.lists.reserves.find((item) => item.code === code && isValidIn(item, jaar))
  if (reserve === undefined) {
    return fault(
      'onbekend',
      `Reserve ${code} staat niet in de lijsten van ${jaar}.`,
      `Reserve ${code} is not in the lists of ${jaar}.`,
    )
  }
  const years = Array.from({ length: jaar - roundYear + 1 }, (_, i) => roundYear + i)
  const balances = reserveBalances(reserve, movements, drawsOn(facts, roundYear, reserve), years)
  const balance = balances.find(({ year }) => year === jaar)
  if (balance !== undefined) return centsValue(balance.cents)
  return fault(
    'onbekend',
    `Van reserve ${code} is geen stand bekend op 1 januari ${jaar} of eerder.`,
    `Of reserve ${code} no balance is known on 1 January ${jaar} or before.`,
  )
}

function drawsOn(facts: Facts, roundYear: number, { code }: Reserve): readonly Draw[] {
  const sources = facts.lists.sources.filter((source) => isInHorizon(source, roundYear))
  const sourceCodes = new Set(sourcesOfReserve(code, sources).map((source) => source.code))
  return facts.counted(roundYear, null, null).flatMap((budget) => {
    const { areaCode, version } = budget
    const { drawsBySource } = facts.indexOf(budget)
    return [...sourceCodes].flatMap((sourceCode) =>
      (drawsBySource.get(sourceCode) ?? []).map((draw) => ({ areaCode, version, budgetYear: roundYear, ...draw })),
    )
  })
}
