import type { ExcelHost } from './excel-host.ts'
import { messageCategories, type WireEntry } from './wire.ts'
import {
  type AddInFrame,
  answerText,
  type AroundPage,
  eventText,
  type PageEvent,
  type PageMessage,
  readPageMessage,
} from './web-page.ts'

export interface WebHost {
  /** Opens the page of an add-in in the frame, as Excel on the web does. */
  readonly open: (url: string) => void
  /** Requests that this host does not know: `executeMethod 77`. A test asserts that this is empty. */
  readonly unknown: readonly string[]
  readonly close: () => void
}

export interface WebHostOptions {
  readonly host: ExcelHost
  readonly page: AroundPage
  readonly frame: AddInFrame
  /** `nl-NL` */
  readonly locale: string
  readonly addInName: string
}

const conversation = 'workbench'
const control = 'add-in'
const appOfExcelOnTheWeb = 16
/** The add-in has custom functions and a shared runtime. */
const hostFlags = 3
/** Office's code for a method that the host does not have. */
const unsupported = 5000

/** Numbers of the methods that office.js sends on. */
const methods = { richApi: 93, commandCompleted: 94 } as const

/** The page around an add-in that loads Microsoft's office.js: it answers as Excel on the web does. */
export function createWebHost({ host, page, frame, locale, addInName }: WebHostOptions): WebHost {
  const registrations = new Map<string, PageMessage>()
  const unknown: string[] = []
  let waiting: WireEntry[] = []
  /** Of the page that was opened: another one that comes to stand in the frame is not spoken with. */
  let addInOrigin = page.origin

  const post = (text: string) => frame.contentWindow?.postMessage(text, addInOrigin)
  const answer = (request: PageMessage, data: unknown) => post(answerText(request, page.origin, data))

  const tell = (event: string, data: unknown) => {
    const registration = registrations.get(event)
    if (registration !== undefined) post(eventText(registration, page.origin, data))
  }

  /** Buttons have an event of their own here; what comes before the add-in listens waits. */
  const handOut = (entries: readonly WireEntry[]) => {
    const messages = entries.filter(({ messageCategory }) => messageCategory !== messageCategories.action)
    for (const entry of entries.filter((each) => !messages.includes(each))) tell('appCommandInvoked', commandOf(entry))
    if (!registrations.has('richApiMessage')) waiting = [...waiting, ...messages]
    else if (messages.length > 0) tell('richApiMessage', { ArrayData: messages.map(messageOf) })
  }

  const register = (request: PageMessage) => {
    registrations.set(request._actionName, request)
    answer(request, { Error: 0 })
    const entries = waiting
    waiting = []
    handOut(entries)
  }

  const execute = async (request: PageMessage) => {
    const { DdaMethod, ArrayData } = request._data as MethodData
    if (DdaMethod?.DispatchId === methods.richApi) {
      const [, , , , text, , flags] = ArrayData ?? []
      const answered = await host.send({ text: String(text), flags: Number(flags ?? 0) })
      answer(request, { Version: 1, Error: 0, Data: [200, [], answered] })
    } else if (DdaMethod?.DispatchId === methods.commandCompleted) {
      answer(request, { Version: 1, Error: 0 })
    } else {
      unknown.push(`executeMethod ${DdaMethod?.DispatchId}`)
      answer(request, { Version: 1, Error: unsupported })
    }
  }

  const invoke = (request: PageMessage) => {
    if (request._actionName === 'executeMethod') void execute(request)
    else if (request._actionName === 'ContextActivationManager_getAppContextAsync') answer(request, appContext())
    else {
      // Telling the host of focus and keys needs no answer but this.
      if (request._actionName !== 'ContextActivationManager_notifyHost') unknown.push(request._actionName)
      answer(request, null)
    }
  }

  const appContext = () => ({
    _id: control,
    _appName: appOfExcelOnTheWeb,
    _appVersion: '16.0',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: 'https://werkbank.invalid/werkbank.xlsx',
    _clientMode: 0,
    _settings: [...host.settings].map(([key, value]) => [key, JSON.stringify(value)]),
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: conversation,
    _appInstanceId: control,
    _requirementMatrix: JSON.stringify(host.requirementSets),
    _hostFullVersion: '16.0.0.0',
    _addinName: addInName,
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
  })

  const onMessage = (event: PageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== addInOrigin) return
    const request = readPageMessage(event.data)
    if (request === undefined) return
    if (request._actionType === 1) register(request)
    else if (request._actionType === 2) {
      registrations.delete(request._actionName)
      answer(request, { Error: 0 })
    } else invoke(request)
  }

  page.addEventListener('message', onMessage)
  const stopListening = host.listen(handOut)

  return {
    open: (url) => {
      registrations.clear()
      addInOrigin = new URL(url, page.origin).origin
      frame.src = addInUrl(url, page.origin, locale)
    },
    unknown,
    close: () => {
      stopListening()
      page.removeEventListener('message', onMessage)
    },
  }
}

interface MethodData {
  readonly DdaMethod?: { readonly DispatchId: number }
  readonly ArrayData?: readonly unknown[]
}

/** office.js learns who its host is from the query, and whom to talk to from the fragment. */
function addInUrl(url: string, origin: string, locale: string): string {
  const { href, search } = new URL(url, origin)
  const hostInfo = `_host_Info=Excel$Web$16.00$${locale}$$$$${hostFlags}`
  const talk = `&_xdm_Info=${conversation}|${control}|${origin}/&_serializer_version=1`
  return `${href}${search === '' ? '?' : '&'}${hostInfo}#${talk}`
}

const messageOf = ({ messageCategory, messageType, targetId, message }: WireEntry) => [
  messageCategory,
  messageType,
  targetId,
  message,
  0,
]

/** Id, name of the function, and the event that it is given. */
function commandOf({ message }: WireEntry): readonly string[] {
  const [action = '', event = '{}'] = JSON.parse(message) as readonly string[]
  return [action, action, event]
}
