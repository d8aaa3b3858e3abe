import path from 'node:path'
import { parseArgs } from 'node:util'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import type { LocalServer } from '../local-server/start.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--port 8787] [--state MAP] [--site MAP] [--https]',
  explanation:
    'Start de server met een lokale database, de voorbeeldgemeente en een lokale uitgever van toegangsbewijzen; met --site ook de gebouwde invoegtoepassing.',
  run: runServe,
}

async function runServe(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8787' },
      state: { type: 'string', default: '.gebied' },
      site: { type: 'string' },
      https: { type: 'boolean', default: false },
    },
  })
  const port = portOf(values.port)
  const siteDir = values.site ?? null
  const server = values.https
    ? await openSecureServer(port, values.state, siteDir)
    : await openServer(port, values.state, siteDir)
  console.log(`Server: ${server.url} (gegevens in ${values.state}). Stoppen met Ctrl+C.`)
  await untilStopped(server)
  return 0
}

/** `stateDir` null: a store that is gone when the server stops. Loaded here, because building the Worker takes a second. */
export async function openServer(
  port: number,
  stateDir: string | null,
  siteDir: string | null = null,
): Promise<LocalServer> {
  const { startLocalServer } = await import('../local-server/start.ts')
  return startLocalServer({ port, stateDir, siteDir })
}

/** Over https, with a certificate that nobody trusts until a person says so. */
async function openSecureServer(port: number, stateDir: string, siteDir: string | null): Promise<LocalServer> {
  const { localCertificate } = await import('../local-server/certificate.ts')
  const folder = path.join(stateDir, 'certificaat')
  const https = await localCertificate(folder, Date.now())
  console.log(`Het certificaat staat in ${folder}. Vertrouw ca.crt in de browser die de pagina opent.`)
  const { startLocalServer } = await import('../local-server/start.ts')
  return startLocalServer({ port, stateDir, siteDir, https })
}

/** Throws CliError for what is no port. */
export function portOf(value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new CliError(`--port ${value} is geen poort; kies een getal van 0 tot 65535.`)
}

/** Ends when the process is asked to stop, after the database is closed. */
export function untilStopped(server: LocalServer): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => void server.stop().then(resolve)
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
