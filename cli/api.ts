/** The API as the command line uses it: signs in, sends, and turns problems into one sentence. */
import * as z from 'zod/mini'
import { examplePeople } from '#shared/example/index.ts'
import { wireFindingSchema } from '#shared/lifecycle/index.ts'
import type { Language, PersonRole } from '#shared/model/index.ts'
import { readAnswer, requestText, type SyncAnswer, type SyncRequest } from '#shared/sync/index.ts'
import { ApiProblem, CliError } from './cli-error.ts'
import { findingLine } from './finding-line.ts'

export const defaultServer = 'http://127.0.0.1:8787'

export interface Api {
  readonly server: string
  readonly get: (path: string) => Promise<unknown>
  readonly put: (path: string, body: unknown) => Promise<unknown>
  readonly post: (path: string, body: unknown) => Promise<unknown>
  /** Undefined: nothing to do. */
  readonly synchronise: (areaCode: string, request: SyncRequest) => Promise<SyncAnswer | undefined>
}

const healthSchema = z.object({ aanmelden: z.object({ uitgever: z.url() }) })
const tokenSchema = z.object({ access_token: z.string() })
const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  en: z.string(),
  bevindingen: z.optional(z.array(z.unknown())),
})

/**
 * Signs in at the server's issuer as one of the example people. A real municipality's server does not accept that: there
 * GEBIED_TOKEN holds a token of the person. Throws CliError when the server or the person is not there. What the server
 * refuses is told in this language.
 */
export async function connect(server: string, personId: string, language: Language = 'nl'): Promise<Api> {
  refuseUnsafe(server)
  const token = process.env['GEBIED_TOKEN'] ?? (await localToken(server, personId))
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await reach(`${server}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    })
    if (!response.ok) throw await problemOf(response, language)
    return response
  }
  return {
    server,
    get: async (path) => (await send(path, {})).json(),
    put: async (path, body) => (await send(path, { method: 'PUT', body: JSON.stringify(body) })).json(),
    post: async (path, body) => (await send(path, { method: 'POST', body: JSON.stringify(body) })).json(),
    synchronise: async (areaCode, request) => {
      const response = await send(`/v1/gebieden/${areaCode}/synchronisaties`, {
        method: 'POST',
        body: requestText(request),
        headers: { 'idempotency-key': request.pushId },
      })
      return response.status === 204 ? undefined : readAnswer(await response.json(), request)
    },
  }
}

/** The person to act as when nobody is named: the first with the role that fits, of the area when there is one. */
export function personFor(role: PersonRole, areaCode?: string): string {
  const fitting = examplePeople.find(
    (person) => person.role === role && (areaCode === undefined || person.areas.includes(areaCode)),
  )
  if (fitting) return fitting.id
  throw new CliError(
    `De voorbeeldgemeente heeft geen ${role}${areaCode === undefined ? '' : ` voor ${areaCode}`}. Noem een persoon met --als.`,
  )
}

/** Name and role for the screen; the id itself of who is not in the example. */
export function describePerson(personId: string): string {
  const person = examplePeople.find(({ id }) => id === personId)
  return person ? `${person.name} (${person.role})` : personId
}

/** A token on a plain line can be read and used by others, so that is for this machine only. */
function refuseUnsafe(server: string): void {
  const url = URL.parse(server)
  const isLocal = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return
  throw new CliError(`"${server}" is geen adres van een server. Noem met --server een adres dat begint met https://.`)
}

async function localToken(server: string, personId: string): Promise<string> {
  const answer: unknown = await (await reach(`${server}/v1/gezondheid`, {})).json().catch(() => undefined)
  const health = healthSchema.safeParse(answer)
  if (!health.success)
    throw new CliError(
      `${server} antwoordt niet als een server van Gebiedsbegroting die hier aanmeldt. Controleer --server, of zet een toegangsbewijs in GEBIED_TOKEN.`,
    )
  const response = await reach(`${health.data.aanmelden.uitgever}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', username: personId, password: '' }),
  })
  if (response.ok) return tokenSchema.parse(await response.json()).access_token
  const people = examplePeople.map(({ id }) => id).join(', ')
  throw new CliError(`"${personId}" kan zich niet aanmelden. Kies met --als uit ${people}.`)
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new CliError(
      `${new URL(url).origin} is niet bereikbaar. Start de server met "gebied serve", of noem een andere met --server.`,
    )
  }
}

async function problemOf(response: Response, language: Language): Promise<CliError> {
  const body: unknown = await response.json().catch(() => undefined)
  const problem = problemSchema.safeParse(body)
  if (!problem.success)
    return new CliError(`De server antwoordt ${response.status} zonder uitleg. Probeer het opnieuw.`)
  const { type, title, detail, en, bevindingen: items = [] } = problem.data
  // A newer server may name findings in a way that is not understood here; what it says is told all the same.
  const bevindingen = items.flatMap((item) => wireFindingSchema.safeParse(item).data ?? [])
  const text = language === 'nl' ? detail : en
  const repeated = bevindingen.find(({ message }) => message[language] === text)
  const named = repeated === undefined ? text : `${repeated.rule}: ${text}`
  // Titles are Dutch only; the English text says by itself what is the matter.
  const said = language === 'nl' ? `${title} (${response.status}): ${named}` : `${named} (${response.status})`
  const remedy = type.endsWith(':geschiedenis-wijkt-af') ? ' Bevestig met: gebied sync FILE.xlsx --herstel' : ''
  const lines = bevindingen
    .filter(({ rule, message }) => !said.includes(`${rule}: ${message[language]}`))
    .map((finding) => `\n${findingLine(finding, finding.lineNumber ?? '', language)}`)
  return new ApiProblem(`${said}${remedy}${lines.join('')}`, body)
}
