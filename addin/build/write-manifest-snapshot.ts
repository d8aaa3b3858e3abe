/** `node addin/build/write-manifest-snapshot.ts`, after the manifest's version was raised for other content. */
import { writeFileSync } from 'node:fs'
import { currentSnapshot, keptSnapshot, manifestSnapshotFile } from './manifest-snapshot.ts'

const now = currentSnapshot()
const kept = keptSnapshot()
if (kept.version === now.version && kept.hash !== now.hash) {
  console.error(`The content changed: raise <Version> ${now.version} in manifest.xml and addin/versions.ts first.`)
  process.exitCode = 1
} else {
  writeFileSync(manifestSnapshotFile, `${JSON.stringify(now, null, 2)}\n`)
  console.log(`Version ${now.version} is remembered.`)
}
