/** The sums of one budget, indexed by what questions ask for when they first ask for it. */
import type { BudgetSums, DrawRow, TotalRow } from '../store/budget-sums.ts'

export interface BudgetIndex {
  readonly sums: BudgetSums
  /** Cents of the four years by the classification that a shape names; made when it is first needed. */
  readonly byShape: Map<number, ReadonlyMap<string, readonly bigint[]>>
  readonly drawsBySource: ReadonlyMap<string, readonly DrawRow[]>
}

/** Which lines count; null: whatever they have there. */
export interface TotalFilter {
  readonly side: 'L' | 'B'
  readonly nature: string | null
  readonly taakveldCode: string | null
  readonly domain: string | null
}

export function indexOf(sums: BudgetSums): BudgetIndex {
  return { sums, byShape: new Map(), drawsBySource: Map.groupBy(sums.draws, ({ sourceCode }) => sourceCode) }
}

/** Whole cents of the budget's year (`offset` 0) or one of the three after it. */
export function totalCents(index: BudgetIndex, filter: TotalFilter, offset: number): bigint {
  const shape = shapeOf(filter)
  const sums = index.byShape.get(shape) ?? sumBy(index.sums.totals, filter)
  index.byShape.set(shape, sums)
  return sums.get(keyOf(filter))?.[offset] ?? 0n
}

/** What this budget draws on a source in a calendar year; `component` null: of all its components together. */
export function drawCents(index: BudgetIndex, sourceCode: string, year: number, component: string | null): bigint {
  const draws = index.drawsBySource.get(sourceCode) ?? []
  return draws
    .filter((draw) => draw.year === year && (component === null || draw.component === component))
    .reduce((sum, { cents }) => sum + BigInt(cents), 0n)
}

function shapeOf({ nature, taakveldCode, domain }: TotalFilter): number {
  return (nature === null ? 0 : 1) + (taakveldCode === null ? 0 : 2) + (domain === null ? 0 : 4)
}

/** The length keeps a taakveld and a domain apart, whatever characters they hold. */
function keyOf({ side, nature, taakveldCode, domain }: { [Name in keyof TotalFilter]: string | null }): string {
  const taakveld = taakveldCode ?? ''
  return `${side}|${nature ?? ''}|${taakveld.length}|${taakveld}${domain ?? ''}`
}

function sumBy(totals: readonly TotalRow[], shape: TotalFilter): ReadonlyMap<string, readonly bigint[]> {
  const sums = new Map<string, bigint[]>()
  for (const { side, nature, taakveldCode, domain, cents } of totals) {
    const key = keyOf({
      side,
      nature: shape.nature === null ? null : nature,
      taakveldCode: shape.taakveldCode === null ? null : taakveldCode,
      domain: shape.domain === null ? null : domain,
    })
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, cents.map(BigInt))
    else cents.forEach((amount, offset) => (sum[offset] = (sum[offset] ?? 0n) + BigInt(amount)))
  }
  return sums
}
