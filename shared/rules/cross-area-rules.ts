/** Rules over the budgets of all areas: what only the server, or a consolidation, can judge. */
import { ceilingOf, type Draw } from '#shared/model/index.ts'
import type { DrawsRule, Hit } from './rule.ts'
import { amount } from './wording.ts'

/** A source with several items in the lists (codes are re-used) is judged by the one that has a ceiling in the year. */
const sourceOverdrawn: DrawsRule = {
  id: 'GB-701',
  severity: 'error',
  scope: 'cross-area',
  where: 'server',
  on: 'draws',
  check(draws, sources) {
    const sums = sumsBySource(draws)
    return sources.flatMap((source): readonly Hit[] =>
      [...(sums.get(source.code) ?? [])].flatMap(([year, cents]) => {
        const ceiling = ceilingOf(source, year)
        if (ceiling === undefined || cents <= ceiling) return []
        return [{ values: [source.code, amount(cents), amount(ceiling)] }]
      }),
    )
  },
  message: {
    nl: '{bron} is over alle gebieden heen overschreden: {beroep} van {plafond}.',
    en: '{source} is overdrawn across all areas: {draw} of {ceiling}.',
  },
}

export const crossAreaRules: readonly DrawsRule[] = [sourceOverdrawn]

/** Source -> calendar year -> cents of all areas and components. */
function sumsBySource(draws: readonly Draw[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const sums = new Map<string, Map<number, number>>()
  for (const { sourceCode, year, cents } of draws) {
    const years = sums.get(sourceCode) ?? new Map<number, number>()
    years.set(year, (years.get(year) ?? 0) + cents)
    sums.set(sourceCode, years)
  }
  return sums
}
