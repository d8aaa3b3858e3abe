/** What the database answered, given again without it: then only the script works, and its processor time is its own. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** `answers` grows while the database is used: one for each call, in order. `inner` has statements that need no `this`. */
export function recordedDatabase(inner: D1Database): { readonly db: D1Database; readonly answers: readonly unknown[] } {
  const answers: unknown[] = []
  const record = async <T>(answer: Promise<T>): Promise<T> => {
    const given = await answer
    answers.push(given)
    return given
  }
  // The same object, since a batch of the database knows its statements by themselves.
  const recorded = (statement: D1PreparedStatement): D1PreparedStatement => {
    const { bind, all, run, first } = statement
    return Object.assign(statement, {
      bind: (...values: unknown[]) => recorded(bind(...values)),
      all: () => record(all()),
      run: () => record(run()),
      first: () => record(first()),
    })
  }
  const db = {
    prepare: (sql: string) => recorded(inner.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => record(inner.batch(statements)),
  } as unknown as D1Database
  return { db, answers }
}

/** For work that asks the same in the same order. */
export function replayedDatabase(answers: readonly unknown[]): D1Database {
  const remaining = answers.values()
  const answer = async () => {
    const { value, done } = remaining.next()
    if (done === true) throw new Error('More was asked than was recorded.')
    return value
  }
  const statement = { bind: () => statement, all: answer, run: answer, first: answer }
  return { prepare: () => statement, batch: answer } as unknown as D1Database
}
