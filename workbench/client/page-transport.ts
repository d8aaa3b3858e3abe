import type { WireEntry, WireRequest } from '../host/wire.ts'
import type { OfficeSurroundings } from './office-surroundings.ts'
import type { Transport } from './transport.ts'

/** The add-in's page to the page around it. `hello` asks for the surroundings. */
type ToHost =
  | { readonly kind: 'hello' }
  | { readonly kind: 'batch'; readonly id: number; readonly request: WireRequest }

/** The page around to the add-in's page. */
type ToAddIn =
  | { readonly kind: 'surroundings'; readonly surroundings: OfficeSurroundings }
  | { readonly kind: 'answer'; readonly id: number; readonly text: string }
  | { readonly kind: 'entries'; readonly entries: readonly WireEntry[] }

/** Marks our messages among those of others in the same window. */
const channel = 'gebied-werkbank'

/** One end of the talk between two windows: how to post to the other one, and how to hear it. */
export interface WindowEnd {
  readonly post: (message: object) => void
  readonly listen: (listener: (message: unknown) => void) => () => void
}

/** The add-in's end: a transport, and what the page around says of itself. */
export function addInEnd(end: WindowEnd): {
  readonly transport: Transport
  readonly surroundings: Promise<OfficeSurroundings>
} {
  const waiting = new Map<number, (text: string) => void>()
  const listeners: ((entries: readonly WireEntry[]) => void)[] = []
  let idLast = 0
  const { promise: surroundings, resolve: greeted } = Promise.withResolvers<OfficeSurroundings>()
  const say = (message: ToHost) => end.post({ channel, ...message })

  end.listen((data) => {
    if (!isOurs(data)) return
    const message = data as unknown as ToAddIn
    if (message.kind === 'surroundings') greeted(message.surroundings)
    else if (message.kind === 'entries') for (const listener of listeners) listener(message.entries)
    else if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.text)
      waiting.delete(message.id)
    }
  })
  say({ kind: 'hello' })

  const send = (request: WireRequest) =>
    new Promise<string>((resolve) => {
      idLast += 1
      waiting.set(idLast, resolve)
      say({ kind: 'batch', id: idLast, request })
    })
  return { transport: { send, listen: (listener) => void listeners.push(listener) }, surroundings }
}

/** The end of the page around: answers one add-in from a host. Calling what is returned ends it. */
export function hostEnd(end: WindowEnd, host: Transport, surroundings: OfficeSurroundings): () => void {
  const say = (message: ToAddIn) => end.post({ channel, ...message })
  let isThere = false
  host.listen((entries) => {
    if (isThere) say({ kind: 'entries', entries })
  })
  const stop = end.listen((data) => {
    if (!isOurs(data)) return
    const message = data as unknown as ToHost
    if (message.kind === 'hello') {
      isThere = true
      say({ kind: 'surroundings', surroundings })
    } else if (message.kind === 'batch') {
      void host.send(message.request).then((text) => say({ kind: 'answer', id: message.id, text }))
    }
  })
  return () => {
    isThere = false
    stop()
  }
}

const isOurs = (data: unknown): data is { readonly channel: string } =>
  typeof data === 'object' && data !== null && 'channel' in data && data.channel === channel
