import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const sources = files.filter((name) => name.endsWith('.ts') && !/\.(?:test|test-data|contract)\.ts$/.test(name))
const migrations = files.filter((name) => name.endsWith('.sql'))

/** The one module that adds to each. */
const writers = {
  commit_log: 'store/chain-commit.ts',
  push_receipt: 'store/commit.ts',
  row_version: 'store/commit.ts',
  life_event: 'store/append-event.ts',
}
const auditTable = `(?:${Object.keys(writers).join('|')})`
const filesWith = (names: readonly string[], pattern: RegExp) => names.filter((name) => pattern.test(read(name)))

describe('[S-51] the audit tables', () => {
  test.for(Object.entries(writers))('%s is written by one module only', ([table, module]) => {
    const writes = new RegExp(`\\b(?:INSERT(?:\\s+OR\\s+\\w+)?|REPLACE)\\s+INTO\\s+${table}\\b`, 'i')
    expect(filesWith(sources, writes)).toEqual([module])
  })

  test('are never updated or deleted from, neither by a statement nor by an upsert', () => {
    const changes = new RegExp(
      `\\b(?:UPDATE(?:\\s+OR\\s+\\w+)?|DELETE\\s+FROM|REPLACE\\s+INTO)\\s+${auditTable}\\b`,
      'i',
    )
    expect(filesWith([...sources, ...migrations], changes)).toEqual([])
    expect(filesWith(Object.values(writers), /DO UPDATE|OR REPLACE/i)).toEqual([])
  })

  test('are not changed under a name that is put together', () => {
    // `${…}` after these words: only the tables of rows, by the name that `tableNames` gives them.
    const composed = sources.flatMap((name) => [...read(name).matchAll(/\b(?:INTO|UPDATE|DELETE FROM) \$\{([^}]*)\}/g)])
    expect(composed.map(([, expression]) => expression)).toEqual(['tableNames[table]'])
  })
})

describe('migrations', () => {
  test('hold no triggers, which remote migrations split wrongly', () => {
    expect(migrations.length).toBeGreaterThan(0)
    expect(filesWith(migrations, /CREATE\s+(?:TEMP\w*\s+)?TRIGGER/i)).toEqual([])
  })

  test('are numbered without gaps', () => {
    expect(migrations.map((name) => Number(/(\d{4})_/.exec(name)?.[1]))).toEqual(migrations.map((_, i) => i + 1))
  })
})
