import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HandClock } from '../ports/hand-clock.test-data.ts'
import type { SocketEvent } from './live.ts'
import { openSocket } from './open-socket.ts'

/** What the browser would have opened, by the hand of the test. */
class Socket extends EventTarget {
  static readonly OPEN = 1
  readonly readyState = Socket.OPEN
  readonly sent: string[] = []
  readonly url: URL
  isClosed = false

  constructor(url: URL) {
    super()
    this.url = url
    sockets.push(this)
  }

  send(text: string) {
    this.sent.push(text)
  }

  close() {
    this.isClosed = true
    this.dispatchEvent(new Event('close'))
  }

  say(data: string) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

let sockets: Socket[] = []

beforeEach(() => {
  sockets = []
  vi.stubGlobal('WebSocket', Socket)
})

afterEach(() => vi.unstubAllGlobals())

function listen(signal: AbortSignal = new AbortController().signal) {
  const clock = new HandClock()
  const heard: SocketEvent[] = []
  const listening = (async () => {
    for await (const event of openSocket('https://gebied.test', 'kaartje-1', signal, clock)) heard.push(event)
  })()
  return { clock, heard, listening, socket: sockets[0] }
}

test('changes come out as they are told, and anything else is left out', async () => {
  const { heard, listening, socket } = listen()
  expect(socket?.url.href).toBe('wss://gebied.test/v1/gebeurtenissen?kaartje=kaartje-1')
  socket?.dispatchEvent(new Event('open'))
  for (const text of ['pong', '{"gebied":"HOL"}', '{"gebied":"HOL","jaar":2023,"versie":"primitief","seq":7}'])
    socket?.say(text)
  socket?.close()
  await listening
  expect(heard).toEqual([
    { kind: 'open' },
    { kind: 'change', change: { areaCode: 'HOL', year: 2023, version: 'primitief', seq: 7 } },
  ])
})

test('a socket that no longer answers is over, one that does goes on', async () => {
  const { clock, listening, socket } = listen()
  clock.pass(30_000)
  socket?.say('pong')
  clock.pass(30_000)
  expect([socket?.sent, socket?.isClosed]).toEqual([['ping', 'ping'], false])
  clock.pass(30_000)
  await listening
  expect([socket?.isClosed, clock.waiting]).toEqual([true, 0])
})

test('who stops listening closes the socket, and who stopped before opens none', async () => {
  const stopper = new AbortController()
  const { clock, listening, socket } = listen(stopper.signal)
  stopper.abort()
  await listening
  expect([socket?.isClosed, clock.waiting]).toEqual([true, 0])
  await listen(stopper.signal).listening
  expect(sockets).toHaveLength(1)
})
