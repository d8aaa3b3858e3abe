import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAudience, localClientId } from '../../cli/local-server/issuer.ts'
import { personOf, startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest
const controller = personOf('controller-hol')

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const whoAmI = (authorization: string | undefined) =>
  fetch(`${worker.url}/v1/ik`, authorization === undefined ? {} : { headers: { authorization } })

async function expectRefused(token: string): Promise<void> {
  const response = await whoAmI(`Bearer ${token}`)
  expect(response.status).toBe(401)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(response.headers.get('www-authenticate')).toBe('Bearer')
  expect(await response.json()).toMatchObject({ type: 'urn:gebiedsbegroting:probleem:niet-aangemeld', status: 401 })
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decoded = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as object
const signatureBytes = (token: string) => Buffer.from(token.split('.')[2] ?? '', 'base64url').toString('hex')
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds

describe('[S-52] an access token', () => {
  test('of a person on the list is accepted', async () => {
    const response = await whoAmI(`Bearer ${await worker.issuer.sign(controller)}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      naam: 'Controller Holtenbroek',
      rol: 'gebiedscontroller',
      gebieden: ['HOL'],
    })
  })

  test.for([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic abc',
    'Bearer a.b',
    'Bearer a.b.c',
    'bearer x',
    'Bearer a b.c.d',
  ])('is missing in %o: refused', async (authorization) => {
    expect((await whoAmI(authorization)).status).toBe(401)
  })

  test.for([
    ['has expired', { exp: inSeconds(-3_600) }],
    ['is not valid yet', { nbf: inSeconds(3_600) }],
    ['was issued in the future', { iat: inSeconds(3_600) }],
    ['never expires', { exp: undefined }],
    ['is for another API', { aud: 'api://iets-anders' }],
    ['names a list of audiences', { aud: [localAudience, 'api://iets-anders'] }],
    ['names a list with only our audience', { aud: [localAudience] }],
    ['is of another issuer', { iss: 'https://login.microsoftonline.com/iemand/v2.0' }],
    ['is of another tenant', { tid: '0193ffff-0000-4000-8000-000000000001' }],
    ['was asked for by an unknown client', { azp: '0193ffff-0000-4000-8000-000000000002' }],
    ['names a client that only begins like ours', { azp: `${localClientId}0` }],
    ['lacks our scope', { scp: 'begroting.lezen' }],
    ['has a scope that only contains ours', { scp: 'begroting.gebruiken.niet' }],
    ['has no scope', { scp: undefined }],
    ['is of version 1', { ver: '1.0' }],
    ['is of an application', { idtyp: 'app' }],
    ['names no person', { oid: undefined }],
  ] as const)('that %s is refused', async ([, claims]) => {
    await expectRefused(await worker.issuer.sign(controller, claims))
  })

  test('with an altered payload is refused', async () => {
    const [header, payload, signature] = (await worker.issuer.sign(controller)).split('.')
    const altered = { ...decoded(payload), oid: personOf('concerncontroller').oid }
    await expectRefused(`${header}.${encoded(altered)}.${signature}`)
  })

  test('signed with another key under our key id is refused', async () => {
    const [header, payload] = (await worker.issuer.sign(controller)).split('.')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signature = sign('sha256', Buffer.from(`${header}.${payload}`), privateKey).toString('base64url')
    await expectRefused(`${header}.${payload}.${signature}`)
  })

  test('without a signature (alg none) is refused', async () => {
    const [, payload, signature] = (await worker.issuer.sign(controller)).split('.')
    await expectRefused(`${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`)
    expect((await whoAmI(`Bearer ${encoded({ alg: 'none' })}.${payload}.`)).status).toBe(401)
  })

  test('signed with the public key as a secret (HS256) is refused', async () => {
    const [header, payload] = (await worker.issuer.sign(controller)).split('.')
    const { keys } = (await (await fetch(`${worker.issuer.url}/jwks`)).json()) as { keys: JsonWebKey[] }
    const pem = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const hmacHeader = encoded({ ...decoded(header), alg: 'HS256' })
    const signature = createHmac('sha256', pem).update(`${hmacHeader}.${payload}`).digest('base64url')
    await expectRefused(`${hmacHeader}.${payload}.${signature}`)
  })

  test('that names no key is refused although its signature is right', async () => {
    await expectRefused(await worker.issuer.sign(controller, {}, { kid: undefined }))
  })

  test('that names an unknown key is refused', async () => {
    await expectRefused(await worker.issuer.sign(controller, {}, { kid: 'onbekend' }))
  })

  test('in another spelling of the same bytes is refused', async () => {
    const token = await worker.issuer.sign(controller)
    await expectRefused(`${token}=`)
    await expectRefused(`${token}==`)
    // A 256-byte signature leaves four spare bits in its last character; the library ignores them.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = alphabet.indexOf(token.at(-1) ?? '')
    const respelled = token.slice(0, -1) + (alphabet[last + 1] ?? '')
    expect(signatureBytes(respelled)).toBe(signatureBytes(token))
    await expectRefused(respelled)
  })

  test('of somebody who is not on the list is valid but has no right', async () => {
    const stranger = { ...controller, oid: '0193aaaa-0000-4000-8000-000000009999' }
    const response = await whoAmI(`Bearer ${await worker.issuer.sign(stranger)}`)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ type: 'urn:gebiedsbegroting:probleem:geen-recht' })
  })

  test.for(['/v1/gezondheid', '/v1/openapi.json'])('is not needed for %s', async (path) => {
    expect((await fetch(`${worker.url}${path}`)).status).toBe(200)
  })

  test('is asked for before anything else is said, also about paths that do not exist', async () => {
    expect((await fetch(`${worker.url}/v1/niets`)).status).toBe(401)
  })
})
