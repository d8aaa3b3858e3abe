import type { D1Database } from '@cloudflare/workers-types'
import { totalsOf } from '#shared/consolidation/index.ts'
import { examplePeople, exampleYear } from '#shared/example/index.ts'
import { drawsOf } from '#shared/model/index.ts'
import { cellAnswersSchema, type CellQuestion } from '#shared/questions/index.ts'
import { type LocalServer, startLocalServer } from '../../cli/local-server/start.ts'
import { addDrawsSql, addTotalsSql, drawValues, totalRows } from '../../worker/store/sums.ts'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { areaCodes } from './make-workbook.ts'
import { childCpuMs, sized, wallMs } from './measure.ts'

/** Formula cells of a large workbook, asked in one request over HTTP; the sums are remembered or must be read first. */
export const cellQuestions: Bench = {
  name: 'cell-questions',
  async run(share): Promise<readonly Figure[]> {
    const areas = areaCodes(sized(40, share))
    const server = await startLocalServer({ port: 0, stateDir: null })
    try {
      for (const [i, areaCode] of areas.entries()) await fillBudget(server.db, i + 1, areaCode, sized(5_000, share))
      const distinct = questions(areas).slice(0, 500)
      const count = sized(10_000, share)
      const ask = await asker(server, body(distinct, count))
      let answer = ''
      const firstMs = await wallMs(async () => (answer = await ask()))
      refuseUnanswered(answer)
      const runs = share < 1 ? 2 : 30
      const beforeMs = childCpuMs('workerd')
      const times: number[] = []
      for (let run = 0; run < runs; run++) times.push(await wallMs(ask))
      const afterMs = childCpuMs('workerd')
      await server.db.prepare(commitAgainSql).run()
      const afterPushMs = await wallMs(ask)
      const what = `${count.toLocaleString('nl-NL')} celvragen (${Math.min(count, distinct.length)} verschillende)`
      const figures: Figure[] = [
        { what: `${what}, first of an isolate`, value: firstMs, unit: 'ms' },
        { what, value: Math.min(...times), unit: 'ms' },
        { what: `${what}, after a push of one area`, value: afterPushMs, unit: 'ms' },
      ]
      if (beforeMs === undefined || afterMs === undefined) return figures
      // The processor's time is counted in steps of 10 ms, so a short bench may see none.
      const cpuMs = Math.max((afterMs - beforeMs) / runs, 0.1)
      return [...figures, { what: `${what}, time of workerd`, value: cpuMs, unit: 'ms', goal: { atMost: 20 } }]
    } finally {
      await server.stop()
    }
  },
}

/** The newest commit once more, as if its budget had been pushed to again. */
const commitAgainSql = `INSERT INTO commit_log (area_code, area_seq, budget_id, push_id, workbook_id, actor_tid, actor_oid,
    at_ms, row_count, content_hash, prev_hash, hash)
  SELECT area_code, area_seq + 1, budget_id, 'again', workbook_id, actor_tid, actor_oid, at_ms, row_count, content_hash,
    prev_hash, 'again' FROM commit_log ORDER BY seq DESC LIMIT 1`

/** Straight into the tables: how rows get there is another bench. */
async function fillBudget(db: D1Database, budgetId: number, areaCode: string, rows: number): Promise<void> {
  const lines = makeLines(areaCode, rows, budgetId)
  const key = { areaCode, year: exampleYear, version: 'primitief' }
  await db.batch([
    db
      .prepare("INSERT INTO budget (budget_id, area_code, budget_year, version) VALUES (?1, ?2, ?3, 'primitief')")
      .bind(budgetId, areaCode, exampleYear),
    db
      .prepare(
        `INSERT INTO commit_log (area_code, area_seq, budget_id, push_id, workbook_id, actor_tid, actor_oid, at_ms,
          row_count, content_hash, prev_hash, hash) VALUES (?1, 1, ?2, ?1, '', '', '', 0, 0, '', '', ?1)`,
      )
      .bind(areaCode, budgetId),
    db.prepare(addTotalsSql).bind(JSON.stringify(totalRows(totalsOf(key, lines))), budgetId),
    db.prepare(addDrawsSql).bind(JSON.stringify(drawsOf(key, lines, []).map(drawValues)), budgetId),
  ])
}

const sides = ['L', 'B'] as const
const taakvelden = ['6.1', '2.1', '5.7', '8.3', '8.1', '8.2', '0.4'] as const
const part = { aard: null, taakveld: null, domein: null, kalenderjaar: null }

/** Of each area its balance, totals and draws, and as many of all areas together. */
function questions(areas: readonly string[]): readonly CellQuestion[] {
  const of = { sleutel: 'x', jaar: exampleYear, versie: null }
  return [null, ...areas].flatMap((gebied): CellQuestion[] => [
    { functie: 'saldo', ...of, gebied },
    ...sides.map((kant) => ({ functie: 'totaal' as const, ...of, ...part, gebied, kant })),
    { functie: 'totaal', ...of, ...part, gebied, kant: 'L', domein: 'fysiek', aard: 'S' },
    { functie: 'totaal', ...of, ...part, gebied, kant: 'L', kalenderjaar: exampleYear + 1 },
    ...taakvelden.map((taakveld) => ({
      functie: 'totaal' as const,
      ...of,
      ...part,
      gebied,
      kant: 'L' as const,
      taakveld,
    })),
    { functie: 'beroep', sleutel: 'x', bron: 'PB-6', jaar: exampleYear, gebied, onderdeel: null },
  ])
}

/** Equal questions stand apart, as the same formula in cells of many rows. */
function body(distinct: readonly CellQuestion[], count: number): string {
  const vragen = Array.from({ length: count }, (_, i) => ({ ...distinct[i % distinct.length], sleutel: `c${i}` }))
  return JSON.stringify({ vragen })
}

async function asker(server: LocalServer, body: string): Promise<() => Promise<string>> {
  const [person] = examplePeople
  if (person === undefined) throw new Error('The example has no people.')
  const headers = { authorization: `Bearer ${await server.issuer.sign(person)}` }
  return async () => (await fetch(`${server.url}/v1/cellen`, { method: 'POST', body, headers })).text()
}

/** A question that was quick because it has no answer would make the figure worth nothing. */
function refuseUnanswered(answer: string): void {
  const { antwoorden } = cellAnswersSchema.parse(JSON.parse(answer))
  const unanswered = antwoorden.find(({ soort }) => soort !== 'cents')
  if (unanswered !== undefined) throw new Error(`A question has no value: ${JSON.stringify(unanswered)}`)
}
