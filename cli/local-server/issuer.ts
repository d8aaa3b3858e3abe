/**
 * A real token issuer on this machine for development and tests: its own keys, signed tokens with the claims of Entra ID
 * (v2). The Worker verifies them exactly as it does those of the municipality; nothing is bypassed.
 */
import { OAuth2Server } from 'oauth2-mock-server'
import { type Person, exampleTenantId } from '#shared/example/index.ts'

export const localAudience = 'api://gebiedsbegroting-lokaal'
export const localClientId = '0193dddd-0000-4000-8000-000000000001'
export const localScope = 'begroting.gebruiken'

export interface LocalIssuer {
  readonly url: string
  /** A signed token with the claims of a person, some parts of it replaced: for tests of what must be refused. */
  readonly sign: (
    person: Person,
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ) => Promise<string>
  readonly stop: () => Promise<void>
}

/** People sign in with their id and no password: it listens on this machine only. */
export async function startIssuer(people: readonly Person[]): Promise<LocalIssuer> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  const url = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = url
  const known = new Map(people.map((person) => [person.id, person]))
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    const person = known.get(String(token.payload['sub']))
    if (person) Object.assign(token.payload, claimsOf(person))
  })
  server.service.on(
    'beforeResponse',
    (response: { body: unknown; statusCode: number }, request: { body?: { username?: string } }) => {
      if (known.has(String(request.body?.username))) return
      response.statusCode = 400
      response.body = { error: 'invalid_grant' }
    },
  )
  return {
    url,
    sign: (person, claims = {}, header = {}) =>
      server.issuer.buildToken({
        scopesOrTransform: (tokenHeader, payload) => {
          Object.assign(tokenHeader, header)
          Object.assign(payload, claimsOf(person), claims)
        },
      }),
    stop: () => server.stop(),
  }
}

function claimsOf(person: Person): Readonly<Record<string, unknown>> {
  return {
    aud: localAudience,
    ver: '2.0',
    tid: exampleTenantId,
    oid: person.oid,
    sub: person.oid,
    azp: localClientId,
    scp: localScope,
    roles: [person.role],
    idtyp: 'user',
  }
}
