import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeople } from '#shared/example/index.ts'
import { temporaryFolder } from '../gebied.test-data.ts'
import { localCertificate } from './certificate.ts'
import { type LocalServer, startLocalServer } from './start.ts'

const publicDir = path.join(import.meta.dirname, '../../worker/public')
const folder = mkdtempSync(path.join(tmpdir(), 'gebied-site-'))
let server: LocalServer

/** What a build leaves: pages, hashed chunks, the functions' files, and everything of worker/public. */
function makeSite(): void {
  cpSync(publicDir, folder, { recursive: true })
  mkdirSync(path.join(folder, 'assets'))
  mkdirSync(path.join(folder, 'auth'))
  mkdirSync(path.join(folder, 'icons'), { recursive: true })
  const files = [
    'taskpane.html',
    'beheer.html',
    'auth/redirect.html',
    'auth/dialoog.html',
    'werkbank.html',
    'taskpane-werkbank.html',
  ]
  const others = ['assets/start-B1x9.js', 'functions.js', 'functions.json', 'functions-en.json', 'icons/gebied-32.png']
  for (const name of [...files, ...others]) writeFileSync(path.join(folder, name), `{"file":"${name}"}`)
}

beforeAll(async () => {
  makeSite()
  server = await startLocalServer({ port: 0, stateDir: null, siteDir: folder })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const headersOf = async (name: string) => {
  const response = await fetch(`${server.url}${name}`, { headers: { origin: 'https://excel.officeapps.live.com' } })
  expect(response.status).toBe(200)
  return response.headers
}
const cspOf = async (name: string) => {
  const csp = (await headersOf(name)).get('content-security-policy') ?? ''
  return Object.fromEntries(
    csp.split('; ').map((rule): [string, string] => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]),
  )
}

describe('what the site serves', () => {
  test.for([
    ['/taskpane.html', 'no-cache'],
    ['/auth/redirect.html', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/functions.js', 'no-cache'],
    ['/assets/start-B1x9.js', 'public, max-age=31536000, immutable'],
    ['/icons/gebied-32.png', 'public, max-age=86400'],
    ['/functions.json', 'public, max-age=300'],
    ['/functions-en.json', 'public, max-age=300'],
  ] as const)('%s may be kept: %s', async ([name, kept]) => {
    const headers = await headersOf(name)
    expect(headers.get('cache-control')).toBe(kept)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect(headers.get('etag')).toMatch(/^(?:W\/)?"/)
  })

  test('no page has a Cross-Origin-Opener-Policy or X-Frame-Options', async () => {
    for (const name of ['/auth/redirect.html', '/auth/dialoog.html', '/taskpane.html']) {
      const headers = await headersOf(name)
      expect([headers.get('cross-origin-opener-policy'), headers.get('x-frame-options')]).toEqual([null, null])
    }
  })

  test('only the metadata of functions may be read from pages elsewhere', async () => {
    expect((await headersOf('/functions.json')).get('access-control-allow-origin')).toBe('*')
    expect((await headersOf('/taskpane.html')).get('access-control-allow-origin')).toBeNull()
  })

  test('what did not change is not sent again', async () => {
    const etag = (await headersOf('/functions.json')).get('etag') ?? ''
    const response = await fetch(`${server.url}/functions.json`, { headers: { 'if-none-match': etag } })
    expect([response.status, await response.text()]).toEqual([304, ''])
  })

  test('the pane runs scripts of its own and of Office, and is framed by Office', async () => {
    const csp = await cspOf('/taskpane.html')
    expect(csp).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
      'connect-src': "'self' https://login.microsoftonline.com",
    })
    expect(csp['frame-ancestors']).toContain('https://*.officeapps.live.com')
    expect(csp['frame-ancestors']).toContain('https://*.cloud.microsoft')
  })

  test('the page for the lists takes no script of others and stands in no frame', async () => {
    const csp = await cspOf('/beheer.html')
    expect(csp['script-src']).toBe("'self'")
    expect(csp['frame-ancestors']).toBe("'none'")
    expect(csp['connect-src']).toBe("'self' https://login.microsoftonline.com")
  })

  test.for(['/werkbank.html', '/taskpane-werkbank.html'])(
    '%s runs and reaches nothing from elsewhere',
    async (name) => {
      const csp = await cspOf(name)
      expect(csp['frame-ancestors']).toBe("'self'")
      expect(Object.values(csp).join(' ')).not.toContain('https:')
    },
  )

  test('names are exact, and what is not there is a problem of the API', async () => {
    for (const name of ['/taskpane', '/_headers', '/assets/weg.js']) {
      const response = await fetch(`${server.url}${name}`)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ])
    }
  })

  test('the bare address leads to the page', async () => {
    const response = await fetch(server.url)
    expect([new URL(response.url).pathname, response.status]).toEqual(['/index.html', 200])
  })
})

describe('signing in on the site', () => {
  const signIn = (username: string) =>
    fetch(`${server.url}/aanmelden/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', username, password: '' }),
    })

  test('is by choosing one of the people, whose token the API takes', async () => {
    const people = (await (await fetch(`${server.url}/aanmelden/personen`)).json()) as { id: string; name: string }[]
    expect(people).toEqual(examplePeople.map(({ id, name, role }) => ({ id, name, role })))
    const { access_token: token, expires_in: seconds } = (await (await signIn('controller-hol')).json()) as {
      access_token: string
      expires_in: number
    }
    expect(seconds).toBe(3600)
    const me = await fetch(`${server.url}/v1/ik`, { headers: { authorization: `Bearer ${token}` } })
    expect(await me.json()).toEqual({ naam: 'Controller Holtenbroek', rol: 'gebiedscontroller', gebieden: ['HOL'] })
  })

  test('as somebody else is refused', async () => {
    expect((await signIn('niemand')).status).toBe(400)
    expect((await fetch(`${server.url}/aanmelden/anders`)).status).toBe(404)
  })

  test('is what the server says of itself', async () => {
    const { aanmelden } = (await (await fetch(`${server.url}/v1/gezondheid`)).json()) as { aanmelden: object }
    expect(aanmelden).toEqual({
      soort: 'lokaal',
      uitgever: server.issuer.url,
      tenant: '0193bbbb-0000-4000-8000-000000000193',
      clientId: '0193dddd-0000-4000-8000-000000000001',
      publiek: 'api://gebiedsbegroting-lokaal',
      bereik: 'begroting.gebruiken',
    })
  })
})

describe('over https', () => {
  test('the site, the API and sockets answer with the certificate of this machine', async () => {
    const { ca, key, cert } = await localCertificate(temporaryFolder(), Date.now())
    const secure = await startLocalServer({ port: 0, stateDir: null, siteDir: folder, https: { key, cert } })
    try {
      expect(secure.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      const asked = (name: string, headers: Record<string, string> = {}) =>
        new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
          get(`${secure.url}${name}`, { ca, headers }, (response) => {
            json(response).then((body) => resolve({ status: response.statusCode, body }), reject)
          }).on('error', reject)
        })
      expect(await asked('/functions.json')).toEqual({ status: 200, body: { file: 'functions.json' } })
      expect(await asked('/v1/gezondheid')).toMatchObject({ status: 200, body: { status: 'ok' } })
      const upgrade = {
        upgrade: 'websocket',
        connection: 'upgrade',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      }
      expect(await asked('/v1/gebeurtenissen?kaartje=x', upgrade)).toMatchObject({ status: 403 })
    } finally {
      await secure.stop()
    }
  })
})

test('a folder without a site is refused with what to do', async () => {
  await expect(startLocalServer({ port: 0, stateDir: null, siteDir: temporaryFolder() })).rejects.toThrow('vite build')
})
