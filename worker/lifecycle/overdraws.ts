import { claimingBudgets, countedBudgets } from '#shared/consolidation/index.ts'
import { type Finding, isAmendment } from '#shared/model/index.ts'
import { checkDraws } from '#shared/rules/index.ts'
import { loadBudgetsOfYear, loadDraws } from '../store/load-sums.ts'
import { loadSources } from '../store/reference.ts'

/**
 * What this area draws on together with others, beyond a ceiling (GB-701). An amendment is judged together with what it
 * amends and with what else is proposed.
 */
export async function loadCrossFindings(
  db: D1Database,
  { year, version, areaCode }: { readonly year: number; readonly version: string; readonly areaCode?: string },
): Promise<readonly Finding[]> {
  const budgets = await loadBudgetsOfYear(db, year)
  const claiming = isAmendment(version) ? claimingBudgets(budgets) : countedBudgets(version, budgets)
  const draws = await loadDraws(db, claiming)
  const own = new Set(draws.filter((draw) => draw.areaCode === areaCode).map((draw) => draw.sourceCode))
  if (own.size === 0) return []
  return checkDraws(
    draws.filter((draw) => own.has(draw.sourceCode)),
    await loadSources(db, year),
  )
}
