import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifestSource } from '../../addin/build/manifest-source.ts'
import { readManifest } from '../../addin/build/read-manifest.ts'
import { type LocalServer, startLocalServer } from '../../cli/local-server/start.ts'
import { siteFolder } from './site-folder.ts'

const root = path.join(import.meta.dirname, '../..')
let server: LocalServer

beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null, siteDir: siteFolder })
})

afterAll(() => server.stop())

/** Without cookies, and a redirect is an error: Excel follows neither a login page nor a challenge. */
const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${address}`, { redirect: 'error', headers })

/** Every address in the manifest, on this server. */
const manifestPaths = [
  ...new Set(
    readManifest(manifestSource())
      .urls.map((url) => new URL(url))
      .filter(({ protocol, pathname }) => protocol === 'https:' && pathname !== '/')
      .map(({ pathname, search }) => pathname + search),
  ),
]

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.css': 'text/css',
}

describe('what the manifest names', () => {
  test('is more than pictures', () => {
    expect(manifestPaths).toEqual(
      expect.arrayContaining(['/taskpane.html?mv=1.0.0.0', '/functions.js', '/functions.json', '/functions-en.json']),
    )
  })

  test.for(manifestPaths)('%s is there, with its type, without cookie or redirect', async (address) => {
    const response = await get(address)
    expect(response.status).toBe(200)
    const extension = path.extname(new URL(address, server.url).pathname)
    expect(response.headers.get('content-type')).toContain(types[extension])
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test.for(readdirSync(path.join(siteFolder, 'icons')))('icon %s is as large as its name says', (file) => {
    const png = readFileSync(path.join(siteFolder, 'icons', file))
    const size = Number(/-(\d+)\.png$/.exec(file)?.[1])
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  })
})

describe('headers', () => {
  test('pages are asked for anew each time, and may be shown by Office only', async () => {
    const { headers } = await get('/taskpane.html')
    expect(headers.get('cache-control')).toBe('no-cache')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com/)
    expect(policy).toMatch(/frame-ancestors [^;]*https:\/\/\*\.officeapps\.live\.com/)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7}/)
  })

  test('the page that signing in returns to is not cut off from its opener', async () => {
    expect((await get('/auth/redirect.html')).headers.get('cross-origin-opener-policy')).toBeNull()
  })

  test('files with a hash in their name are kept for a year, icons for a day', async () => {
    const [chunk] = readdirSync(path.join(siteFolder, 'assets'))
    expect((await get(`/assets/${chunk}`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/icons/gebied-32.png')).headers.get('cache-control')).toMatch(/max-age=86400/)
  })

  test('Excel on the web may read the metadata of the functions from its own origin', async () => {
    const response = await get('/functions.json', { origin: 'https://excel.officeapps.live.com' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('etag')).toBeTruthy()
  })

  test('no page has a script or a handler in its text', () => {
    for (const name of [
      'taskpane.html',
      'taskpane-werkbank.html',
      'werkbank.html',
      'auth/redirect.html',
      'auth/dialoog.html',
    ]) {
      const html = readFileSync(path.join(siteFolder, name), 'utf8')
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
      expect(html).not.toMatch(/\son[a-z]+=/)
    }
  })
})

describe('the pane of the workbench', () => {
  test('is that of Excel but for one script tag', () => {
    const lines = (name: string) => readFileSync(path.join(siteFolder, name), 'utf8').split('\n')
    const workbench = lines('taskpane-werkbank.html')
    const differing = lines('taskpane.html').filter((line, index) => line !== workbench[index])
    expect(differing.map((line) => line.trim())).toEqual([
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    ])
  })
})

describe('help', () => {
  test('every page that the pane, the functions and the help pages lead to is there', async () => {
    const start = readFileSync(path.join(root, 'addin/start.ts'), 'utf8')
    const fromPane = [...start.matchAll(/'(\/help\/[\w.-]+\.html)'/g)].map(([, address]) => address ?? '')
    const metadata = readFileSync(path.join(siteFolder, 'functions.json'), 'utf8')
    const fromFunctions = [...metadata.matchAll(/"helpUrl": "https:\/\/[^/]+(\/[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    )
    expect(fromPane).toHaveLength(3)
    expect(fromFunctions).toHaveLength(27)
    const seen = new Set<string>()
    for (const queue = [...fromPane, ...fromFunctions]; queue.length > 0; ) {
      const address = queue.pop() ?? ''
      if (seen.has(address)) continue
      seen.add(address)
      const response = await get(address)
      expect(response.status, address).toBe(200)
      const html = await response.text()
      expect(html, address).toContain('Gebiedsbegroting')
      for (const [, link = ''] of html.matchAll(/href="(\/[^"#]+\.html)/g)) queue.push(link)
    }
  })
})
