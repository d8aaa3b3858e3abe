/** The same build as production over https, for a real Excel on this machine. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkManifest } from '../../addin/build/check-manifest.ts'
import { manifestSource } from '../../addin/build/manifest-source.ts'
import { manifestVariant } from '../../addin/build/manifest-variants.ts'
import { buildSite, distFolder } from '../build-site.ts'
import type { Command } from '../command.ts'
import { isUsable, localCertificate } from '../local-server/certificate.ts'
import { portOf, untilStopped } from './serve.ts'

export const excelCommand: Command = {
  name: 'excel',
  usage: 'excel [--port 3000] [--state MAP]',
  explanation:
    'Bouwt de invoegtoepassing, serveert haar over https en schrijft het manifest om haar in Excel op deze machine te laden.',
  run: runExcel,
}

async function runExcel(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '3000' }, state: { type: 'string', default: '.gebied' } },
  })
  const port = portOf(values.port)
  mkdirSync(values.state, { recursive: true })
  const { https, isTrusted } = await certificate(path.join(values.state, 'certificaat'), Date.now())
  const origin = `https://localhost:${port}`
  await buildSite(distFolder, origin)
  const { startLocalServer } = await import('../local-server/start.ts')
  const server = await startLocalServer({ port, stateDir: values.state, siteDir: distFolder, https })
  const file = path.join(values.state, 'manifest-ontwikkeling.xml')
  writeFileSync(file, developmentManifest(origin))
  console.log(instructions(origin, file, isTrusted))
  await untilStopped(server)
  return 0
}

/**
 * The one that this machine trusts (`npx office-addin-dev-certs install`, which makes one for 30 days), else one of our own,
 * which nothing trusts.
 */
async function certificate(folder: string, nowMs: number) {
  const trusted = path.join(homedir(), '.office-addin-dev-certs')
  const files = { key: path.join(trusted, 'localhost.key'), cert: path.join(trusted, 'localhost.crt') }
  if (existsSync(files.key) && isUsable(files.cert, nowMs)) {
    const https = { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') }
    return { https, isTrusted: true }
  }
  mkdirSync(folder, { recursive: true })
  return { https: await localCertificate(folder, nowMs), isTrusted: false }
}

/** Throws when the manifest that came out does not hold. */
function developmentManifest(origin: string): string {
  const xml = manifestVariant(manifestSource(), { environment: 'ontwikkeling', origin })
  const complaints = checkManifest(xml, { isLocalAllowed: true })
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  return xml
}

function instructions(origin: string, file: string, isTrusted: boolean): string {
  const trust = isTrusted
    ? []
    : [
        '',
        'Het certificaat wordt nog niet vertrouwd. Op Windows en Mac, eenmalig, en start daarna deze opdracht opnieuw:',
        '  npx office-addin-dev-certs install',
      ]
  return [
    `Invoegtoepassing: ${origin}/taskpane.html`,
    `Manifest: ${file}`,
    ...trust,
    '',
    'Laden in Excel:',
    '  web      Start > Invoegtoepassingen > Meer instellingen > Mijn invoegtoepassing uploaden',
    `  Windows  npx office-addin-debugging@7 start ${file} desktop`,
    '  Mac      kopieer het manifest naar ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/',
    '',
    'De functies heten in deze versie GEBIEDDEV.RESTANT enzovoort. Alles staat in docs/sideload.md. Stoppen met Ctrl+C.',
  ].join('\n')
}
