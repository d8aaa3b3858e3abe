import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { siteFolder } from './site-folder.ts'

/** Kilobytes of gzipped JavaScript that a page names in itself: its scripts, and what those import by name. */
export function startKilobytes(page: string): number {
  const html = readFileSync(path.join(siteFolder, page), 'utf8')
  const files = new Set<string>()
  const follow = (file: string) => {
    if (files.has(file)) return
    files.add(file)
    const text = readFileSync(path.join(siteFolder, file), 'utf8')
    for (const [, target] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      if (target !== undefined) follow(path.posix.join(path.posix.dirname(file), target))
    }
  }
  for (const [, file] of html.matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)) if (file !== undefined) follow(file)
  return kilobytesOf(files)
}

/** Kilobytes of these files of the site, each gzipped. */
export function kilobytesOf(files: Iterable<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(path.join(siteFolder, file))).length)
  return bytes.reduce((sum, size) => sum + size, 0) / 1024
}
