import { examplePeople } from '#shared/example/index.ts'
import { cellAnswersSchema, type CellQuestion } from '#shared/questions/index.ts'
import { type LocalServer, startLocalServer } from '../../cli/local-server/start.ts'
import type { Bench, Figure } from './figure.ts'
import { areaCodes } from './make-workbook.ts'
import { distinctQuestions, fillBudgets } from './many-budgets.ts'
import { childCpuMs, sized, wallMs } from './measure.ts'

/** Formula cells of a large workbook, asked in one request over HTTP; the sums are remembered or must be read first. */
export const cellQuestions: Bench = {
  name: 'cell-questions',
  async run(share): Promise<readonly Figure[]> {
    const areas = areaCodes(sized(40, share))
    const server = await startLocalServer({ port: 0, stateDir: null })
    try {
      await fillBudgets(server.db, areas, sized(5_000, share))
      const distinct = distinctQuestions(areas)
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
