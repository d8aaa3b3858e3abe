import type { D1Database } from '@cloudflare/workers-types'
import { exampleYear } from '#shared/example/index.ts'
import { type BudgetLine, drawsOf } from '#shared/model/index.ts'
import { partsOf, subjectKey, type SubjectName } from '#shared/rules/index.ts'
import { startLocalServer } from '../../cli/local-server/start.ts'
import { countedDatabase, sumOf } from '../../worker/store/counted-database.test-data.ts'
import { judgeDue } from '../../worker/store/judge-due.ts'
import { commitDueStatements } from '../../worker/store/subject-due.ts'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { areaCodes } from './make-workbook.ts'
import { sized } from './measure.ts'
import { prepareServer, requestOf } from './push-rows.ts'
import { recordedDatabase, replayedDatabase } from './replayed-database.ts'

/** What a push of a hundred rows costs beyond the push itself: judging it against the budgets of all other areas. */
export const judgeAreas: Bench = {
  name: 'judge-areas',
  async run(share): Promise<readonly Figure[]> {
    const areas = areaCodes(Math.max(sized(40, share), 2))
    const rowsPerArea = sized(5_000, share)
    const rowsPerPush = sized(100, share)
    const server = await startLocalServer({ port: 0, stateDir: null })
    try {
      const finance = await prepareServer(server, areas)
      for (const [i, areaCode] of areas.entries()) {
        const first = i < runs ? rowsPerArea - rowsPerPush : rowsPerArea
        await finance.synchronise(areaCode, requestOf(linesOf(areaCode, first, i + 1)))
      }
      const judged: Judged[] = []
      for (const [i, areaCode] of areas.slice(0, runs).entries()) {
        // Of the same making as the first lines, so that they meet those of other areas, under numbers of their own.
        const lines = linesOf(areaCode, rowsPerPush, areas.length + i).map((line, n) => ({
          ...line,
          lineNumber: `${areaCode}-P${n}`,
        }))
        await finance.synchronise(areaCode, requestOf(lines))
        judged.push(await judgeAgain(server.db, areaCode, lines))
      }
      const what = `cross-area rules after a push of 100 rows on ${areas.length * rowsPerArea} lines`
      const least = (of: (one: Judged) => number) => Math.min(...judged.map(of))
      return [
        { what: `${what}, database and script`, value: least(allMs), unit: 'ms', goal: { atMost: 50 } },
        {
          what: `${what}, database`,
          value: Math.max(
            least((one) => one.databaseMs),
            1,
          ),
          unit: 'ms',
        },
        { what: `${what}, script`, value: least((one) => one.scriptMs), unit: 'ms' },
      ]
    } finally {
      await server.stop()
    }
  },
}

const runs = 7

interface Judged {
  readonly databaseMs: number
  /** Processor time, without the way to the database. */
  readonly scriptMs: number
}

const allMs = ({ databaseMs, scriptMs }: Judged) => databaseMs + scriptMs

/** A line with all that most lines have; with a cost centre it may claim a cost that another area claims. */
function linesOf(areaCode: string, count: number, seed: number): readonly BudgetLine[] {
  return makeLines(areaCode, count, seed).map((line) => ({ ...line, costCentreCode: '6100' }))
}

/** Noted as the push noted it, with all findings taken away: what it touches is written once more, also what it left as it was. */
async function judgeAgain(inner: D1Database, areaCode: string, lines: readonly BudgetLine[]): Promise<Judged> {
  const key = { areaCode, year: exampleYear, version: 'primitief' }
  const sources = drawsOf(key, lines, []).map(
    ({ sourceCode }): SubjectName => ({ kind: 'source', key: subjectKey(sourceCode) }),
  )
  await inner.batch([
    inner.prepare('DELETE FROM cross_finding'),
    ...commitDueStatements(inner, key, [...partsOf(key, lines, []), ...sources]),
  ])
  const counted = countedDatabase(inner)
  const { db, answers } = recordedDatabase(counted.db)
  await judgeDue(db)
  const { rowsWritten, databaseMs } = sumOf(counted.calls)
  if (rowsWritten === 0) throw new Error('Nothing was judged.')
  return { databaseMs, scriptMs: await scriptMs(answers) }
}

async function scriptMs(answers: readonly unknown[]): Promise<number> {
  const before = process.cpuUsage()
  await judgeDue(replayedDatabase(answers))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
