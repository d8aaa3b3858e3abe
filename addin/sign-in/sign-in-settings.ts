/** How people sign in at this server: it says so itself, so that one build serves every municipality. */
import * as z from 'zod/mini'
import { SignInError } from '../ports/session.ts'
import type { EntraSettings } from './entra-settings.ts'

export type SignInSettings = { readonly kind: 'local' } | ({ readonly kind: 'entra' } & EntraSettings)

const healthSchema = z.object({
  aanmelden: z.discriminatedUnion('soort', [
    z.object({ soort: z.literal('lokaal') }),
    z.object({
      soort: z.literal('entra'),
      uitgever: z.string(),
      clientId: z.string(),
      bereik: z.string(),
      publiek: z.string(),
    }),
  ]),
})

/** Throws SignInError `offline` when the server cannot be reached or does not say. */
export async function signInSettings(origin: string, get: typeof fetch): Promise<SignInSettings> {
  try {
    const { aanmelden } = healthSchema.parse(await (await get(`${origin}/v1/gezondheid`)).json())
    if (aanmelden.soort === 'lokaal') return { kind: 'local' }
    const { uitgever, clientId, bereik, publiek } = aanmelden
    return {
      kind: 'entra',
      authority: uitgever.replace(/\/v2\.0\/?$/, ''),
      clientId,
      scope: `${publiek.startsWith('api://') ? publiek : `api://${publiek}`}/${bereik}`,
    }
  } catch (error) {
    throw new SignInError('offline', 'gezondheid', { cause: error })
  }
}

const rememberedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('local') }),
  z.object({ kind: z.literal('entra'), authority: z.string(), clientId: z.string(), scope: z.string() }),
])

/** Settings that were kept as JSON; null: none, or not ours. */
export function readSignInSettings(text: string | null): SignInSettings | null {
  if (text === null) return null
  try {
    return rememberedSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
