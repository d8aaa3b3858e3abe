/** Sums kept beside the lines: what consolidation reads instead of every line. Cents are whole; saldo = baten - lasten. */

/** Lines of one budget and calendar year that agree in all these respects are one total. Empty codes are ''. */
export interface TotalKey {
  readonly areaCode: string
  /** Year of the budget that the lines stand in. */
  readonly budgetYear: number
  readonly version: string
  /** Calendar year of the amount: the budget year or one of the three after it. */
  readonly year: number
  readonly programmeCode: string
  readonly goalCode: string
  readonly domain: string
  readonly taakveldCode: string
  readonly categoryCode: string
  readonly side: string
  readonly nature: string
}

export interface Total extends TotalKey {
  readonly cents: number
  readonly lineCount: number
}

/** What one area draws on one component of a funding source in one calendar year. */
export interface DrawKey {
  readonly areaCode: string
  readonly budgetYear: number
  readonly version: string
  readonly year: number
  readonly sourceCode: string
  readonly component: string
}

export interface Draw extends DrawKey {
  readonly cents: number
}
