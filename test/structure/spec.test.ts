import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSources, root } from './sources.ts'

const testTexts = readSources()
  .filter((source) => source.isTest)
  .map((source) => source.text)
  .join('\n')

test('every promise of SPEC.md stands in the name of a test, and no test names a promise that is not there', () => {
  const promised = idsIn(readFileSync(path.join(root, 'docs/SPEC.md'), 'utf8'), /\*\*(S-\d+)\*\*/g)
  const tested = idsIn(testTexts, /\[(S-\d+)\]/g)
  expect(promised.length).toBeGreaterThan(30)
  expect(tested).toEqual(promised)
})

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id]) => id ?? ''))].sort()
}
