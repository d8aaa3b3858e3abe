/**
 * The sockets of one municipality's panes. It sleeps without losing them while nothing happens, and tells every change in
 * the order of the commits: word of a commit only makes it look in the store for what it has not told yet, because such
 * words may overtake each other or get lost.
 */
import { DurableObject } from 'cloudflare:workers'
import type { Env } from '../env.ts'
import { type AreaChange, loadChangesSince } from '../store/changes.ts'
import { makeTicketTable, storeTicket, useTicket } from './tickets.ts'

export class LiveRoom extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    makeTicketTable(ctx.storage.sql)
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS told (seq INTEGER NOT NULL) STRICT')
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** A ticket that opens one socket. */
  giveTicket(nowMs: number): string {
    const code = crypto.randomUUID() + crypto.randomUUID()
    storeTicket(this.ctx.storage.sql, code, nowMs)
    return code
  }

  /** Whether the ticket was good; it is no longer. */
  takeTicket(code: string, nowMs: number): boolean {
    return useTicket(this.ctx.storage.sql, code, nowMs)
  }

  /** Opens a socket. Only the Worker can ask this, after it took a ticket. */
  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    return new Response(null, { status: 101, webSocket: client })
  }

  /** Tells every socket what was committed since the last time, `seq` at least. */
  async committed(seq: number): Promise<void> {
    const changes = await this.#changesUntold(seq)
    // Another word may have been dealt with while the store was asked.
    const told = this.#toldSeq(seq)
    const fresh = changes.filter((change) => change.seq > told)
    this.#setToldSeq(fresh.at(-1)?.seq ?? told)
    const texts = fresh.map((change) => JSON.stringify(change))
    for (const socket of this.ctx.getWebSockets()) texts.forEach((text) => send(socket, text))
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // 1005 and 1006 say that no code was received and cannot be sent back.
    socket.close(code === 1005 || code === 1006 ? 1000 : code)
  }

  /** A store that was put back to an earlier state has numbers again that were told before. */
  async #changesUntold(seq: number): Promise<readonly AreaChange[]> {
    const news = await loadChangesSince(this.env.DB, this.#toldSeq(seq))
    if (news.newestSeq >= this.#toldSeq(seq)) return news.changes
    this.#setToldSeq(seq - 1)
    return (await loadChangesSince(this.env.DB, seq - 1)).changes
  }

  /** Of a room that never told anything: just before the first commit that it hears of. */
  #toldSeq(seq: number): number {
    const [told] = this.ctx.storage.sql.exec('SELECT seq FROM told').toArray()
    return told === undefined ? seq - 1 : Number(told['seq'])
  }

  #setToldSeq(seq: number): void {
    this.ctx.storage.sql.exec('DELETE FROM told')
    this.ctx.storage.sql.exec('INSERT INTO told (seq) VALUES (?)', seq)
  }
}

/** A socket that is closing is skipped: its pane asks for what it missed when it is back. */
function send(socket: WebSocket, text: string): void {
  try {
    socket.send(text)
  } catch {
    socket.close(1011)
  }
}
