/** Reads, checks and consolidates the workbooks named on its command line, once, and prints the time as JSON. */
import { readFileSync } from 'node:fs'
import { consolidate, totalsOf } from '#shared/consolidation/index.ts'
import { exampleYear } from '#shared/example/index.ts'
import { emptyReference, type Total, yearsOf } from '#shared/model/index.ts'
import { check } from '#shared/rules/index.ts'
import { readAreaWorkbook } from '#shared/workbook/index.ts'
import { readXlsx } from '../../xlsx/index.ts'
import { nodeUnzip } from '../../cli/node-unzip.ts'

/**
 * `totalMs` is processor time: user and system, all threads. The parts are by the clock, because asking for processor time
 * hundreds of times would itself show in it.
 */
export interface FortyTimes {
  readonly readMs: number
  readonly rowsMs: number
  readonly checkMs: number
  readonly consolidateMs: number
  readonly totalMs: number
}

const start = cpuMs()
const times = { readMs: 0, rowsMs: 0, checkMs: 0, consolidateMs: 0 }
const totals: Total[] = []
for (const file of process.argv.slice(2)) {
  const grid = timed('readMs', () => readXlsx(readFileSync(file), nodeUnzip))
  const workbook = timed('rowsMs', () => readAreaWorkbook(grid))
  timed('checkMs', () => check(workbook, workbook.reference ?? emptyReference))
  timed('consolidateMs', () => {
    const lines = workbook.rows.begroting.filter(({ isHeldBack }) => !isHeldBack).map(({ row }) => row)
    totals.push(...totalsOf(workbook.budget, lines))
  })
}
const matrix = timed('consolidateMs', () => consolidate(totals, 'taakveld', yearsOf(exampleYear)))
if (matrix.rows.length === 0) throw new Error('Nothing was consolidated.')
const result: FortyTimes = { ...times, totalMs: cpuMs() - start }
console.log(JSON.stringify(result))

function timed<T>(part: keyof typeof times, run: () => T): T {
  const before = performance.now()
  const value = run()
  times[part] += performance.now() - before
  return value
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
