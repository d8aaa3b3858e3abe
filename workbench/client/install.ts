/**
 * Stands in the place of office.js in the workbench's copy of the task pane: a plain script before the bundle that sets
 * the three globals at once and talks to the page around.
 */
import { createCustomFunctions } from './create-custom-functions.ts'
import { createExcel } from './create-excel.ts'
import { createOffice } from './create-office.ts'
import { addInEnd } from './page-transport.ts'

const { origin } = window.location
const { transport, surroundings } = addInEnd({
  post: (message) => window.parent.postMessage(message, origin),
  listen: (listener) => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source === window.parent && event.origin === origin) listener(event.data)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  },
})

Object.assign(window, {
  Excel: createExcel(transport),
  CustomFunctions: createCustomFunctions(transport),
  Office: createOffice(transport, surroundings),
})
