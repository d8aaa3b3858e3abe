import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyBytesMax } from '#shared/sync/index.ts'
import {
  budgetLine,
  newRow,
  nextId,
  type Problem,
  request,
  startWorkerUnderTest,
  syncPath,
  type WorkerUnderTest,
} from './worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const controller = 'controller-hol'

const post = (body: NonNullable<RequestInit['body']>, personId = controller) =>
  worker.ask(personId, syncPath('HOL'), {
    method: 'POST',
    body,
    headers: { 'idempotency-key': nextId() },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = (await response.json()) as Problem
  expect(problem.instance).toBe(`urn:uuid:${response.headers.get('x-request-id')}`)
  expect(problem.status).toBe(response.status)
  expect(JSON.stringify(problem)).not.toMatch(/\bat .*\.[jt]s|node_modules|SQLITE|D1_ERROR/)
  return problem
}

describe('[S-53] a body that is refused', () => {
  test('because it is no JSON', async () => {
    expect(await problemOf(await post('{"rows":'))).toMatchObject({
      status: 400,
      en: 'The request is wrong: this is not valid JSON.',
    })
  })

  test('because it is empty', async () => {
    expect(await problemOf(await post(''))).toMatchObject({ status: 400 })
  })

  test('because it is no UTF-8', async () => {
    expect((await problemOf(await post(Uint8Array.of(0x7b, 0xff)))).detail).toContain('UTF-8')
  })

  test('because it is one byte too large, with and without a length', async () => {
    const large = 'a'.repeat(bodyBytesMax + 1)
    const streamed = new ReadableStream({
      start(controller) {
        const bytes = new TextEncoder().encode(large)
        for (let at = 0; at < bytes.length; at += 1_000_000) controller.enqueue(bytes.slice(at, at + 1_000_000))
        controller.close()
      },
    })
    for (const body of [large, streamed]) {
      const problem = await problemOf(await post(body))
      expect(problem).toMatchObject({ status: 413, title: 'De invoer is te groot' })
      expect(problem.detail).toContain('8000000 bytes')
    }
  })

  test('because it is nested too deep', async () => {
    const levels = 3_000_000
    expect((await problemOf(await post('['.repeat(levels) + ']'.repeat(levels)))).detail).toContain('8 lagen')
  })

  test('because it has too many rows', async () => {
    const row = newRow(budgetLine('HOL-001', 1))
    const push = JSON.stringify(request({ rows: Array.from({ length: 5_001 }, () => row) }))
    expect((await problemOf(await post(push))).detail).toContain('rows: hoogstens 5000 stuks')
  })

  test('because it holds many small values, without running out of memory', async () => {
    for (const item of ['[],', '{},', '"",', '0,']) {
      const items = item.repeat(Math.floor((bodyBytesMax - 2) / item.length))
      expect(await problemOf(await post(`[${items.slice(0, -1)}]`))).toMatchObject({ status: 400 })
    }
  })
})

describe('every answer', () => {
  const paths = [
    ['GET', '/v1/gezondheid', 200],
    ['GET', '/v1/ik', 200],
    ['GET', '/v1/niets', 404],
    ['GET', '/v1/gebieden/HOL', 404],
    ['GET', '/elders', 404],
    ['GET', '/v1/gebieden/%E0%A4%A/regels', 400],
    ['GET', '/v1/gebieden/hol/regels?jaar=2023', 400],
    ['GET', '/v1/gebieden/HOL/regels?jaar=nu', 400],
    ['GET', '/v1/gebieden/HOL/regels', 400],
    ['GET', '/v1/gebieden/HOL/regels?jaar=2023&versie=anders', 400],
    ['GET', '/v1/consolidatie/wijk?jaar=2023', 400],
    ['GET', syncPath('HOL'), 405],
    ['DELETE', '/v1/ik', 405],
    ['PUT', '/v1/gezondheid', 405],
    ['POST', '/v1/consolidatie/gebied', 405],
    ['GET', '/v1/cellen', 405],
    ['POST', '/v1/cellen', 400],
    ['GET', '/v1/gebeurtenissen', 400],
    ['GET', '/v1/gebeurtenissen/sinds/0', 200],
  ] as const

  test.for(paths)('to %s %s (%i) has the security headers and a request id', async ([method, path, status]) => {
    const response = await worker.ask(controller, path, { method })
    expect(response.status).toBe(status)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'api-version': '1.0.0',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    })
    if (status >= 400) await problemOf(response)
  })

  test('to nobody in particular has them too', async () => {
    const response = await fetch(`${worker.url}/v1/ik`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await problemOf(response)
  })

  test('about a wrong method says which are right', async () => {
    const response = await worker.ask(controller, syncPath('HOL'), { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('POST')
    expect((await problemOf(response)).en).toBe('DELETE is not possible here, but POST is. See /v1/openapi.json.')
  })

  test('about a wrong parameter names it and what is expected', async () => {
    const problem = await problemOf(await worker.ask(controller, '/v1/consolidatie/wijk?jaar=2023'))
    expect(problem.detail).toBe('Parameter per klopt niet: verwacht wordt gebied, domein, taakveld, programma, bron.')
  })

  test('to the bare address leads to the page', async () => {
    const response = await fetch(`${worker.url}/`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/index.html'])
  })

  test('about our own fault says nothing of the inside', async () => {
    await worker.db.prepare("UPDATE reference_item SET body = '{}' WHERE kind = 'gemeente'").run()
    const problem = await problemOf(await worker.ask(controller, '/v1/referentie?jaar=2023'))
    expect(problem).toMatchObject({ status: 500, title: 'Er ging iets mis' })
  })
})
