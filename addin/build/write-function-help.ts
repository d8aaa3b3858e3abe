/** `node addin/build/write-function-help.ts`: writes docs/functions anew. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { functionHelpDocs } from './function-help.ts'

const folder = path.join(import.meta.dirname, '../../docs/functions')
mkdirSync(folder, { recursive: true })
for (const { fileName, markdown } of functionHelpDocs()) writeFileSync(path.join(folder, fileName), markdown)
