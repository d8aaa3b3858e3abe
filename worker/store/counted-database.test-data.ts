/** A D1 database that remembers what each call on it read and wrote, and how long the database itself worked. */
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'

export interface Cost {
  readonly rowsRead: number
  readonly rowsWritten: number
  readonly databaseMs: number
}

/** `calls`: one for each statement or batch, in order; it grows while the database is used. */
export function countedDatabase(inner: D1Database): { readonly db: D1Database; readonly calls: readonly Cost[] } {
  const calls: Cost[] = []
  const count = <T>(results: D1Result<T>[]): D1Result<T>[] => {
    calls.push(sumOf(results.map(({ meta }) => costOf(meta))))
    return results
  }
  const innerOf = new Map<unknown, D1PreparedStatement>()
  const counted = (statement: D1PreparedStatement): D1PreparedStatement => {
    const one = async () => count([await statement.all()])[0]
    const wrapped = {
      bind: (...values: unknown[]) => counted(statement.bind(...values)),
      all: one,
      run: one,
      first: async () => (await one())?.results[0] ?? null,
    } as unknown as D1PreparedStatement
    innerOf.set(wrapped, statement)
    return wrapped
  }
  const db = {
    prepare: (sql: string) => counted(inner.prepare(sql)),
    batch: async (statements: unknown[]) =>
      count(await inner.batch(statements.flatMap((statement) => innerOf.get(statement) ?? []))),
  } as unknown as D1Database
  return { db, calls }
}

export function sumOf(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (sum, cost) => ({
      rowsRead: sum.rowsRead + cost.rowsRead,
      rowsWritten: sum.rowsWritten + cost.rowsWritten,
      databaseMs: sum.databaseMs + cost.databaseMs,
    }),
    { rowsRead: 0, rowsWritten: 0, databaseMs: 0 },
  )
}

function costOf(meta: D1Result['meta']): Cost {
  return { rowsRead: meta.rows_read, rowsWritten: meta.rows_written, databaseMs: meta.duration }
}
