import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

const migration = (name: string) => readFileSync(path.join(import.meta.dirname, '../migrations', name), 'utf8')

test('[S-107] items that were kept by code alone get their first year, and keep their versions and history', () => {
  const db = new DatabaseSync(':memory:')
  db.exec(migration('0001_store.sql'))
  const insertItem = db.prepare('INSERT INTO reference_item VALUES (?, ?, ?, ?)')
  const insertChange = db.prepare(
    "INSERT INTO reference_change (kind, code, item_version, body, actor, at_ms) VALUES (?, ?, ?, ?, 'f', 1)",
  )
  const kept: readonly (readonly [string, string, object])[] = [
    ['gemeente', '', { gmCode: 'GM0193' }],
    ['parameters', '', { newPolicyCents: 1 }],
    ['programmas', '6', { code: '6', validFrom: 2023, validTo: 2026 }],
    ['tarieven', 'strateeg', { code: 'strateeg', year: 2024 }],
    ['instrumenten', 'visie', { code: 'visie', from: '2020-01-01', to: '2029-12-31' }],
  ]
  for (const [kind, code, body] of kept) {
    insertItem.run(kind, code, 2, JSON.stringify(body))
    for (const version of [1, 2]) insertChange.run(kind, code, version, JSON.stringify(body))
  }
  db.exec(migration('0005_lists_by_year.sql'))
  const columns = 'kind, code, first_year, item_version'
  const expected = [
    ['gemeente', '-', 0],
    ['instrumenten', 'visie', 2020],
    ['parameters', '-', 2000],
    ['programmas', '6', 2023],
    ['tarieven', 'strateeg', 2024],
  ]
  const items = db.prepare(`SELECT ${columns} FROM reference_item ORDER BY kind`).all()
  expect(items.map((item) => Object.values(item))).toEqual(expected.map((key) => [...key, 2]))
  const changes = db.prepare(`SELECT ${columns} FROM reference_change ORDER BY kind, item_version`).all()
  expect(changes.map((change) => Object.values(change))).toEqual(
    expected.flatMap((key) => [
      [...key, 1],
      [...key, 2],
    ]),
  )
  const parameters = db.prepare("SELECT body FROM reference_item WHERE kind = 'parameters'").get()
  expect(JSON.parse(String(parameters?.['body']))).toEqual({ newPolicyCents: 1, validFrom: 2000, validTo: 2100 })
})
