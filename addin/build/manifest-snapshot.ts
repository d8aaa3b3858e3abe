/**
 * What Excel keeps of the add-in for up to a day: manifest and metadata of the functions. It reads them anew only when the
 * manifest's version was raised, so the content of each version is remembered by its hash.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { functionsMetadata } from './functions-metadata.ts'
import { manifestSource } from './manifest-source.ts'

export interface ManifestSnapshot {
  readonly version: string
  readonly hash: string
}

export const manifestSnapshotFile = path.join(import.meta.dirname, 'manifest.snapshot.json')

/** Of the manifest and the metadata as they are now. */
export function currentSnapshot(): ManifestSnapshot {
  const xml = manifestSource()
  const version = /<Version>([\d.]+)<\/Version>/.exec(xml)?.[1]
  if (version === undefined) throw new Error('The manifest has no version.')
  const { nl, en } = functionsMetadata()
  const content = JSON.stringify([xml.replaceAll(version, ''), nl, en])
  return { version, hash: createHash('sha256').update(content).digest('hex') }
}

export function keptSnapshot(): ManifestSnapshot {
  return JSON.parse(readFileSync(manifestSnapshotFile, 'utf8')) as ManifestSnapshot
}
