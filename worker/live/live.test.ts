import { get } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { areaChangesSchema, liveTicketSchema } from '#shared/questions/index.ts'
import {
  acceptedRows,
  budgetLine,
  changedRow,
  newRow,
  type Problem,
  problemName,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { tellCommit } from './room.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

async function ticketFor(personId: string): Promise<string> {
  const response = await worker.ask(personId, '/v1/gebeurtenissen/kaartjes', { method: 'POST' })
  return liveTicketSchema.parse(await response.json()).kaartje
}

/** An open socket; `next` waits for the message with that number, counted from 0. */
async function listen(ticket: string) {
  const url = `${worker.url.replace('http', 'ws')}/v1/gebeurtenissen?kaartje=${ticket}`
  const socket = new WebSocket(url)
  const messages: string[] = []
  let wake: () => void = () => undefined
  socket.addEventListener('message', ({ data }) => {
    messages.push(String(data))
    wake()
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('The socket did not open.')))
  })
  onTestFinished(() => socket.close())
  const next = async (at: number): Promise<string> => {
    for (;;) {
      const message = messages[at]
      if (message !== undefined) return message
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return { socket, messages, next }
}

const push = (areaCode: string, number: string, jaar = 2023) =>
  worker.sync(areaCode, request({ jaar, rows: [newRow(budgetLine(number, 100))] }))

const changesSince = async (seq: number) =>
  areaChangesSchema.parse(await worker.json('griffie', `/v1/gebeurtenissen/sinds/${seq}`))

describe('a socket', () => {
  test('hears of the push of somebody else within a second, and of every push in order', async () => {
    const { messages, next } = await listen(await ticketFor('controller-spz'))
    const before = (await changesSince(Number.MAX_SAFE_INTEGER)).seq
    const sentMs = performance.now()
    await push('HOL', 'HOL-L01')
    const first: unknown = JSON.parse(await next(0))
    expect(performance.now() - sentMs).toBeLessThan(1_000)
    expect(first).toEqual({ gebied: 'HOL', jaar: 2023, versie: 'primitief', seq: before + 1 })
    const atOnce = ['SPZ', 'STH', 'SHT', 'STAD'].flatMap((area) =>
      [2023, 2024, 2025].map((jaar) => push(area, `${area}-L01`, jaar)),
    )
    await Promise.all(atOnce)
    await next(atOnce.length)
    expect(messages.map((text): unknown => JSON.parse(text))).toEqual((await changesSince(before)).wijzigingen)
  })

  test('hears nothing of a synchronisation that wrote nothing, nor of one that is sent again', async () => {
    const { messages, next } = await listen(await ticketFor('wethouder'))
    const pushed = request({ rows: [newRow(budgetLine('HOL-L02', 100))] })
    const row = acceptedRows(await worker.sync('HOL', pushed))[0]
    if (row === undefined) throw new Error('The row was not accepted.')
    expect((await worker.sync('HOL', pushed)).answer.isReplay).toBe(true)
    await worker.sync('HOL', request({ rows: [changedRow(row, row.fields)] }))
    await push('SPZ', 'SPZ-L02')
    expect(JSON.parse(await next(1))).toMatchObject({ gebied: 'SPZ' })
    expect(messages.length).toBe(2)
  })

  test('answers ping with pong', async () => {
    const { socket, next } = await listen(await ticketFor('griffie'))
    socket.send('ping')
    expect(await next(0)).toBe('pong')
  })

  test('that closes is closed back, and the others still hear', async () => {
    const gone = await listen(await ticketFor('griffie'))
    const closed = new Promise<number>((resolve) => gone.socket.addEventListener('close', ({ code }) => resolve(code)))
    const other = await listen(await ticketFor('griffie'))
    gone.socket.close(1000)
    expect(await closed).toBe(1000)
    await push('HOL', 'HOL-L03')
    expect(JSON.parse(await other.next(0))).toMatchObject({ gebied: 'HOL' })
  })
})

describe('a ticket', () => {
  /** What a WebSocket is refused with, which its own events do not tell. */
  const refusal = (ticket: string) =>
    new Promise<{ readonly status: number | undefined; readonly problem: string }>((resolve, reject) => {
      const headers = {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      }
      get(`${worker.url}/v1/gebeurtenissen${ticket}`, { headers }, (response) => {
        json(response).then(
          (problem) => resolve({ status: response.statusCode, problem: problemName(problem as Problem) }),
          reject,
        )
      }).on('error', reject)
    })

  test('is only for people whom the municipality knows', async () => {
    const response = await fetch(`${worker.url}/v1/gebeurtenissen/kaartjes`, { method: 'POST' })
    expect(response.status).toBe(401)
  })

  test('is not used up by who asks without a WebSocket', async () => {
    const ticket = await ticketFor('controller-hol')
    const response = await fetch(`${worker.url}/v1/gebeurtenissen?kaartje=${ticket}`)
    expect([response.status, ((await response.json()) as Problem).en]).toEqual([
      400,
      'This address is a WebSocket. Without one, use /v1/gebeurtenissen/sinds/{number}.',
    ])
    await expect(listen(ticket)).resolves.toBeDefined()
  })

  test.for(['', '?kaartje=', '?kaartje=bedacht'])('that is "%s" is refused', async (ticket) => {
    expect(await refusal(ticket)).toEqual({ status: 403, problem: 'geen-recht' })
  })

  test('that was used is refused', async () => {
    const ticket = await ticketFor('controller-hol')
    await listen(ticket)
    expect(await refusal(`?kaartje=${ticket}`)).toEqual({ status: 403, problem: 'geen-recht' })
  })
})

describe('asking what changed', () => {
  test('gives every commit after the number, oldest first, and the number to ask from', async () => {
    const all = await changesSince(0)
    expect(all.wijzigingen.length).toBeGreaterThan(3)
    expect(all.wijzigingen.map(({ seq }) => seq)).toEqual(all.wijzigingen.map(({ seq }) => seq).sort((a, b) => a - b))
    expect(all.seq).toBe(all.wijzigingen.at(-1)?.seq)
    const [first, ...rest] = all.wijzigingen
    expect(await changesSince(first?.seq ?? 0)).toEqual({ seq: all.seq, wijzigingen: rest })
    expect(await changesSince(all.seq)).toEqual({ seq: all.seq, wijzigingen: [] })
    expect(await changesSince(Number.MAX_SAFE_INTEGER)).toEqual({ seq: all.seq, wijzigingen: [] })
  })

  test('gives a thousand at a time, and where to go on', async () => {
    const { seq } = await changesSince(Number.MAX_SAFE_INTEGER)
    await worker.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
          INSERT INTO commit_log (area_code, area_seq, budget_id, push_id, workbook_id, actor_tid, actor_oid, at_ms,
            row_count, content_hash, prev_hash, hash)
          SELECT 'VEEL', i, (SELECT min(budget_id) FROM budget), 'veel-' || i, '', '', '', 0, 0, '', '', '' FROM n`,
      )
      .run()
    const first = await changesSince(seq)
    expect([first.seq, first.wijzigingen.length]).toEqual([seq + 1_000, 1_000])
    const second = await changesSince(first.seq)
    expect([second.seq, second.wijzigingen.length]).toEqual([seq + 1_500, 500])
  })

  test.for(['-1', '1.5', 'gisteren'])('from %s is refused', async (seq) => {
    expect((await worker.ask('griffie', `/v1/gebeurtenissen/sinds/${seq}`)).status).toBe(400)
  })
})

describe('a room that is unavailable', () => {
  test.for([
    ['throws', () => ({ committed: () => Promise.reject(new Error('overloaded')) })],
    [
      'cannot be reached',
      () => {
        throw new Error('no such room')
      },
    ],
  ] as const)('because it %s makes no push fail', async ([, getByName]) => {
    const env = { LIVE_ROOM: { getByName }, TOKEN_TENANT: 'tenant' } as unknown as Parameters<typeof tellCommit>[0]
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => log.mockRestore())
    await expect(tellCommit(env, 1)).resolves.toBeUndefined()
    expect(log).toHaveBeenCalledOnce()
  })
})

describe('a store that was put back to an earlier state', () => {
  test('has its commits told, although their numbers were told before', async () => {
    const { next } = await listen(await ticketFor('griffie'))
    await worker.db.batch([
      worker.db.prepare("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'commit_log'"),
      worker.db.prepare('UPDATE commit_log SET seq = -seq'),
    ])
    await push('HOL', 'HOL-L04')
    await push('SPZ', 'SPZ-L04')
    const told = [await next(0), await next(1)].map((text): unknown => JSON.parse(text))
    expect(told).toEqual([
      { gebied: 'HOL', jaar: 2023, versie: 'primitief', seq: 1 },
      { gebied: 'SPZ', jaar: 2023, versie: 'primitief', seq: 2 },
    ])
  })
})
