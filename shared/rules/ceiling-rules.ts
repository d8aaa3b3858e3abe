/** Rules about what this area draws on a source against its ceilings, and what is left at the end of the year. */
import { areaCeilingOf, ceilingOf, type Source } from '#shared/model/index.ts'
import { drawsOfBudget, lookingAtDraws } from './draws.ts'
import { sourceOf, type WholeFacts } from './facts.ts'
import type { PlacedHit, WorkbookRule } from './rule.ts'
import { amount } from './wording.ts'

/** Without a ceiling of its own the area may use the whole source and no more; what all areas use together is GB-701. */
const areaCeiling: WorkbookRule = {
  id: 'GB-403',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  ...lookingAtDraws,
  check: (facts) =>
    drawsBySource(facts).flatMap(({ source, year, cents }): readonly PlacedHit[] => {
      const ceiling = areaCeilingOf(source, year, facts.budget.areaCode) ?? ceilingOf(source, year)
      if (ceiling === undefined || cents <= ceiling) return []
      const [expected, found] = [amount(ceiling), amount(cents)]
      return [{ table: 'begroting', field: 'sourceCode', values: [source.code, found, expected], expected, found }]
    }),
  message: {
    nl: 'Beroep op {bron} ({beroep}) is hoger dan het plafond voor dit gebied ({plafond}).',
    en: "Draw on {source} ({draw}) exceeds this area's ceiling ({ceiling}).",
  },
}

/** A component's ceiling of all areas or of this one. */
const componentCeiling: WorkbookRule = {
  id: 'GB-408',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  ...lookingAtDraws,
  check: (facts) =>
    drawsOfBudget(facts).flatMap(({ sourceCode, component, year, cents }): readonly PlacedHit[] => {
      const source = sourceOf(facts, sourceCode)
      const ceilings = source?.ceilings.filter(
        (ceiling) =>
          ceiling.component === component &&
          ceiling.year === year &&
          (ceiling.areaCode === null || ceiling.areaCode === facts.budget.areaCode),
      )
      const exceeded = ceilings?.filter((ceiling) => cents > ceiling.cents) ?? []
      return exceeded.map((ceiling) => ({
        table: 'begroting',
        field: 'component',
        values: [component, sourceCode, amount(cents), amount(ceiling.cents)],
        expected: amount(ceiling.cents),
        found: amount(cents),
      }))
    }),
  message: {
    nl: 'Onderdeel {onderdeel} van {bron} overschreden: {beroep} van {plafond}.',
    en: 'Component {component} of {source} exceeded: {draw} of {ceiling}.',
  },
}

/**
 * In the forecast and the accounts. Of this area's own ceiling only: what is left of a source that areas share is not
 * known from one workbook.
 */
const remainderUndecided: WorkbookRule = {
  id: 'GB-411',
  severity: 'warning',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  ...lookingAtDraws,
  check(facts) {
    const { areaCode, year, version } = facts.budget
    if (version !== 'prognose' && version !== 'realisatie') return []
    const draws = drawsBySource(facts).filter((draw) => draw.year === year)
    return facts.lists.reference.sources.flatMap((source): readonly PlacedHit[] => {
      const ceiling = areaCeilingOf(source, year, areaCode)
      if (ceiling === undefined || source.remainderDestination !== null) return []
      const remainder = ceiling - (draws.find((draw) => draw.source.code === source.code)?.cents ?? 0)
      if (remainder <= 0) return []
      return [{ table: 'begroting', field: 'sourceCode', values: [amount(remainder), source.code] }]
    })
  },
  message: {
    nl: 'Restant {bedrag} van {bron} is niet bestemd (vrijval of overheveling?).',
    en: 'Remainder {amount} of {source} has no destination (release or carry-over?).',
  },
}

export const ceilingRules: readonly WorkbookRule[] = [areaCeiling, componentCeiling, remainderUndecided]

interface SourceDraw {
  readonly source: Source
  readonly year: number
  readonly cents: number
}

/** Draws on known sources per calendar year, all components together. */
function drawsBySource(facts: WholeFacts): readonly SourceDraw[] {
  const sums = new Map<string, SourceDraw>()
  for (const { sourceCode, year, cents } of drawsOfBudget(facts)) {
    const source = sourceOf(facts, sourceCode)
    if (source === undefined) continue
    const key = `${sourceCode}\n${year}`
    sums.set(key, { source, year, cents: (sums.get(key)?.cents ?? 0) + cents })
  }
  return [...sums.values()]
}
