/** Writes the workbooks with planted errors into a folder, to see what `gebied check` says of them: `node test/verdicts/write-planted.ts MAP`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { draftFile } from './draft-file.ts'
import { planted } from './plants.ts'

const [folder = 'werkboeken/met-fouten'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
for (const [name, draft] of planted()) {
  const file = path.join(folder, `${name}.xlsx`)
  writeFileSync(file, draftFile(draft, uuidV7()))
  console.log(file)
}
