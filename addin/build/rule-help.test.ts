import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRules } from '#shared/rules/index.ts'
import { ruleHelpDocs, ruleHelpPages } from './rule-help.ts'

const folder = path.join(import.meta.dirname, '../../docs/rules')
const remedy = 'docs/rules is out of date: run `npx node addin/build/write-rule-help.ts`'

describe('[S-117] docs/rules', () => {
  test('is what write-rule-help.ts writes', () => {
    const docs = ruleHelpDocs()
    expect(readdirSync(folder).toSorted(), remedy).toEqual(docs.map(({ fileName }) => fileName).toSorted())
    for (const { fileName, markdown } of docs) {
      const kept = readFileSync(path.join(folder, fileName), 'utf8').replaceAll('\r\n', '\n')
      expect(kept, `${fileName}: ${remedy}`).toBe(markdown)
    }
  })

  test('has a page for every rule and lists each once', () => {
    const docs = ruleHelpDocs()
    expect(docs).toHaveLength(allRules.length + 1)
    const index = docs.find(({ fileName }) => fileName === 'README.md')?.markdown ?? ''
    const listed = [...index.matchAll(/^\| \[(GB-\d+)\]\(GB-\d+\.md\) \|/gm)].map(([, id]) => id)
    expect(listed).toEqual(allRules.map(({ id }) => id).toSorted())
  })

  test('a page says the message, what the rule reads, where it is judged and where it comes from', () => {
    const page = ruleHelpDocs().find(({ fileName }) => fileName === 'GB-303.md')?.markdown ?? ''
    expect(page).toContain('> Uren x tarief = {verwacht}, maar bedrag is {bedrag}.')
    expect(page).toContain('- Soort: fout: moet weg voordat u kunt indienen')
    expect(page).toContain('- Beoordeeld: in het werkboek, en nog eens op de server')
    expect(page).toContain('- Leest: Inzet: Uren, Tarief, Bedrag')
    expect(page).toContain('- Herkomst: memo: Rekenwerk: 3.986 uur x € 80 is de € 318.880 van het besluit.')
    expect(page).toContain('## Herstel met één klik\n\nZet uren x tarief in Bedrag.')
    expect(page).toContain('> Hours x rate = {expected}, but amount is {amount}.')
    expect(page).toContain('[GB-302](GB-302.md) · [Alle regels](README.md) · [GB-304](GB-304.md)')
  })
})

test('README says how many rules there are, and how many of them need all areas', () => {
  const readme = readFileSync(path.join(folder, '../../README.md'), 'utf8')
  const needAllAreas = allRules.filter(({ scope }) => scope === 'cross-area')
  expect(readme).toContain(`\n${allRules.length} rules ([docs/rules](docs/rules/README.md)`)
  expect(readme).toContain(` ${needAllAreas.length} rules need all areas: `)
})

describe('[S-117] the pages of the site', () => {
  test('stand where the pane looks for them, with what is English marked', () => {
    const pages = new Map(ruleHelpPages().map(({ fileName, html }) => [fileName, html]))
    for (const { id } of allRules) expect(pages.get(`help/regels/${id}.html`), id).toContain(`<h1>${id}</h1>`)
    const page = pages.get('help/regels/GB-101.html') ?? ''
    expect(page).toContain('<p><b>&quot;{waarde}&quot; is geen bedrag.</b></p>')
    expect(page).toMatch(/<section lang="en">\n<h2>In English<\/h2>\n<p><b>&quot;{value}&quot; is not an amount/)
  })

  test('lead to each other and nowhere else', () => {
    const pages = ruleHelpPages()
    const names = new Set(pages.map(({ fileName }) => path.posix.basename(fileName)))
    const links = pages.flatMap(({ html }) =>
      [...html.matchAll(/<a href="([^"]+)"/g)].map(([, target]) => target ?? ''),
    )
    expect(links.filter((target) => !names.has(target))).toEqual([])
    expect(links.length).toBeGreaterThan(allRules.length * 3)
  })
})
