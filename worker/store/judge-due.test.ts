import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeRound } from '#shared/rules/index.ts'
import { startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'
import { judgeDue } from './judge-due.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const noteSql = "INSERT INTO subject_due (budget_year, version, subjects) VALUES (2023, 'primitief', ?1)"
const noted = () =>
  worker.db
    .prepare(noteSql)
    .bind(JSON.stringify([[wholeRound.kind, wholeRound.key]]))
    .run()
const waiting = () => worker.db.prepare('SELECT count(*) AS notes FROM subject_due').first('notes')

/** The database with `seen` told of every statement before it is prepared. */
function watched(seen: (sql: string) => void): D1Database {
  return new Proxy(worker.db, {
    get(db, name) {
      const member: unknown = Reflect.get(db, name)
      if (typeof member !== 'function') return member
      return (...given: readonly unknown[]) => {
        if (name === 'prepare') seen(String(given[0]))
        return Reflect.apply(member, db, given)
      }
    },
  })
}

describe('[S-90] judging at the same moment in one isolate', () => {
  test('takes each note once: who waited finds nothing left', async () => {
    await Promise.all(Array.from({ length: 5 }, noted))
    let rounds = 0
    const db = watched((sql) => {
      if (sql.startsWith('INSERT INTO guard (judged)')) rounds++
    })
    await Promise.all([judgeDue(db), judgeDue(db), judgeDue(db)])
    expect(await waiting()).toBe(0)
    expect(rounds).toBe(1)
  })

  test('who fails leaves the notes to who comes next, at once', async () => {
    await noted()
    const broken = watched(() => {
      throw new Error('the store is away')
    })
    await expect(judgeDue(broken)).rejects.toThrow('the store is away')
    const startMs = Date.now()
    await judgeDue(worker.db)
    expect(await waiting()).toBe(0)
    expect(Date.now() - startMs).toBeLessThan(1_900)
  })

  test('one that is stuck is waited for two seconds and no longer', async () => {
    await noted()
    const free = Promise.withResolvers<never>()
    const stuck = new Proxy(worker.db, { get: () => () => ({ first: () => free.promise }) })
    const never = judgeDue(stuck)
    const startMs = Date.now()
    await judgeDue(worker.db)
    expect(await waiting()).toBe(0)
    expect(Date.now() - startMs).toBeGreaterThan(1_900)
    expect(Date.now() - startMs).toBeLessThan(6_000)
    free.reject(new Error('given up'))
    await expect(never).rejects.toThrow('given up')
  })
})
