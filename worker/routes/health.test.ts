import { describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Env } from '../env.ts'

/** What the server says of signing in when its settings are those of a municipality, or of a local server. */
async function signIn(issuer: string): Promise<unknown> {
  const env = {
    DB: { prepare: () => ({ first: async () => null }) },
    TOKEN_ISSUER: issuer,
    TOKEN_TENANT: 'tenant',
    TOKEN_CLIENTS: 'invoegtoepassing opdrachtregel',
    TOKEN_AUDIENCE: 'api-id',
    TOKEN_SCOPE: 'begroting.gebruiken',
  } as unknown as Env
  const response = await createApp().request('/v1/gezondheid', {}, env)
  const { aanmelden } = (await response.json()) as { aanmelden: unknown }
  return aanmelden
}

describe('the health of the server', () => {
  test('says where and as what application the add-in signs in', async () => {
    expect(await signIn('https://login.microsoftonline.com/tenant/v2.0')).toEqual({
      soort: 'entra',
      uitgever: 'https://login.microsoftonline.com/tenant/v2.0',
      tenant: 'tenant',
      clientId: 'invoegtoepassing',
      publiek: 'api-id',
      bereik: 'begroting.gebruiken',
    })
  })

  test.for(['http://127.0.0.1:4711', 'https://127.0.0.1:4711'])(
    'knows %s as an issuer of this machine',
    async (url) => {
      expect(await signIn(url)).toMatchObject({ soort: 'lokaal', uitgever: url })
    },
  )

  test.for(['https://127.0.0.1.kwaad.nl', 'https://login.microsoftonline.com/127.0.0.1'])(
    'does not know %s as one',
    async (url) => {
      expect(await signIn(url)).toMatchObject({ soort: 'entra' })
    },
  )
})
