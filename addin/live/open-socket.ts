/** The browser's WebSocket as a stream of events that ends when it closes. */
import { areaChangeSchema } from '#shared/questions/changes.ts'
import type { Timers } from '../ports/timers.ts'
import type { SocketEvent } from './live.ts'

/** A server that has not answered a `ping` after so long cannot be reached any more. */
const pingMs = 30_000

/**
 * `origin` with http or https; the socket has the same host. A message that is no change is left out. It ends when the
 * socket closes or is dead; a signal that was aborted before gives no events.
 */
export async function* openSocket(
  origin: string,
  ticket: string,
  signal: AbortSignal,
  timers: Timers,
): AsyncGenerator<SocketEvent> {
  if (signal.aborted) return
  const url = new URL('/v1/gebeurtenissen', origin)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('kaartje', ticket)
  const socket = new WebSocket(url)
  const events: (SocketEvent | 'end')[] = []
  let wake: (() => void) | null = null
  const push = (event: SocketEvent | 'end') => {
    events.push(event)
    wake?.()
  }
  let hasHeard = true
  /** A machine that slept, or another network, leaves a socket that never closes by itself. */
  const beat = () => {
    if (!hasHeard) {
      push('end')
      return
    }
    hasHeard = false
    if (socket.readyState === WebSocket.OPEN) socket.send('ping')
    stopBeating = timers.after(pingMs, beat)
  }
  let stopBeating = timers.after(pingMs, beat)
  socket.addEventListener('open', () => {
    hasHeard = true
    push({ kind: 'open' })
  })
  socket.addEventListener('close', () => push('end'))
  socket.addEventListener('message', ({ data }) => {
    hasHeard = true
    const change = readChange(data)
    if (change !== null) push(change)
  })
  const close = () => socket.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    for (;;) {
      const next = events.shift()
      if (next === 'end') return
      if (next !== undefined) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    stopBeating()
    signal.removeEventListener('abort', close)
    socket.close()
  }
}

function readChange(data: unknown): SocketEvent | null {
  if (typeof data !== 'string') return null
  try {
    const { gebied, jaar, versie, seq, raakt, stap } = areaChangeSchema.parse(JSON.parse(data))
    const parts = { ...(raakt && { touches: raakt }), ...(stap && { isStep: stap }) }
    return { kind: 'change', change: { areaCode: gebied, year: jaar, version: versie, seq, ...parts } }
  } catch {
    return null
  }
}
