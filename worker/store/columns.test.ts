import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgetStates, type Field, fieldsByTable, personRoles, tableIds } from '#shared/model/index.ts'
import { startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'
import { columnOf, tableNames } from './columns.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

interface Column {
  readonly name: string
  readonly type: string
  readonly isRequired: number
}

async function columnsOf(table: string): Promise<readonly Column[]> {
  const { results } = await worker.db
    .prepare('SELECT name, type, "notnull" AS isRequired FROM pragma_table_info(?1) ORDER BY cid')
    .bind(table)
    .all<{ name: string; type: string; isRequired: number }>()
  return results
}

const isWhole = (field: Field) => field.kind === 'cents' || field.kind === 'hours' || field.kind === 'year'
const keyColumns = ['budget_id', 'row_id', 'rev', 'seq', 'deleted', 'hash']

describe('[S-10] the columns of the store', () => {
  test.for(tableIds)('of %s are its fields, in order, with a type that fits their kind', async (table) => {
    const columns = await columnsOf(tableNames[table])
    expect(columns.slice(0, keyColumns.length).map(({ name }) => name)).toEqual(keyColumns)
    expect(columns.slice(keyColumns.length)).toEqual(
      fieldsByTable[table].map((field) => ({
        name: columnOf(field),
        type: isWhole(field) ? 'INTEGER' : 'TEXT',
        isRequired: field.id === 'lineNumber' ? 1 : 0,
      })),
    )
  })

  test.for(tableIds)('of %s refuse amounts and hours that are no whole numbers or too large', async (table) => {
    const { sql } = (await worker.db
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1")
      .bind(tableNames[table])
      .first<{ sql: string }>()) ?? { sql: '' }
    for (const field of fieldsByTable[table].filter(({ kind }) => kind === 'cents' || kind === 'hours')) {
      const column = columnOf(field)
      expect(sql).toContain(`${column} INTEGER CHECK (${column} IS NULL OR (typeof(${column}) = 'integer' AND `)
    }
  })

  test('roles and states of budgets are those of the core', async () => {
    const { results } = await worker.db
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name IN ('person', 'budget') ORDER BY name DESC")
      .all<{ sql: string }>()
    const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')
    expect(results[0]?.sql).toContain(`role IN (${quoted(personRoles)})`)
    expect(results[1]?.sql).toContain(`state IN (${quoted(budgetStates)})`)
  })

  test('every table of the store is STRICT', async () => {
    const { results } = await worker.db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .all()
    expect(results).toEqual([])
  })
})
