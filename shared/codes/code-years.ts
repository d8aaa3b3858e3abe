/** The first year of which this product knows the code lists: the year in which the taakvelden came into use. */
export const codeYearFirst = 2017

/** The last year of which this product knows the code lists. */
export const codeYearLast = 2026

/** The state of the CBS definition files (github.com/statistiekcbs/iv3_definities) that the lists were taken from. */
const definitionsCommit = '9d77a88'

/**
 * The year whose lists apply to `year`: the year itself, or the nearest one that is known. The answer differs from the
 * question when the lists of that year are not known (yet): say so to the reader, since a budget for 2025 runs to 2028.
 * What is no year at all, such as NaN, gets the first one.
 */
export function codeYearFor(year: number): number {
  if (!(year > codeYearFirst)) return codeYearFirst
  return year >= codeYearLast ? codeYearLast : Math.floor(year)
}

/** The name of the lists that apply to `year`, as kept with a submission: `iv3-2026@9d77a88`. Also for 2027 and later. */
export function codeListVersion(year: number): string {
  return `iv3-${codeYearFor(year)}@${definitionsCommit}`
}

/** Builds something for a list year when it is first asked for, and keeps it: lookups run for each row of each area. */
export function oncePerYear<T extends object>(build: (listYear: number) => T): (year: number) => T {
  const built = new Map<number, T>()
  return (year) => {
    const listYear = codeYearFor(year)
    const known = built.get(listYear)
    if (known !== undefined) return known
    const made = build(listYear)
    built.set(listYear, made)
    return made
  }
}
