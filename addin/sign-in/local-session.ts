/**
 * Signing in at the issuer of a local server: choose one of the example people, no password. The token is as real as that of
 * the municipality; only the question who you are is easy.
 */
import * as z from 'zod/mini'
import { type Session, SignInError } from '../ports/session.ts'
import { sessionOver, type Token } from './session-state.ts'

const peopleSchema = z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }))
const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() })

export interface LocalSessionParts {
  /** Address of the local server, without a slash at its end. */
  readonly origin: string
  readonly fetch: typeof fetch
  readonly nowMs: () => number
  /** Remembers who signed in, for the next start of this window. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

const memoryKey = 'gebied.aangemeld-als'

/** Throws SignInError `offline` when the local server cannot be reached. */
export async function createLocalSession({ origin, fetch, nowMs, memory }: LocalSessionParts): Promise<Session> {
  const people = peopleSchema.parse(await (await reach(fetch, `${origin}/aanmelden/personen`)).json())
  const tokenFor = async (personId: string): Promise<Token> => {
    const person = people.find(({ id }) => id === personId)
    if (person === undefined) throw new SignInError('refused', `unknown person ${personId}`)
    const body = new URLSearchParams({ grant_type: 'password', username: personId, password: '' })
    const response = await reach(fetch, `${origin}/aanmelden/token`, { method: 'POST', body })
    if (!response.ok) throw new SignInError('refused', String(response.status))
    const { access_token, expires_in } = tokenSchema.parse(await response.json())
    memory.setItem(memoryKey, personId)
    return { text: access_token, expiresAtMs: nowMs() + expires_in * 1000, name: person.name, account: person.id }
  }
  const session = sessionOver(
    {
      silent: async () => {
        const personId = memory.getItem(memoryKey)
        if (personId === null) throw new SignInError('interaction-needed')
        return tokenFor(personId)
      },
      interactive: async (personId) => {
        if (personId === undefined) throw new SignInError('cancelled')
        return tokenFor(personId)
      },
      signOut: async () => memory.removeItem(memoryKey),
    },
    nowMs,
  )
  return { ...session, kind: 'local', people }
}

async function reach(fetch: LocalSessionParts['fetch'], url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw new SignInError('offline', '', { cause: error })
  }
}
