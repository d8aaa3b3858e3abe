/**
 * Tickets that open the WebSocket once: a browser cannot send a token with it, and a token never stands in an address.
 * They are stored, because a room that hibernates forgets what it had in memory.
 */

/** From asking for a ticket to using it: the round trip of a pane on a slow line. */
export const ticketSeconds = 30

export type TicketStore = Pick<SqlStorage, 'exec'>

export function makeTicketTable(sql: TicketStore): void {
  sql.exec('CREATE TABLE IF NOT EXISTS ticket (code TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) STRICT')
}

/** `code` must be impossible to guess. Forgets the tickets that nobody used in time. */
export function storeTicket(sql: TicketStore, code: string, nowMs: number): void {
  sql.exec('DELETE FROM ticket WHERE expires_ms < ?', nowMs)
  sql.exec('INSERT INTO ticket (code, expires_ms) VALUES (?, ?)', code, nowMs + ticketSeconds * 1000)
}

/** False for a ticket that was used, is too old, or never was given. */
export function useTicket(sql: TicketStore, code: string, nowMs: number): boolean {
  const used = sql.exec('DELETE FROM ticket WHERE code = ? RETURNING expires_ms', code).toArray()
  return used.some((ticket) => Number(ticket['expires_ms']) >= nowMs)
}
