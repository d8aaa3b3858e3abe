import { ceilingOf, componentCeilingOf, type Draw, type Source } from '#shared/model/index.ts'

/** How much of a funding source is used in one calendar year, in cents. */
export interface CoverageRow {
  readonly sourceCode: string
  /** null: the source as a whole; '': draws that name no component of a source that has components. */
  readonly component: string | null
  readonly year: number
  /** null: the lists name no ceiling, so there is no remainder either. */
  readonly ceilingCents: bigint | null
  readonly drawCents: bigint
  readonly remainingCents: bigint | null
}

/**
 * Every source with a ceiling or a draw in one of the years: first the whole, then its components. A source that is
 * drawn on but does not stand in the lists is shown too, without a ceiling.
 */
export function coverageOf(
  draws: readonly Draw[],
  sources: readonly Source[],
  years: readonly number[],
): readonly CoverageRow[] {
  const known = new Map(sources.map((source) => [source.code, source]))
  const codes = [...new Set([...known.keys(), ...draws.map((draw) => draw.sourceCode)])].sort()
  return codes.flatMap((code) =>
    years.flatMap((year) =>
      coverageOfSource(
        code,
        known.get(code),
        draws.filter((draw) => draw.sourceCode === code && draw.year === year),
        year,
      ),
    ),
  )
}

function coverageOfSource(
  sourceCode: string,
  source: Source | undefined,
  draws: readonly Draw[],
  year: number,
): readonly CoverageRow[] {
  const ceiling = source && ceilingOf(source, year)
  if (ceiling === undefined && draws.length === 0) return []
  const whole = coverageRow(sourceCode, null, year, ceiling, sum(draws))
  const named = source?.ceilings.filter((item) => item.year === year && item.component !== null) ?? []
  const components = [
    ...new Set([...named.map((item) => item.component ?? ''), ...draws.map((draw) => draw.component)]),
  ]
  if (components.every((component) => component === '')) return [whole]
  return [
    whole,
    ...components.map((component) =>
      coverageRow(
        sourceCode,
        component,
        year,
        source && componentCeilingOf(source, year, component),
        sum(draws.filter((draw) => draw.component === component)),
      ),
    ),
  ]
}

function coverageRow(
  sourceCode: string,
  component: string | null,
  year: number,
  ceiling: number | undefined,
  drawCents: bigint,
): CoverageRow {
  const ceilingCents = ceiling === undefined ? null : BigInt(ceiling)
  const remainingCents = ceilingCents === null ? null : ceilingCents - drawCents
  return { sourceCode, component, year, ceilingCents, drawCents, remainingCents }
}

function sum(draws: readonly Draw[]): bigint {
  return draws.reduce((total, draw) => total + BigInt(draw.cents), 0n)
}
