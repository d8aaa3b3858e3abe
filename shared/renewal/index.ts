/** New workbooks from old ones: the next year, an amendment, and the present template. */
export { amendment } from './amendment.ts'
export { codeProposals, type CodeProposal, isCertain, withProposals } from './code-proposals.ts'
export type { LeftBehind } from './left-behind.ts'
export { migrate } from './migrate.ts'
export { nextYear, untouched } from './next-year.ts'
export { type Obstacle, obstacleTo, wholeObstacle } from './obstacle.ts'
export type { Remark, Renewal } from './remark.ts'
