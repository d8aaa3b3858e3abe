/** The Worker says of the rows that it was sent what the command line says of the file they came from. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleWorkbooks } from '#shared/example/index.ts'
import {
  type AreaWorkbook,
  type Finding,
  findingKey,
  type Reference,
  referenceLists,
  tableIds,
  yearsOfItem,
} from '#shared/model/index.ts'
import { check, rules } from '#shared/rules/index.ts'
import { type Api, connect } from '../../cli/api.ts'
import { loadVerdict } from '../../cli/lifecycle/load-life.ts'
import { type LocalServer, startLocalServer } from '../../cli/local-server/start.ts'
import { syncFile } from '../../cli/sync/sync-file.ts'
import { openWorkbook } from '../../cli/workbook-file.ts'
import { addLine, type Draft, draftOf } from './draft.ts'
import { draftFile } from './draft-file.ts'
import { type Nursery, nurseries, type Plant, plants } from './plants.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gebied-parity-'))
let server: LocalServer
let finance: Api

beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null })
  finance = await connect(server.url, 'financien')
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Decided where both have what they need: rows, lists and cover. */
const ofBoth = new Set(rules.filter(({ where }) => where === 'both').map(({ id }) => id))
/** Of two rows with one number neither is sent, and a workbook without one of its columns is not sent at all. */
const neverSent: ReadonlySet<string> = new Set(['GB-118', 'GB-111'])
const sendable = plants.filter(({ rule }) => !neverSent.has(rule))
const planted = sendable.filter(({ rule }) => ofBoth.has(rule))

describe('[S-118] a file and the server', () => {
  test.for([...exampleWorkbooks.keys()])('say the same of the sound workbook of %s', async (areaCode) => {
    await expectSameVerdict(draftOf(areaCode))
  })

  test.for(planted)('say the same of a workbook with $rule', async ({ rule, nursery, plant }) => {
    const draft = nurseries[nursery]()
    plant(draft)
    expect(await expectSameVerdict(draft)).toContain(rule)
  })

  test('say the same of workbooks in which any of them come together', async () => {
    await fc.assert(
      fc.asyncProperty(somePlants, async ({ nursery, chosen }) => {
        const draft = nurseries[nursery]()
        for (const { plant } of chosen) plant(draft)
        await expectSameVerdict(draft)
      }),
      { numRuns: 15 },
    )
  })
})

const somePlants = fc.constantFrom(...(Object.keys(nurseries) as Nursery[])).chain((nursery) =>
  fc.record({
    nursery: fc.constant(nursery),
    chosen: fc.shuffledSubarray<Plant>(sendable.filter((plant) => plant.nursery === nursery)),
  }),
)

/** Gives the rules that were found. Every draft comes to a store without budgets and with the lists that it was made with. */
async function expectSameVerdict(draft: Draft): Promise<ReadonlySet<string>> {
  await emptyBudgets()
  await useLists(draft.reference)
  // Of a budget without rows the server knows nothing.
  if (draft.rows.begroting.length === 0) addLine(draft)
  const file = path.join(folder, `${uuidV7()}.xlsx`)
  writeFileSync(file, draftFile(draft, uuidV7()))
  await syncFile(file, finance, { missing: undefined, conflicts: undefined, isRecovering: false, reason: 'proef' })
  const { workbook } = openWorkbook(file)
  const sent = withoutHeldBack(workbook)
  const { bevindingen } = await loadVerdict(finance, { key: workbook.budget, workbook })
  const inFile = check(sent, sent.reference ?? draft.reference)
  expect(saidOf(bevindingen)).toEqual(saidOf(inFile))
  return new Set(bevindingen.map(({ rule }) => rule))
}

/** What cannot be read is not sent, so the server has no word about it. */
function withoutHeldBack(workbook: AreaWorkbook): AreaWorkbook {
  const rows = Object.fromEntries(
    tableIds.map((table) => [table, workbook.rows[table].filter(({ isHeldBack }) => !isHeldBack)]),
  ) as unknown as AreaWorkbook['rows']
  return { ...workbook, rows }
}

function saidOf(findings: readonly Pick<Finding, 'rule' | 'table' | 'lineNumber' | 'field' | 'message'>[]) {
  return findings
    .filter(({ rule }) => ofBoth.has(rule))
    .map(findingKey)
    .toSorted()
}

/** As if nobody had pushed yet; the municipality's lists and people stay. */
async function emptyBudgets(): Promise<void> {
  const { results } = await server.db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%budget_id%' ORDER BY rowid DESC")
    .all<{ name: string }>()
  const tables = results.map(({ name }) => name).filter((name) => name !== 'budget')
  await server.db.batch([
    server.db.prepare('PRAGMA defer_foreign_keys = ON'),
    ...tables.map((name) => server.db.prepare(`DELETE FROM ${name}`)),
    server.db.prepare('DELETE FROM push_receipt'),
    server.db.prepare('DELETE FROM budget'),
  ])
}

/** As the store holds them, also lists that a load would refuse today. */
async function useLists(reference: Reference): Promise<void> {
  const items = Object.entries(referenceLists).flatMap(([kind, { key }]) =>
    reference[key].map((item) => [kind, item.code, yearsOfItem({ ...item })?.from ?? 0, JSON.stringify(item)]),
  )
  const insert = server.db.prepare(
    `INSERT INTO reference_item (kind, code, first_year, item_version, body)
      SELECT value ->> 0, value ->> 1, value ->> 2, 1, value ->> 3 FROM json_each(?1)`,
  )
  await server.db.batch([
    server.db.prepare("DELETE FROM reference_item WHERE kind NOT IN ('gemeente', 'parameters')"),
    insert.bind(JSON.stringify(items)),
  ])
}
