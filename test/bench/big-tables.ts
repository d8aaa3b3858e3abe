import { exampleReference } from '#shared/example/index.ts'
import { createChecker } from '../../addin/checking/checker.ts'
import { createWorkbook } from '../../addin/excel/index.ts'
import type { Checker } from '../../addin/ports/checker.ts'
import { simulatedExcel } from '../../workbench/client/simulated-excel.ts'
import type { ExcelHost } from '../../workbench/host/excel-host.ts'
import type { Bench, Figure } from './figure.ts'
import { makeDesign } from './make-workbook.ts'
import { makeLines } from './make-lines.ts'
import { sized, wallMs } from './measure.ts'

/** What the add-in asks of Excel to check a table as long as it may be and to mark its rows: Excel answers at most 5 MB at a time. */
export const bigTables: Bench = {
  name: 'big-tables',
  async run(share): Promise<readonly Figure[]> {
    const rows = sized(5_000, share)
    const { Excel, host } = simulatedExcel()
    const workbook = createWorkbook(Excel, { isSupported: () => true })
    await workbook.create(makeDesign('HOL', makeLines('HOL', rows, 1), exampleReference))
    const checker = createChecker({ workbook, clock: Date.now, idle: async () => undefined, timers: noTimers })
    const first = await exchangeOf(host, () => checkAndMark(checker))
    const again = await exchangeOf(host, () => checkAndMark(checker))
    const what = `${rows} rows checked and marked in Excel`
    return [
      { what: `${what}: times that cells are read`, value: first.reads, unit: 'requests', goal: { atMost: 2 } },
      { what: `${what}: times that cells are written`, value: first.writes, unit: 'requests', goal: { atMost: 1 } },
      { what: `${what}: largest request`, value: first.requestMb, unit: 'MB', goal: { atMost: 5 } },
      { what: `${what}: largest answer`, value: first.answerMb, unit: 'MB', goal: { atMost: 5 } },
      { what: `${what}: with the simulated Excel`, value: first.ms, unit: 'ms' },
      {
        what: `the same once more: times that cells are written`,
        value: again.writes,
        unit: 'requests',
        goal: { atMost: 0 },
      },
    ]
  },
}

/** The checker asks for time to pass only while it follows edits. */
const noTimers = {
  after: () => {
    throw new Error('Nothing was to wait.')
  },
}

async function checkAndMark(checker: Checker): Promise<void> {
  await checker.check()
  const { kind, isMarked, findings } = checker.current()
  if (kind !== 'checked' || !isMarked || findings.length === 0) throw new Error('The check marked nothing.')
}

interface Exchange {
  /** Requests in which cells are read, and in which they are written. */
  readonly reads: number
  readonly writes: number
  readonly requestMb: number
  readonly answerMb: number
  readonly ms: number
}

async function exchangeOf({ statistics }: ExcelHost, action: () => Promise<void>): Promise<Exchange> {
  let reads = 0
  let writes = 0
  let before = { reads: statistics.rangeReads, writes: statistics.rangeWrites }
  statistics.requestBytesMax = 0
  statistics.responseBytesMax = 0
  const response = statistics.response.bind(statistics)
  statistics.response = (bytes) => {
    response(bytes)
    if (statistics.rangeReads > before.reads) reads += 1
    if (statistics.rangeWrites > before.writes) writes += 1
    before = { reads: statistics.rangeReads, writes: statistics.rangeWrites }
  }
  const ms = await wallMs(action)
  statistics.response = response
  const { requestBytesMax, responseBytesMax } = statistics
  return { reads, writes, requestMb: requestBytesMax / 1e6, answerMb: responseBytesMax / 1e6, ms }
}
