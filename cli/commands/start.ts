/** The main job from beginning to end: workbooks, check, synchronise, consolidate; then the server stays, or not. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import { connect, personFor } from '../api.ts'
import type { Command } from '../command.ts'
import { loadConsolidation } from '../consolidation-tables.ts'
import { drawTooMuch } from '../demo-overdraw.ts'
import { syncFile } from '../sync/sync-file.ts'
import { saveBytes } from '../workbook-file.ts'
import { buildSite, distFolder } from '../build-site.ts'
import { openBrowser } from '../open-browser.ts'
import { checkedLines, checkFile } from './check.ts'
import { consolidationLines } from './consolidate.ts'
import { openServer, portOf, untilStopped } from './serve.ts'
import { outcomeLines } from './sync.ts'
import { newWorkbook } from './template.ts'

export const startCommand: Command = {
  name: 'start',
  usage: 'start [--port 8787] [--state MAP] [--werkboeken MAP] [--zonder-venster]',
  explanation:
    'Maakt de vijf voorbeeldwerkboeken, controleert, synchroniseert en consolideert ze, en opent de werkbank in de browser.',
  run: runStart,
}

export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo',
  explanation:
    'Doet hetzelfde in een tijdelijke map, laat zien wat een tweede beroep op de stelpost oplevert, en stopt.',
  run: runDemo,
}

async function runStart(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8787' },
      state: { type: 'string', default: '.gebied' },
      werkboeken: { type: 'string', default: 'werkboeken' },
      'zonder-venster': { type: 'boolean', default: false },
    },
  })
  const port = portOf(values.port)
  await buildSite(distFolder, `http://127.0.0.1:${port}`)
  const server = await openServer(port, values.state, distFolder)
  const files = makeWorkbooks(values.werkboeken)
  try {
    await mainJob(server.url, files)
  } catch (error) {
    await server.stop()
    throw error
  }
  const workbench = `${server.url}/werkbank.html`
  console.log(
    [
      '',
      styleText('bold', `Werkbank: ${workbench}`),
      `De server draait op ${server.url}; gegevens blijven in ${values.state}.`,
      'Wat u verder kunt doen, in een tweede venster:',
      `  open ${files[0]} in Excel of LibreOffice, wijzig een bedrag en sla op`,
      `  npx gebied check ${files[0]}`,
      `  npx gebied sync ${files[0]} --server ${server.url}`,
      `  npx gebied consolidate --jaar ${exampleYear} --per bron --server ${server.url}`,
      'Stoppen met Ctrl+C.',
    ].join('\n'),
  )
  if (!values['zonder-venster']) openBrowser(workbench)
  await untilStopped(server)
  return 0
}

async function runDemo(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args], options: {} })
  const folder = mkdtempSync(path.join(tmpdir(), 'gebied-demo-'))
  const server = await openServer(0, null)
  try {
    const files = makeWorkbooks(folder)
    await mainJob(server.url, files)
    await showOverdraw(server.url, folder)
    return 0
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Workbooks that exist already are kept as they are. */
function makeWorkbooks(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  return [...exampleWorkbooks.keys()].map((areaCode) => {
    const file = path.join(folder, `${areaCode}-${exampleYear}.xlsx`)
    if (!existsSync(file)) saveBytes(file, newWorkbook({ areaCode, year: exampleYear, version: 'primitief' }, true))
    return file
  })
}

async function mainJob(server: string, files: readonly string[]): Promise<void> {
  heading('1. Controleren')
  for (const file of files) console.log(checkedLines(checkFile(file), 'nl').join('\n'))
  heading('2. Synchroniseren')
  for (const file of files) console.log(outcomeLines(await syncAs(server, file), 'nl').join('\n'))
  heading('3. Consolideren')
  const api = await connect(server, personFor('concerncontroller'))
  for (const per of ['gebied', 'bron']) {
    const answer = await loadConsolidation(api, per, exampleYear, 'primitief')
    console.log(`${consolidationLines(answer, 'nl').join('\n')}\n`)
  }
  console.log(
    styleText(
      'dim',
      '3.986 uur tegen € 80 is ons voorbeeld om op de 318.880 van de nota te komen; de nota noemt geen tarief.',
    ),
  )
}

async function showOverdraw(server: string, folder: string): Promise<void> {
  heading('4. Een tweede gebied doet ook een beroep op de stelpost')
  const file = path.join(folder, `SPZ-${exampleYear}.xlsx`)
  drawTooMuch(file)
  console.log(outcomeLines(await syncAs(server, file), 'nl').join('\n'))
}

async function syncAs(server: string, file: string) {
  const areaCode = path.basename(file).split('-')[0]
  const api = await connect(server, personFor('gebiedscontroller', areaCode))
  return syncFile(file, api, { missing: undefined, conflicts: undefined, isRecovering: false, reason: undefined })
}

function heading(text: string): void {
  console.log(`\n${styleText(['bold', 'cyan'], text)}`)
}
