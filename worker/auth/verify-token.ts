/**
 * Access tokens of Entra ID (v2). Stricter than the library alone: RS256 only, one issuer, one tenant, an audience that is
 * one text, a kid, a client that we know, our scope, a person instead of an app, and canonical base64url.
 */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { Problem } from '../problem.ts'

/** Who a token is about. (tid, oid) is the identity; names in tokens can be changed by people. */
export interface Identity {
  readonly tid: string
  readonly oid: string
}

const claimsSchema = z.object({
  aud: z.string(),
  ver: z.literal('2.0'),
  tid: z.uuid(),
  oid: z.uuid(),
  azp: z.string(),
  scp: z.string(),
  iat: z.number(),
  exp: z.number(),
  idtyp: z.optional(z.literal('user')),
})

const clockToleranceSeconds = 60
const keysMaxAgeMs = 24 * 60 * 60 * 1_000
const refetchPauseMs = 5 * 60 * 1_000

/** Key sets by address; the library caches keys, refetches once in the pause for an unknown kid, and fails after a day. */
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

/** Throws Problem 401 that does not say which check failed, so that a forger learns nothing. */
export async function verifyToken(authorization: string | undefined, env: Env): Promise<Identity> {
  const token = /^Bearer ([^\s]+)$/.exec(authorization ?? '')?.[1]
  if (token === undefined || !isCanonical(token)) throw notSignedIn()
  const { tid, oid } = claimsOf(await payloadOf(token, env), env)
  return { tid, oid }
}

async function payloadOf(token: string, env: Env): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keySetOf(env.TOKEN_KEYS_URL), {
      algorithms: ['RS256'],
      issuer: env.TOKEN_ISSUER,
      audience: env.TOKEN_AUDIENCE,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'iat'],
    })
    if (protectedHeader.kid === undefined) throw notSignedIn()
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) throw notSignedIn()
    throw error
  }
}

function claimsOf(payload: JWTPayload, env: Env) {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success) throw notSignedIn()
  const claims = parsed.data
  const isKnownClient = env.TOKEN_CLIENTS.split(' ').includes(claims.azp)
  const hasScope = claims.scp.split(' ').includes(env.TOKEN_SCOPE)
  const isIssued = claims.iat <= Date.now() / 1_000 + clockToleranceSeconds
  if (!isKnownClient || !hasScope || !isIssued || claims.tid !== env.TOKEN_TENANT) throw notSignedIn()
  return claims
}

function keySetOf(url: string) {
  const existing = keySets.get(url)
  if (existing) return existing
  const made = createRemoteJWKSet(new URL(url), { cacheMaxAge: keysMaxAgeMs, cooldownDuration: refetchPauseMs })
  keySets.set(url, made)
  return made
}

/** Three parts of base64url without padding and without spare bits: one token has one spelling. */
function isCanonical(token: string): boolean {
  const parts = token.split('.')
  return parts.length === 3 && parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part) && hasNoSpareBits(part))
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function hasNoSpareBits(part: string): boolean {
  const last = alphabet.indexOf(part.at(-1) ?? '')
  if (part.length % 4 === 2) return last % 16 === 0
  if (part.length % 4 === 3) return last % 4 === 0
  return part.length % 4 === 0
}

function notSignedIn(): Problem {
  return new Problem(
    401,
    'niet-aangemeld',
    {
      nl: 'Er is geen geldig toegangsbewijs meegestuurd. Meld u opnieuw aan.',
      en: 'No valid access token was sent. Sign in again.',
    },
    { 'www-authenticate': 'Bearer' },
  )
}
