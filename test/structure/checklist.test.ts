import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

const text = readFileSync(path.join(root, 'docs/addin-checklist.md'), 'utf8')
const rows = [...text.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, number, held = '', how = '']) => ({
    number: Number(number),
    held,
    how,
    files: [...how.matchAll(/`([\w./-]+\/[\w./-]+|[\w-]+\.(?:xml|json))`/g)].map(([, file]) => file ?? ''),
  }),
)

test('the checklist of the add-in answers 88 points, each with yes, partly or no, and says how many of each', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 88 }, (_, index) => index + 1))
  const count = (word: string) => rows.filter(({ held }) => held === word).length
  const [yes, partly, no] = ['yes', 'partly', 'no'].map(count)
  expect(text).toContain(`Sum: ${yes} yes, ${partly} partly, ${no} no.`)
  expect(Number(yes) + Number(partly) + Number(no)).toBe(88)
})

test('every file that the checklist names exists', () => {
  const named = rows.flatMap(({ files }) => files)
  expect(named.length).toBeGreaterThan(88)
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

/** Pictures too: `npm run screenshots` makes them. */
test('every page that the documents link to exists', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/addin-checklist.md', 'docs/limits.md']
  const missing = documents.flatMap((document) => {
    const links = readFileSync(path.join(root, document), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)
    return [...links]
      .map(([, target = '']) => path.posix.join(path.posix.dirname(document), target))
      .filter((target) => !existsSync(path.join(root, target)))
  })
  expect(missing).toEqual([])
})

test('what is held is shown by a file or page, and what is not says what is missing', () => {
  const unshown = rows.filter(({ held, files, how }) => held === 'yes' && files.length === 0 && !how.includes(']('))
  const unsaid = rows.filter(({ held, how }) => held === 'partly' && !how.includes('Missing: '))
  expect([...unshown, ...unsaid].map(({ number }) => number)).toEqual([])
})
