/** The text of `manifest.xml`, the one source of all manifests. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const manifestFile = path.join(import.meta.dirname, '../../manifest.xml')

export function manifestSource(): string {
  return readFileSync(manifestFile, 'utf8')
}
