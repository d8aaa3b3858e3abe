import { HostObject } from './host-object.ts'
import { textOf } from './read-arguments.ts'
import { eventTypes, messageCategories, type WireEntry } from './wire.ts'

/** Where the add-in runs: in a pane that is seen, unseen, or not at all. */
type RuntimeState = 'Inactive' | 'Background' | 'Visible'

/** The shared runtime of an add-in: its pane, whether the file starts it, and its buttons. */
export interface AddInRuntime {
  /** Objects that clients make by name. */
  readonly services: ReadonlyMap<string, HostObject>
  readonly isPaneVisible: () => boolean
  /** A person opens or closes the pane. */
  readonly showPane: (isVisible: boolean) => void
  /** Whether the workbook starts the add-in when it is opened. */
  readonly startsWithWorkbook: () => boolean
  /** A person presses a button of the ribbon. */
  readonly press: (action: string) => void
  /** The add-in showed or hid its pane. Calling what is returned stops it. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createAddInRuntime(push: (entries: readonly WireEntry[]) => void): AddInRuntime {
  const listeners = new Set<() => void>()
  const pane = new RuntimeService('AppRuntimeService', 'Visible')
  const start = new RuntimeService('AppRuntimePersistenceService', 'Inactive')

  const tellPane = () => {
    const visibility = pane.state === 'Visible' ? 'Visible' : 'Hidden'
    push([
      {
        messageCategory: messageCategories.event,
        messageType: eventTypes.visibilityChanged,
        targetId: '',
        message: JSON.stringify({ visibility }),
      },
    ])
    for (const listener of listeners) listener()
  }
  pane.onSet = tellPane

  return {
    services: new Map<string, HostObject>([
      ['Microsoft.AppRuntime.AppRuntimeService', pane],
      ['Microsoft.AppRuntime.AppRuntimePersistenceService', start],
      ['Microsoft.InternalService.AddinInternalService', new AddinInternalService()],
    ]),
    isPaneVisible: () => pane.state === 'Visible',
    showPane: (isVisible) => {
      pane.state = isVisible ? 'Visible' : 'Background'
      tellPane()
    },
    startsWithWorkbook: () => start.state !== 'Inactive',
    press: (action) => push([actionEntry(action)]),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One class for both services; `member-versions.ts` says which methods each of them offers. */
class RuntimeService extends HostObject {
  readonly kind: string
  readonly scalars = []
  state: RuntimeState
  onSet: () => void = () => undefined

  constructor(kind: string, state: RuntimeState) {
    super()
    this.kind = kind
    this.state = state
  }

  getAppRuntimeState() {
    return this.state
  }

  setAppRuntimeState(value: unknown) {
    const state = textOf(value, `${this.kind}.setAppRuntimeState`)
    this.state = state === 'Visible' || state === 'Background' ? state : 'Inactive'
    this.onSet()
  }

  getAppRuntimeStartState() {
    return this.state
  }

  setAppRuntimeStartState(value: unknown) {
    this.setAppRuntimeState(value)
  }
}

class AddinInternalService extends HostObject {
  readonly kind = 'AddinInternalService'
  readonly scalars = []

  notifyActionHandlerReady() {}
}

const dispatchAction = 1000

function actionEntry(action: string): WireEntry {
  return {
    messageCategory: messageCategories.action,
    messageType: dispatchAction,
    targetId: '',
    message: JSON.stringify([action, JSON.stringify({ source: { id: action } })]),
  }
}
