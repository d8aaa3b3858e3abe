/** The Worker with a local D1 and a token issuer on this machine: what `serve`, `start`, `demo` and the tests run. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import type { D1Database } from '@cloudflare/workers-types'
import { examplePeople, exampleTenantId } from '#shared/example/index.ts'
import { CliError } from '../cli-error.ts'
import { bundleWorker } from './bundle-worker.ts'
import { localAudience, localClientId, type LocalIssuer, localScope, startIssuer } from './issuer.ts'
import { migrate } from './migrate.ts'
import { seed } from './seed.ts'
import { signInHandler, signInScript } from './sign-in.ts'

export interface LocalServer {
  readonly url: string
  readonly issuer: LocalIssuer
  readonly db: D1Database
  readonly stop: () => Promise<void>
}

export interface LocalServerOptions {
  /** 0: any free port. */
  readonly port: number
  /** Where the database stays; null: only as long as the server runs. */
  readonly stateDir: string | null
  /** The built add-in (`dist`), served beside the API with its own `_headers`; null or absent: the API alone. */
  readonly siteDir?: string | null
  /** Texts in PEM; null or absent: http. */
  readonly https?: { readonly key: string; readonly cert: string } | null
}

/** Listens on this machine only. Throws CliError when the port is taken or there is no site in that folder. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { port, stateDir, siteDir = null, https = null } = options
  if (siteDir !== null) refuseEmptySite(siteDir)
  if (port !== 0) await refuseBusyPort(port)
  const [script, issuer] = await Promise.all([bundleWorker(), startIssuer(examplePeople)])
  const runtime = { modules: true, compatibilityDate: compatibilityDate() } as const
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      ...(https !== null && { https: true, httpsKey: https.key, httpsCert: https.cert }),
      ...(stateDir !== null && { resourcePersistencePath: path.resolve(stateDir) }),
      // The Worker's log lines are for its host; on this machine they would stand between what people read.
      handleStructuredLogs: () => undefined,
      workers: [
        {
          ...runtime,
          name: 'gebiedsbegroting',
          script,
          ...apiBindings(issuer),
          ...(siteDir !== null && site(siteDir)),
        },
        {
          ...runtime,
          name: 'aanmelden',
          script: signInScript,
          routes: ['*/aanmelden/*'],
          serviceBindings: { NODE: signInHandler(issuer.url, examplePeople) },
        },
      ],
    }),
  )
  const url = (await miniflare.ready).origin
  const db: D1Database = await miniflare.getD1Database('DB')
  await migrate(db)
  await seed(db, examplePeople, Date.now())
  return {
    url,
    issuer,
    db,
    stop: async () => {
      await miniflare.dispose()
      await issuer.stop()
    },
  }
}

/** What wrangler.toml gives the deployed Worker. */
function apiBindings(issuer: LocalIssuer) {
  return {
    d1Databases: ['DB'],
    durableObjects: { LIVE_ROOM: { className: 'LiveRoom', useSQLite: true } },
    bindings: {
      TOKEN_ISSUER: issuer.url,
      TOKEN_KEYS_URL: `${issuer.url}/jwks`,
      TOKEN_AUDIENCE: localAudience,
      TOKEN_TENANT: exampleTenantId,
      TOKEN_CLIENTS: localClientId,
      TOKEN_SCOPE: localScope,
    },
  }
}

/** Served as Cloudflare does: exact names only, and the rules of the folder's `_headers`. */
function site(siteDir: string) {
  return {
    assets: {
      directory: path.resolve(siteDir),
      run_worker_first: ['/v1/*'],
      routerConfig: { has_user_worker: true },
      assetConfig: { html_handling: 'none' as const },
    },
  }
}

/** The runtime that the deployed Worker has. */
function compatibilityDate(): string {
  const settings = readFileSync(path.join(import.meta.dirname, '../../wrangler.toml'), 'utf8')
  const found = /^compatibility_date = "(\d{4}-\d{2}-\d{2})"$/m.exec(settings)?.[1]
  if (found === undefined) throw new Error('wrangler.toml has no compatibility_date.')
  return found
}

function refuseEmptySite(siteDir: string): void {
  if (existsSync(path.join(siteDir, '_headers'))) return
  throw new CliError(`${siteDir} bevat geen gebouwde invoegtoepassing. Bouw die eerst met "npx vite build".`)
}

async function refuseBusyPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new CliError(`Poort ${port} is bezet. Stop het andere programma of kies een andere poort met --port.`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}
