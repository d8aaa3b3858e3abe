import { describe, expect, test } from 'vitest'
import { ServerError } from '../ports/server.ts'
import { SignInError } from '../ports/session.ts'
import { createServer } from './server.ts'

interface Sent {
  readonly path: string
  readonly authorization: string | null
}

/** A server that answers these one after another, and tokens numbered from 1. */
function serverAnswering(...answers: readonly (Response | Error)[]) {
  const sent: Sent[] = []
  let tokens = 0
  const queue = [...answers]
  const server = createServer({
    origin: 'https://gebied.example',
    session: {
      token: async (options) => {
        if (tokens === 0 || options?.isFresh) tokens++
        return `token-${tokens}`
      },
    },
    fetch: async (input, init) => {
      sent.push({
        path: new URL(String(input)).pathname,
        authorization: new Headers(init?.headers).get('authorization'),
      })
      const answer = queue.shift() ?? new Error('no more answers')
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { server, sent }
}

const me = () => Response.json({ naam: 'Kim', rol: 'gebiedscontroller', gebieden: ['HOL'] })
const problem = (status: number, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'urn:gebiedsbegroting:probleem:begroting-vergrendeld', detail: 'Ligt vast.', en: 'Locked.' },
    { status, headers: { 'x-request-id': 'r-1', ...headers } },
  )

async function failureOf(promise: Promise<unknown>): Promise<ServerError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof ServerError) return error
  throw new Error(`no ServerError but ${String(error)}`)
}

describe('a request', () => {
  test('carries the token, and its answer is read by its contract', async () => {
    const { server, sent } = serverAnswering(me())
    expect(await server.me()).toEqual({ name: 'Kim', role: 'gebiedscontroller', areas: ['HOL'] })
    expect(sent).toEqual([{ path: '/v1/ik', authorization: 'Bearer token-1' }])
  })

  test('with a refused token is sent once more with a fresh one', async () => {
    const { server, sent } = serverAnswering(new Response(null, { status: 401 }), me())
    expect((await server.me()).name).toBe('Kim')
    expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('that is refused twice asks for signing in', async () => {
    const { server, sent } = serverAnswering(new Response(null, { status: 401 }), new Response(null, { status: 401 }))
    expect((await failureOf(server.me())).reason).toBe('sign-in-needed')
    expect(sent).toHaveLength(2)
  })

  test('without a token that can be had silently is not sent at all', async () => {
    const server = createServer({
      origin: '',
      session: { token: () => Promise.reject(new SignInError('interaction-needed')) },
      fetch: () => Promise.reject(new Error('must not be called')),
    })
    expect((await failureOf(server.me())).reason).toBe('sign-in-needed')
  })

  test('health needs no token', async () => {
    const { server, sent } = serverAnswering(
      Response.json({ protocol: '1.0', template: 1 }, { headers: { 'api-version': '1.0.0' } }),
    )
    expect(await server.health()).toEqual({ apiVersion: '1.0.0', protocolVersion: '1.0' })
    expect(sent[0]?.authorization).toBeNull()
  })
})

describe('a failure', () => {
  test.for([
    [403, 'forbidden'],
    [409, 'refused'],
    [413, 'too-large'],
    [429, 'too-busy'],
    [503, 'too-busy'],
    [500, 'server'],
  ] as const)('with status %d is "%s", with what the server said', async ([status, reason]) => {
    const { server } = serverAnswering(problem(status, { 'retry-after': '7' }))
    const error = await failureOf(server.me())
    expect(error).toMatchObject({
      reason,
      status,
      retryAfterMs: 7_000,
      problem: 'begroting-vergrendeld',
      detail: { nl: 'Ligt vast.', en: 'Locked.' },
      requestId: 'r-1',
    })
  })

  test('of the network is "offline"', async () => {
    const { server } = serverAnswering(new TypeError('fetch failed'))
    expect((await failureOf(server.me())).reason).toBe('offline')
  })

  test('is also an answer that is no JSON or not what the contract says', async () => {
    const { server } = serverAnswering(new Response('<html>'), Response.json({ naam: 1 }))
    expect((await failureOf(server.me())).reason).toBe('bad-answer')
    expect((await failureOf(server.me())).reason).toBe('bad-answer')
  })

  test('without a problem in it still says its status', async () => {
    const { server } = serverAnswering(new Response('oops', { status: 502 }))
    expect(await failureOf(server.me())).toMatchObject({ reason: 'server', status: 502, detail: undefined })
  })
})
