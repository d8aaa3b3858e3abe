import { categorieen, type Side } from './categorieen.ts'
import { codeListVersion, codeYearFor } from './code-years.ts'
import { isGrey } from './grey-cells.ts'
import { taakvelden } from './taakvelden.ts'

const sides: readonly Side[] = ['L', 'B']

/**
 * All that the lists of a year say, as one text that is the same for the same lists: to tell by its hash whether a budget
 * would be judged by the same lists again.
 */
export function codeListsText(year: number): string {
  const listYear = codeYearFor(year)
  const fields = taakvelden(listYear)
  const bySide = sides.map((side) =>
    categorieen(side, listYear).map(({ code, name }) => [
      code,
      name,
      fields.filter((field) => isGrey(field.code, code, side, listYear)).map((field) => field.code),
    ]),
  )
  return JSON.stringify([codeListVersion(year), fields.map(({ code, name }) => [code, name]), bySide])
}
