import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { makeTicketTable, storeTicket, ticketSeconds, type TicketStore, useTicket } from './tickets.ts'

const lifeMs = ticketSeconds * 1000

/** The storage of a room, over the SQLite of this process. */
function store() {
  const db = new DatabaseSync(':memory:')
  const exec = (sql: string, ...values: SQLInputValue[]) => {
    const records = db.prepare(sql).all(...values)
    return { toArray: () => records }
  }
  const sql = { exec } as unknown as TicketStore
  makeTicketTable(sql)
  return { sql, count: () => db.prepare('SELECT count(*) AS n FROM ticket').get()?.['n'] }
}

describe('a ticket', () => {
  test('is good once', () => {
    const { sql } = store()
    storeTicket(sql, 'a', 1_000)
    expect([useTicket(sql, 'a', 1_001), useTicket(sql, 'a', 1_002)]).toEqual([true, false])
  })

  test('is good for its time and not a millisecond longer, and a late one is gone too', () => {
    const { sql } = store()
    storeTicket(sql, 'in time', 1_000)
    expect(useTicket(sql, 'in time', 1_000 + lifeMs)).toBe(true)
    storeTicket(sql, 'late', 1_000)
    expect(useTicket(sql, 'late', 1_001 + lifeMs)).toBe(false)
    expect(useTicket(sql, 'late', 1_000)).toBe(false)
  })

  test('that was never given is refused and takes no other with it', () => {
    const { sql } = store()
    storeTicket(sql, 'a', 0)
    expect([useTicket(sql, '', 0), useTicket(sql, 'b', 0), useTicket(sql, 'a', 0)]).toEqual([false, false, true])
  })

  test('that nobody used is forgotten when the next one is given', () => {
    const { sql, count } = store()
    for (let i = 0; i < 5; i++) storeTicket(sql, String(i), 0)
    storeTicket(sql, 'now', lifeMs + 1)
    expect(count()).toBe(1)
  })
})
