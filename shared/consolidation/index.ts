export { type CoverageRow, coverageOf } from './coverage.ts'
export { compareCodes, consolidate, type Grouping, groupings, type Matrix, type MatrixRow } from './matrix.ts'
export { drawsDelta, totalsDelta, totalsOf } from './totals.ts'
export { claimingBudgets, countedBudgets, defaultVersion } from './versions.ts'
