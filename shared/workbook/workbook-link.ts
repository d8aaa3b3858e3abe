/** Whether a workbook may be synchronised, and with which budget: by what it remembers, and by what its cover says. */
import type { AreaWorkbook, GridIssue } from '#shared/model/index.ts'
import type { WorkbookGrid } from './grid.ts'
import { readState, type WorkbookState } from './state-sheet.ts'

export type WorkbookLink =
  | { readonly kind: 'linked'; readonly state: WorkbookState }
  /** Nothing of a template stands in it. */
  | { readonly kind: 'unlinked' }
  /** A template whose hidden sheet is gone or damaged: its rows cannot be told apart from new ones. */
  | { readonly kind: 'stateless' }
  /** The cover names another budget than the workbook was made for: its rows would go to the wrong one. */
  | { readonly kind: 'other-budget'; readonly state: WorkbookState }
  /**
   * A table that was not wholly read. The rest of its rows would look deleted; and a row of the server that is written
   * into a table without one of its columns would later look as if somebody had emptied that field.
   */
  | { readonly kind: 'incomplete'; readonly issue: BlockingIssue }

const blockingKinds = [
  'too-many-rows',
  'missing-table',
  'duplicate-table',
  'missing-column',
  'duplicate-column',
] as const
type BlockingIssue = Extract<GridIssue, { kind: (typeof blockingKinds)[number] }>

/** `workbook` is what `readAreaWorkbook` made of this very grid. */
export function linkOf(grid: WorkbookGrid, workbook: AreaWorkbook): WorkbookLink {
  const isOther = workbook.gridIssues.some(({ kind }) => kind === 'not-our-workbook')
  const state = readState(grid)
  if (state === null) return { kind: isOther ? 'unlinked' : 'stateless' }
  const { areaCode, year, version } = workbook.budget
  if (areaCode !== state.areaCode || year !== state.year || version !== state.version) {
    return { kind: 'other-budget', state }
  }
  const issue = workbook.gridIssues.find(isBlocking)
  return issue === undefined ? { kind: 'linked', state } : { kind: 'incomplete', issue }
}

function isBlocking(issue: GridIssue): issue is BlockingIssue {
  return blockingKinds.some((kind) => kind === issue.kind)
}
