/** `npx node addin/build/write-rule-help.ts`: writes docs/rules anew. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ruleHelpDocs } from './rule-help.ts'

const folder = path.join(import.meta.dirname, '../../docs/rules')
mkdirSync(folder, { recursive: true })
const docs = ruleHelpDocs()
const names = new Set(docs.map(({ fileName }) => fileName))
for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(path.join(folder, name))
for (const { fileName, markdown } of docs) writeFileSync(path.join(folder, fileName), markdown)
