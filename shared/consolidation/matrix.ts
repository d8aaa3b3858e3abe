import type { Total } from '#shared/model/index.ts'

/** What the rows of an overview are. */
export const groupings = ['gebied', 'domein', 'taakveld', 'programma'] as const
export type Grouping = (typeof groupings)[number]

/** Sums over areas can pass 2^53 cents, so they are BigInt here and text on the wire. saldo = baten - lasten. */
export interface YearAmounts {
  readonly year: number
  readonly lastenCents: bigint
  readonly batenCents: bigint
  readonly saldoCents: bigint
}

export interface MatrixRow {
  /** Code of the area, domain, taakveld or programme; '' for lines that name none. */
  readonly key: string
  readonly lineCount: number
  readonly years: readonly YearAmounts[]
}

export interface Matrix {
  readonly rows: readonly MatrixRow[]
  readonly total: MatrixRow
  /** Amounts on lines without L or B: in no column, so they are told apart instead of silently left out. */
  readonly withoutSideCents: bigint
}

/** Totals of any number of budgets as a table with one row per `per` and the given calendar years as columns. */
export function consolidate(totals: readonly Total[], per: Grouping, years: readonly number[]): Matrix {
  const sums = new Map<string, RowSum>()
  const all = emptySum()
  let withoutSideCents = 0n
  for (const total of totals) {
    if (!years.includes(total.year)) continue
    if (total.side !== 'L' && total.side !== 'B') {
      withoutSideCents += BigInt(total.cents)
      continue
    }
    const key = groupOf(total, per)
    const sum = sums.get(key) ?? emptySum()
    sums.set(key, sum)
    addTotal(sum, total)
    addTotal(all, total)
  }
  const rows = [...sums].map(([key, sum]) => matrixRow(key, sum, years)).sort((a, b) => compareCodes(a.key, b.key))
  return { rows, total: matrixRow('', all, years), withoutSideCents }
}

/** Codes in the order people expect: 0.2 before 0.10, 6.1 before 6.21, and text by the alphabet. */
export function compareCodes(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const one = left[i] ?? ''
    const other = right[i] ?? ''
    if (one === other) continue
    const difference = Number.parseInt(one, 10) - Number.parseInt(other, 10)
    if (Number.isFinite(difference) && difference !== 0) return difference
    return one < other ? -1 : 1
  }
  return 0
}

interface RowSum {
  lineCount: number
  readonly lasten: Map<number, bigint>
  readonly baten: Map<number, bigint>
}

function emptySum(): RowSum {
  return { lineCount: 0, lasten: new Map(), baten: new Map() }
}

function addTotal(sum: RowSum, total: Total): void {
  const side = total.side === 'L' ? sum.lasten : sum.baten
  side.set(total.year, (side.get(total.year) ?? 0n) + BigInt(total.cents))
  if (total.year === total.budgetYear) sum.lineCount += total.lineCount
}

function matrixRow(key: string, sum: RowSum, years: readonly number[]): MatrixRow {
  const amounts = years.map((year) => {
    const lastenCents = sum.lasten.get(year) ?? 0n
    const batenCents = sum.baten.get(year) ?? 0n
    return { year, lastenCents, batenCents, saldoCents: batenCents - lastenCents }
  })
  return { key, lineCount: sum.lineCount, years: amounts }
}

function groupOf(total: Total, per: Grouping): string {
  switch (per) {
    case 'gebied':
      return total.areaCode
    case 'domein':
      return total.domain
    case 'taakveld':
      return total.taakveldCode
    case 'programma':
      return total.programmeCode
  }
}
