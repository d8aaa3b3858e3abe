import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sitePages } from '../../addin/build/site-pages.ts'
import { siteFolder } from './site-folder.ts'

const scripts = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
const textOf = (file: string) => readFileSync(path.join(siteFolder, file), 'utf8')

/** The build puts what several pages share wherever it likes; where that is a page's own file, loading it starts that page. */
test.for(Object.keys(sitePages))('the script that starts %s is loaded by that page alone', (page) => {
  const tags = textOf(`${page}.html`).matchAll(/<script[^>]+src="[^"]*\/([^"/]+\.js)"/g)
  const named = new Set([...tags].map(([, file]) => file))
  const ours = scripts.map((file) => path.basename(file)).filter((file) => named.has(file))
  expect(ours).toHaveLength(1)
  for (const file of scripts) expect(textOf(file), file).not.toContain(ours[0])
})

test('the add-in does not load the page for the lists', () => {
  const addin = scripts.filter((file) => /\/(workings|taskpane|model)-/.test(file))
  expect(addin.length).toBeGreaterThan(1)
  for (const file of addin) expect(textOf(file), file).not.toContain('lists-page-')
})
