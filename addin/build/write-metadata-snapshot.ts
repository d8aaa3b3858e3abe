/** `node addin/build/write-metadata-snapshot.ts`: keeps what functions and parameters there are now. Refuses what is no addition. */
import { existsSync, writeFileSync } from 'node:fs'
import { breaks, readSnapshot, shapesOf, snapshotPath } from './metadata-snapshot.ts'
import { parseFunctions } from './parse-functions.ts'

const shapes = shapesOf(parseFunctions().functions)
const faults = existsSync(snapshotPath) ? breaks(readSnapshot(), shapes) : []
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\nFormulas in workbooks would break, so nothing was written.\n`)
  process.exitCode = 1
} else {
  writeFileSync(snapshotPath, `${JSON.stringify(shapes, null, 2)}\n`)
}
