/**
 * What a source has, what is drawn on it and what is left, in one calendar year, as the budgets of that year have it (of
 * each area the latest adopted version, else `primitief`).
 */
import { areaCeilingOf, ceilingOf, componentCeilingOf, type Source } from '#shared/model/index.ts'
import type { CellQuestion } from '#shared/questions/index.ts'
import { isInHorizon } from '../store/cell-lists.ts'
import { drawCents } from './budget-index.ts'
import { areaFault, type Facts, isFault } from './facts.ts'
import { type CellValue, centsValue, type Fault, fault, unknownSource } from './values.ts'

type CoverageQuestion = Pick<Extract<CellQuestion, { functie: 'restant' }>, 'bron' | 'jaar' | 'gebied' | 'onderdeel'>

export function answerCeiling(facts: Facts, question: CoverageQuestion): CellValue {
  const ceiling = ceilingCents(facts, question)
  return isFault(ceiling) ? ceiling : centsValue(ceiling.cents)
}

/** 0 when nobody draws on it; a source outside the lists that is drawn on has a draw too. */
export function answerDraw(facts: Facts, question: CoverageQuestion): CellValue {
  const { bron, jaar, gebied } = question
  const fault = areaFault(facts, gebied, jaar)
  if (fault !== undefined) return fault
  const indexes = facts.counted(jaar, null, gebied).map(facts.indexOf)
  const isKnown = sourceOf(facts, bron, jaar) !== undefined || indexes.some((index) => index.drawsBySource.has(bron))
  return isKnown ? centsValue(drawnCents(facts, question)) : unknownSource(bron, jaar)
}

/** Ceiling minus draw; negative: overdrawn. */
export function answerRemainder(facts: Facts, question: CoverageQuestion): CellValue {
  const ceiling = ceilingCents(facts, question)
  return isFault(ceiling) ? ceiling : centsValue(ceiling.cents - drawnCents(facts, question))
}

function sourceOf({ lists }: Facts, code: string, year: number): Source | undefined {
  return lists.sources.find((source) => source.code === code && isInHorizon(source, year))
}

function drawnCents(facts: Facts, { bron, jaar, gebied, onderdeel }: CoverageQuestion): bigint {
  return facts
    .counted(jaar, null, gebied)
    .reduce((sum, budget) => sum + drawCents(facts.indexOf(budget), bron, jaar, onderdeel), 0n)
}

function ceilingCents(facts: Facts, question: CoverageQuestion): { readonly cents: bigint } | Fault {
  const { bron, jaar, gebied, onderdeel } = question
  const wrongArea = areaFault(facts, gebied, jaar)
  if (wrongArea !== undefined) return wrongArea
  const source = sourceOf(facts, bron, jaar)
  if (source === undefined) return unknownSource(bron, jaar)
  const cents = namedCeiling(source, jaar, gebied, onderdeel)
  if (cents !== undefined) return { cents: BigInt(cents) }
  const part = [onderdeel ?? [], gebied ?? []].flat()
  return fault(
    'onbekend',
    `Bron ${bron} heeft in ${jaar} geen plafond${part.length === 0 ? '' : ` voor ${part.join(' in ')}`}.`,
    `Source ${bron} has no ceiling in ${jaar}${part.length === 0 ? '' : ` for ${part.join(' in ')}`}.`,
  )
}

/** Of a whole source also when the lists name only the ceilings of its parts. */
function namedCeiling(
  source: Source,
  year: number,
  areaCode: string | null,
  component: string | null,
): number | undefined {
  if (areaCode === null) {
    return component === null ? ceilingOf(source, year) : componentCeilingOf(source, year, component)
  }
  if (component === null) return areaCeilingOf(source, year, areaCode)
  return source.ceilings.find(
    (ceiling) => ceiling.year === year && ceiling.areaCode === areaCode && ceiling.component === component,
  )?.cents
}
