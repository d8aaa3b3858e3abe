import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { functionHelpDocs, functionHelpPages } from './function-help.ts'
import { helpTexts } from './function-help-texts.ts'
import { functionsMetadata } from './functions-metadata.ts'

const folder = path.join(import.meta.dirname, '../../docs/functions')

test('docs/functions is what write-function-help.ts writes', () => {
  const docs = functionHelpDocs()
  expect(readdirSync(folder).toSorted()).toEqual(docs.map(({ fileName }) => fileName).toSorted())
  for (const { fileName, markdown } of docs) {
    expect(readFileSync(path.join(folder, fileName), 'utf8').replaceAll('\r\n', '\n')).toBe(markdown)
  }
})

test('every help address of the metadata is a page, and no function has texts that does not exist', () => {
  const { nl } = functionsMetadata('https://x.example')
  const { functions } = nl as { functions: readonly { id: string; helpUrl: string }[] }
  const pages = functionHelpPages().map(({ fileName }) => `https://x.example/${fileName}`)
  expect(pages.toSorted()).toEqual(
    [...functions.map(({ helpUrl }) => helpUrl), 'https://x.example/help/functies/index.html'].toSorted(),
  )
  expect(Object.keys(helpTexts).toSorted()).toEqual(functions.map(({ id }) => id).toSorted())
})

test('a page shows the syntax in Dutch notation, escapes what it shows, and marks what is English', () => {
  const html = functionHelpPages().find(({ fileName }) => fileName === 'help/functies/structureel.html')?.html ?? ''
  expect(html).toContain('<html lang="nl">')
  expect(html).toContain('<code>=GEBIED.STRUCTUREEL(aarden; bedragen)</code>')
  expect(html).toContain('<code>=GEBIED.STRUCTUREEL({&quot;S&quot;;&quot;I&quot;};{100000;25000})</code> geeft: 100000')
  expect(html).toMatch(/<section lang="en">\n<h2>In English<\/h2>\n<p>Adds up what is structural/)
})

test('links between pages lead somewhere', () => {
  const pages = functionHelpPages()
  const names = new Set(pages.map(({ fileName }) => path.posix.basename(fileName)))
  const links = pages.flatMap(({ html }) => [...html.matchAll(/<a href="([^"]+)"/g)].map(([, target]) => target ?? ''))
  expect(links.filter((target) => !names.has(target))).toEqual([])
  expect(links).toHaveLength(27 * 2)
})
