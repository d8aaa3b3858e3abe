/**
 * Boots Microsoft's own client of the Excel API, unmodified, in a context of its own, with the host behind the seam
 * that the library has for that: the global `_richApiNativeBridge`. The files are only read from node_modules.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import type { ExcelHost } from '../../workbench/host/excel-host.ts'

const dist = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
)
const clientFile = 'excel-web-16.00.js'
const script = new vm.Script(readFileSync(path.join(dist, clientFile), 'utf8'), { filename: clientFile })

interface Bridge {
  sendMessageToHost: (text: string) => void
  onMessageFromHost: ((text: string) => void) | null
}

/** A message from the client: a batch. */
interface BatchMessage {
  readonly id: number
  readonly flags: number
  readonly message: { readonly body: unknown }
}

export interface MicrosoftClient {
  readonly Excel: typeof Excel
  readonly CustomFunctions: typeof CustomFunctions
}

/** Types of messages of the bridge: 1 an answer, 3 something that the host says unasked. */
const answerType = 1
const entriesType = 3

/** Bit of the host's flags: the add-in has custom functions. */
const hasCustomFunctions = 2

export function bootMicrosoftClient(host: ExcelHost): MicrosoftClient {
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => {
      const { id, flags, message } = JSON.parse(text) as BatchMessage
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body)
      void answer(id, flags, body)
    },
  }
  const answer = async (id: number, flags: number, text: string) => {
    const body = await host.send({ text, flags })
    tell({ id, type: answerType, message: { statusCode: 200, headers: {}, body } })
  }
  const tell = (message: object) => bridge.onMessageFromHost?.(JSON.stringify(message))
  host.listen((entries) => tell({ type: entriesType, message: { entries } }))

  const window = { ...browserWindow(), ...officeSeams(host), _richApiNativeBridge: bridge }
  for (const name of ['window', 'self', 'top', 'parent']) Object.assign(window, { [name]: window })
  script.runInContext(vm.createContext(window))
  return window as unknown as MicrosoftClient
}

/** What office.js lays down before it loads the file for Excel. */
function officeSeams(host: ExcelHost): object {
  const mappings: Record<string, unknown> = {}
  const listeners: (() => void)[] = []
  const associate = (ids: string | Readonly<Record<string, unknown>>, body?: unknown) => {
    Object.assign(mappings, typeof ids === 'string' ? { [ids]: body } : ids)
    for (const listener of listeners) listener()
  }
  const isSetSupported = (name: string, version: string | number = '1.1') => supports(host, name, version)
  const context = { requirements: { isSetSupported }, platform: 'OfficeOnline' }
  const office = {
    HostType: { Excel: 'Excel' },
    context,
    onReady: (callback: (info: object) => void) => callback({ host: 'Excel', platform: 'OfficeOnline' }),
  }
  return {
    OSF: { _OfficeAppFactory: { getHostInfo: () => ({ flags: hasCustomFunctions }), getContext: () => context } },
    CustomFunctions: { associate, _association: { mappings, onchange: (added: () => void) => listeners.push(added) } },
    Office: office,
    Microsoft: { Office: { WebExtension: office } },
  }
}

function supports(host: ExcelHost, name: string, version: string | number = '1.1'): boolean {
  const [, newest = -1] = (host.requirementSets[name] ?? '').split('.').map(Number)
  return Number(String(version).split('.')[1] ?? 0) <= newest
}

const nothing = () => undefined

/** What the library touches of a browser while it loads. */
function browserWindow(): object {
  const element = () => ({
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getElementsByTagName: () => [],
    style: {},
    src: '',
    href: '',
  })
  return {
    document: {
      ...element(),
      readyState: 'complete',
      createElement: element,
      getElementsByTagName: () => [element()],
      head: element(),
      body: element(),
      cookie: '',
    },
    navigator: { userAgent: 'node', appVersion: '' },
    location: new URL('https://localhost/'),
    addEventListener: nothing,
    removeEventListener: nothing,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    performance,
    // The same class as here: programs ask whether what was thrown is an Error.
    Error,
    history: {},
    sessionStorage: storage(),
    localStorage: storage(),
    name: '',
    URL,
  }
}

function storage() {
  const entries = new Map<string, string>()
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
    key: (index: number) => [...entries.keys()][index],
    get length() {
      return entries.size
    },
  }
}
