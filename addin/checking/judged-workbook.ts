/** Reading and judging a grid: what needs the rules, and is loaded when somebody first asks for a check. */
import { type AreaWorkbook, emptyReference, tableIds } from '#shared/model/index.ts'
import { type Checked, notJudgedAlone, recheckInSteps } from '#shared/rules/index.ts'

export { readAreaWorkbook } from '#shared/workbook/index.ts'

/**
 * By the workbook's own lists; without them the rules that need one find nothing. In steps of a few milliseconds, judging
 * only what differs from the check before.
 */
export function judgeInSteps(before: Checked | null, workbook: AreaWorkbook): Generator<undefined, Checked> {
  return recheckInSteps(before, workbook, workbook.reference ?? emptyReference)
}

/** What is said about the workbook besides its findings. */
export function factsOf(workbook: AreaWorkbook) {
  const isOtherWorkbook = workbook.gridIssues.some(({ kind }) => kind === 'not-our-workbook')
  return {
    rowCount: tableIds.reduce((sum, table) => sum + workbook.rows[table].length, 0),
    isWithoutLists: !isOtherWorkbook && workbook.reference === null,
    isOtherWorkbook,
    notJudged: isOtherWorkbook ? [] : notJudgedAlone,
  }
}

/** Sheet -> grid rows that hold a row of a table. */
export function rowsBySheet({ rows, columns }: AreaWorkbook): ReadonlyMap<string, ReadonlySet<number>> {
  const bySheet = new Map<string, Set<number>>()
  for (const table of tableIds) {
    const sheet = columns[table]?.sheet
    if (sheet === undefined) continue
    const own = bySheet.get(sheet) ?? new Set()
    for (const { gridRow } of rows[table]) if (gridRow !== null) own.add(gridRow)
    bySheet.set(sheet, own)
  }
  return bySheet
}
