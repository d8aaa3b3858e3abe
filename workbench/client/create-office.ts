/// <reference types="office-js" />
import { isVersionIn } from '../host/member-versions.ts'
import { eventTypes, messageCategories } from '../host/wire.ts'
import type { OfficeSurroundings } from './office-surroundings.ts'
import { callService } from './service-call.ts'
import type { Transport } from './transport.ts'

interface DialogAnswer {
  readonly status: 'failed'
  readonly error: { readonly code: number; readonly name: string; readonly message: string }
}

interface Visibility {
  readonly visibility: string
}

/** Office's code for a dialog that its host does not allow. */
const dialogNotAllowed = 12_011

const paneService = 'Microsoft.AppRuntime.AppRuntimeService'
const startService = 'Microsoft.AppRuntime.AppRuntimePersistenceService'

/**
 * The namespace `Office`, as far as the add-in uses it. `ready` resolves with the surroundings; before that only
 * `onReady` and `actions` are of use, as in Excel.
 */
export function createOffice(transport: Transport, ready: Promise<OfficeSurroundings>): typeof Office {
  const actions = new Map<string, (event: object) => unknown>()
  const visibilityListeners = new Set<(message: object) => void>()
  let known: OfficeSurroundings | undefined
  const info = { host: 'Excel', platform: 'OfficeOnline' }

  const surroundings = () => {
    if (known === undefined) throw new Error('Office is not ready yet: wait for Office.onReady().')
    return known
  }

  transport.listen((entries) => {
    for (const { messageCategory, messageType, message } of entries) {
      if (messageCategory === messageCategories.action) perform(JSON.parse(message) as readonly string[])
      else if (messageType === eventTypes.visibilityChanged) tellVisibility(JSON.parse(message) as Visibility)
    }
  })
  const perform = ([id = '', event = '{}']: readonly string[]) =>
    void actions.get(id)?.({ ...(JSON.parse(event) as object), completed: () => undefined })
  const tellVisibility = ({ visibility }: Visibility) => {
    const visibilityMode = visibility === 'Visible' ? 'Taskpane' : 'Hidden'
    for (const listener of visibilityListeners) listener({ visibilityMode })
  }

  const context = {
    ...info,
    diagnostics: { ...info, version: '16.0.0.0' },
    requirements: {
      isSetSupported: (name: string, version: string | number = '1.1') => {
        const newest = surroundings().requirementSets[name]
        return newest !== undefined && isVersionIn(String(version), newest)
      },
    },
    get displayLanguage() {
      return surroundings().displayLanguage
    },
    get contentLanguage() {
      return surroundings().displayLanguage
    },
    get officeTheme() {
      return surroundings().theme ?? undefined
    },
    partitionKey: undefined,
    ui: {
      displayDialogAsync: (_url: string, _options: object, callback?: (answer: DialogAnswer) => void) => {
        const error = { code: dialogNotAllowed, name: 'Dialog', message: 'The workbench shows no dialogs.' }
        callback?.({ status: 'failed', error })
      },
    },
  }

  const office = {
    context,
    onReady: async (callback?: (given: object) => unknown) => {
      known = await ready
      callback?.(info)
      return info
    },
    actions: { associate: (id: string, action: (event: object) => unknown) => actions.set(id, action) },
    addin: {
      showAsTaskpane: () => callService(transport, paneService, 'SetAppRuntimeState', ['Visible']),
      hide: () => callService(transport, paneService, 'SetAppRuntimeState', ['Background']),
      getStartupBehavior: async () =>
        (await callService(transport, startService, 'GetAppRuntimeStartState', [])) === 'Inactive' ? 'None' : 'Load',
      setStartupBehavior: (behavior: string) =>
        callService(transport, startService, 'SetAppRuntimeStartState', [
          behavior === 'Load' ? 'Background' : 'Inactive',
        ]),
      onVisibilityModeChanged: async (listener: (message: object) => void) => {
        visibilityListeners.add(listener)
        return async () => void visibilityListeners.delete(listener)
      },
    },
    StartupBehavior: { none: 'None', load: 'Load' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: { DialogMessageReceived: 'dialogMessageReceived', DialogEventReceived: 'dialogEventReceived' },
    HostType: { Excel: 'Excel' },
    PlatformType: { OfficeOnline: 'OfficeOnline' },
  }
  // Only what the add-in uses exists; everything else is undefined, which no type of Office allows.
  return office as unknown as typeof Office
}
