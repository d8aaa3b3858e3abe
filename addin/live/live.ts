/**
 * Word of what others synchronise: a WebSocket while that works, else asking every so often. Nothing is lost between the
 * two, because after every connection the changes since the last known number are asked for.
 */
import type { Live, LiveStatus } from '../ports/live.ts'
import type { AreaChange, Server } from '../ports/server.ts'

export interface LiveParts {
  readonly server: Pick<Server, 'liveTicket' | 'changesSince'>
  /** Opens `/v1/gebeurtenissen` with a ticket. */
  readonly open: (ticket: string, signal: AbortSignal) => AsyncIterable<SocketEvent>
  /** Resolves early when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** From 0 up to 1: spreads the panes that lost the server at the same moment. */
  readonly random: () => number
}

export type SocketEvent = { readonly kind: 'open' } | { readonly kind: 'change'; readonly change: AreaChange }

const pollMs = 10_000
/** Sockets that failed one after another before polling takes over, and polls before a socket is tried again. */
const socketTriesMax = 2
const pollsBeforeSocket = 12
/** A number that no store reaches: the answer has the newest number and no changes. */
const newestOnly = Number.MAX_SAFE_INTEGER

export function createLive(parts: LiveParts): Live {
  const changeListeners = new Set<(change: AreaChange) => void>()
  const statusListeners = new Set<(status: LiveStatus) => void>()
  let status: LiveStatus = 'stopped'
  let stopper: AbortController | null = null
  let newestSeq: number | null = null

  const setStatus = (next: LiveStatus) => {
    if (status === next) return
    status = next
    for (const listener of statusListeners) listener(next)
  }
  const tell = (change: AreaChange) => {
    if (newestSeq !== null && change.seq <= newestSeq) return
    newestSeq = change.seq
    for (const listener of changeListeners) listener(change)
  }
  /** The first answer only sets the mark: what was there before is no news. */
  const catchUp = async (signal: AbortSignal) => {
    for (;;) {
      const askedSeq = newestSeq
      const { seq, changes } = await parts.server.changesSince(askedSeq ?? newestOnly, signal)
      if (askedSeq !== null) for (const change of changes) tell(change)
      // An answer is one page; the next one begins where it ended.
      if (askedSeq !== null && newestSeq !== null && newestSeq > askedSeq && newestSeq < seq) continue
      // Lower than before when the server was put back: then its numbers come again.
      newestSeq = seq
      return
    }
  }
  /** Ends when the socket closes. False: it never opened, or what was missed could not be caught up. */
  const listen = async (signal: AbortSignal): Promise<boolean> => {
    let hasListened = false
    try {
      for await (const event of parts.open(await parts.server.liveTicket(), signal)) {
        if (event.kind === 'change') tell(event.change)
        else {
          await catchUp(signal)
          hasListened = true
          if (!signal.aborted) setStatus('live')
        }
      }
    } catch {
      // A socket that fails is followed by another or by polling; there is nothing else to do about it.
    }
    return hasListened
  }
  const poll = async (signal: AbortSignal) => {
    for (let turn = 0; turn < pollsBeforeSocket && !signal.aborted; turn++) {
      const isReached = await catchUp(signal).then(
        () => true,
        () => false,
      )
      if (!signal.aborted) setStatus(isReached ? 'polling' : 'offline')
      await parts.wait(pollMs * (0.8 + parts.random() * 0.4), signal)
    }
  }
  const run = async (signal: AbortSignal) => {
    let failures = 0
    while (!signal.aborted) {
      if (failures === 0) setStatus('connecting')
      failures = (await listen(signal)) ? 0 : failures + 1
      if (failures >= socketTriesMax) await poll(signal)
      else await parts.wait(1_000 * (0.5 + parts.random()), signal)
    }
  }

  return {
    status: () => status,
    subscribe: (listener) => listenTo(changeListeners, listener),
    onStatus: (listener) => listenTo(statusListeners, listener),
    start: () => {
      if (stopper !== null) return
      stopper = new AbortController()
      void run(stopper.signal)
    },
    stop: () => {
      stopper?.abort()
      stopper = null
      setStatus('stopped')
    },
  }
}

function listenTo<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
