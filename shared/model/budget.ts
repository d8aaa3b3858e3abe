/** Which budget a workbook or a row belongs to: one area, one budget year, one version. */
import * as z from 'zod/mini'

/** `na-wijziging` is derived (primitief plus amendments); `na-wijziging-geleverd` is what an imported file says it is. */
export const versionSchema = z
  .string()
  .check(
    z.regex(
      /^(?:primitief|wijziging-[1-9]\d{0,2}|na-wijziging-geleverd|realisatie|prognose)$/,
      'versie: primitief, wijziging-1 (2, 3 ...), realisatie of prognose',
    ),
  )
export type Version = z.infer<typeof versionSchema>

/** The version that nobody pushes: the original budget and all its amendments together. */
export const derivedVersion = 'na-wijziging'
/** The same as another system says it is. */
export const deliveredVersion = 'na-wijziging-geleverd'

export const areaCodeSchema = z
  .string()
  .check(z.regex(/^[A-Z0-9]{2,12}$/, 'gebiedscode: 2 tot 12 hoofdletters of cijfers'))

/** The area that finance keeps: stelposten and what belongs to no area. It hands in no budget of its own. */
export const concernAreaCode = 'CONCERN'
/** Work for the whole city. */
export const citywideAreaCode = 'STAD'

/** Iv3 has had its present taakvelden since 2017; no lists reach further back. */
export const budgetYearMin = 2017
export const budgetYearMax = 2099
export const budgetYearSchema = z.int().check(z.minimum(budgetYearMin), z.maximum(budgetYearMax))

const budgetKeySchema = z.strictObject({
  areaCode: areaCodeSchema,
  year: budgetYearSchema,
  version: versionSchema,
})
export type BudgetKey = z.infer<typeof budgetKeySchema>

/** The calendar years of a budget: its own and the three after it. */
export function yearsOf(budgetYear: number): readonly [number, number, number, number] {
  return [budgetYear, budgetYear + 1, budgetYear + 2, budgetYear + 3]
}

/** An amendment holds signed mutations; every other version holds full amounts. */
export function isAmendment(version: string): boolean {
  return version.startsWith('wijziging-')
}

/** 1 of `wijziging-1`, and so on; 0 of every version that is no amendment. */
export function amendmentNumber(version: string): number {
  return isAmendment(version) ? Number(version.slice('wijziging-'.length)) : 0
}
