/**
 * The messages between Excel on the web and the page of an add-in in its frame, as office.js writes them: JSON texts.
 */
export interface PageMessage {
  /** 0 a request of the add-in, 1 an answer or event. */
  readonly _messageType: number
  readonly _actionName: string
  readonly _conversationId: string
  readonly _correlationId: number
  /** 0 invoke, 1 register for an event, 2 unregister. */
  readonly _actionType?: number
  readonly _data: unknown
}

/** The window of the add-in, as far as the page around it needs it. */
export interface AddInWindow {
  postMessage: (text: string, origin: string) => void
}

/** The frame of the add-in. */
export interface AddInFrame {
  src: string
  readonly contentWindow: AddInWindow | null
}

/** The page around the frame. */
export interface AroundPage {
  readonly origin: string
  readonly addEventListener: (type: 'message', listener: (event: PageEvent) => void) => void
  readonly removeEventListener: (type: 'message', listener: (event: PageEvent) => void) => void
}

export interface PageEvent {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
}

/** Undefined for what is no request of an add-in. */
export function readPageMessage(data: unknown): PageMessage | undefined {
  if (typeof data !== 'string' || !data.startsWith('{')) return undefined
  try {
    const message = JSON.parse(data) as PageMessage
    return message._messageType === 0 && typeof message._actionName === 'string' ? message : undefined
  } catch {
    return undefined
  }
}

const answerType = 1
const kinds = { invoking: 0, eventing: 1 } as const

export const answerText = (request: PageMessage, origin: string, data: unknown): string =>
  JSON.stringify({
    ...frameOf(request, origin),
    _correlationId: request._correlationId,
    _responseType: kinds.invoking,
    _data: data,
  })

/** An event, for the conversation that asked for it. */
export const eventText = (registration: PageMessage, origin: string, data: unknown): string =>
  JSON.stringify({ ...frameOf(registration, origin), _correlationId: -1, _responseType: kinds.eventing, _data: data })

const frameOf = ({ _actionName, _conversationId }: PageMessage, origin: string) => ({
  _messageType: answerType,
  _actionName,
  _conversationId,
  _errorCode: 0,
  _origin: origin,
  _serializerVersion: 1,
})
