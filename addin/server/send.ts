/** One request to the API: signs it, sends it, and turns whatever goes wrong into a ServerError. */
import * as z from 'zod/mini'
import { ServerError, type ServerErrorReason } from '../ports/server.ts'
import { type Session, SignInError } from '../ports/session.ts'

export interface Connection {
  /** Without a slash at its end; empty: the origin of the page. */
  readonly origin: string
  readonly session: Pick<Session, 'token'>
  readonly fetch: typeof fetch
}

/** Milliseconds after which an answer is no longer waited for. */
const timeoutMs = 30_000

/** The problem+json of the Worker: `detail` is Dutch, `en` the same in English. */
const problemSchema = z.object({
  type: z.string(),
  detail: z.string(),
  en: z.string(),
  bevindingen: z.optional(z.array(z.unknown())),
})

/** The answer of a request without a token. Throws ServerError. */
export async function sendOpen({ origin, fetch }: Connection, path: string, signal?: AbortSignal): Promise<Response> {
  return checked(await reach(fetch, `${origin}${path}`, {}, signal))
}

/** The answer of a signed request; a refused token is replaced once. Throws ServerError. */
export async function send(
  connection: Connection,
  path: string,
  init: RequestInit = {},
  signal?: AbortSignal,
): Promise<Response> {
  const first = await attempt(connection, path, init, signal, false)
  if (first.status !== 401) return checked(first)
  return checked(await attempt(connection, path, init, signal, true))
}

async function attempt(
  { origin, session, fetch }: Connection,
  path: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  isFresh: boolean,
): Promise<Response> {
  const token = await tokenOf(session, isFresh)
  const headers = { 'content-type': 'application/json', ...init.headers, authorization: `Bearer ${token}` }
  return reach(fetch, `${origin}${path}`, { ...init, headers }, signal)
}

async function tokenOf(session: Pick<Session, 'token'>, isFresh: boolean): Promise<string> {
  try {
    return await session.token({ isFresh })
  } catch (error) {
    if (!(error instanceof SignInError)) throw error
    throw new ServerError(error.reason === 'offline' ? 'offline' : 'sign-in-needed')
  }
}

async function reach(
  fetch: Connection['fetch'],
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    return await fetch(url, { ...init, signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ServerError(limit.aborted ? 'timed-out' : 'offline')
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  throw await errorOf(response)
}

async function errorOf(response: Response): Promise<ServerError> {
  const body: unknown = await response.json().catch(() => undefined)
  const problem = problemSchema.safeParse(body)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const said = problem.success
    ? {
        problem: problem.data.type.split(':').at(-1),
        detail: { nl: problem.data.detail, en: problem.data.en },
        findings: await findingsIn(problem.data.bevindingen ?? []),
      }
    : { problem: undefined, detail: undefined }
  return new ServerError(reasonOf(response.status), {
    ...said,
    body,
    status: response.status,
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}

/** Few refusals name findings, so their schema is loaded when one does. Those that this version does not understand are left out. */
async function findingsIn(items: readonly unknown[]): Promise<ServerError['findings']> {
  if (items.length === 0) return []
  const { wireFindingSchema } = await import('#shared/lifecycle/index.ts')
  return items.flatMap((item) => wireFindingSchema.safeParse(item).data ?? [])
}

function reasonOf(status: number): ServerErrorReason {
  if (status === 401) return 'sign-in-needed'
  if (status === 403) return 'forbidden'
  if (status === 413) return 'too-large'
  if (status === 429 || status === 503) return 'too-busy'
  return status >= 500 ? 'server' : 'refused'
}
