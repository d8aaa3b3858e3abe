/** Real browsers with the built site, against a real Worker with its database, for the stories of the product. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { localCertificate } from '../../cli/local-server/certificate.ts'
import { type LocalServer, startLocalServer } from '../../cli/local-server/start.ts'
import { launchBrowser } from '../browser/launch.ts'
import { siteFolder } from '../site/site-folder.ts'
import { createDesk, type Desk } from './desk.ts'

/** `office.js`: Microsoft's unmodified client in the pane; `own`: ours, as the workbench has it for people. */
export type Client = 'office.js' | 'own'

export interface World {
  readonly server: LocalServer
  /** Of pages: `https://localhost:<port>`. */
  readonly origin: string
  readonly browser: Browser
  /** A window of its own, as on another machine, with the workbook that the address asks for (`?gebied=HOL&jaar=2023`). */
  readonly open: (search: string) => Promise<Desk>
  /** Of all windows. When there are any, what each shows is kept as a picture under this name. */
  readonly troubles: (name: string) => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

const officeFolder = path.join(import.meta.dirname, '../../node_modules/@microsoft/office-js/dist')

export async function startWorld(client: Client): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gebied-e2e-'))
  const https = await localCertificate(folder, Date.now())
  const server = await startLocalServer({ port: 0, stateDir: null, siteDir: siteFolder, https })
  const origin = `https://localhost:${new URL(server.url).port}`
  const browser = await launchBrowser()
  const desks: Desk[] = []
  return {
    server,
    origin,
    browser,
    open: async (search) => {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        locale: 'nl-NL',
        viewport: { width: 1400, height: 850 },
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      await routeOffice(context)
      const suffix = client === 'office.js' ? '&officejs' : ''
      const desk = await createDesk(await context.newPage(), `${origin}/werkbank.html${search}${suffix}`)
      desks.push(desk)
      return desk
    },
    troubles: async (name) => {
      const found = (await Promise.all(desks.map((desk) => desk.troubles()))).flat()
      if (found.length > 0) await Promise.all(desks.map((desk, index) => picture(desk, `${name} ${index + 1}`)))
      return found
    },
    stop: async () => {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address of Microsoft answers from its npm package: nothing is asked of the internet. */
async function routeOffice(context: BrowserContext): Promise<void> {
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '')
    const body = readFileSync(path.join(officeFolder, file))
    await route.fulfill({ body, contentType: file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream' })
  })
}

async function picture(desk: Desk, name: string): Promise<void> {
  await desk.page.screenshot({ path: path.join(tmpdir(), `gebied-${name.replaceAll(/\W+/g, '-')}.png`) })
}
