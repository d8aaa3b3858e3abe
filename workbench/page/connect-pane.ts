/** Joins the host of a workbook to the add-in's page in the frame. */
import { hostEnd, type WindowEnd } from '../client/index.ts'
import { createWebHost, type ExcelHost, type WebHostOptions } from '../host/index.ts'

/** The same bundles in both; the first has our own client where the second has Microsoft's office.js. */
const paneAddress = '/taskpane-werkbank.html'
const officePaneAddress = '/taskpane.html'

/** Opens the task pane in the frame and answers it. Calling what is returned ends it. */
export function connectPane(
  frame: HTMLIFrameElement,
  host: ExcelHost,
  usesOfficeJs: boolean,
  language: 'nl' | 'en',
): () => void {
  const locale = language === 'nl' ? 'nl-NL' : 'en-US'

  if (usesOfficeJs) {
    const web = createWebHost({ host, page: pageAround(), frame, locale, addInName: 'Gebiedsbegroting' })
    web.open(officePaneAddress)
    return web.close
  }
  const close = hostEnd(endOf(frame), host, {
    requirementSets: host.requirementSets,
    displayLanguage: locale,
    theme: null,
  })
  frame.src = paneAddress
  return close
}

function pageAround(): WebHostOptions['page'] {
  return {
    origin: window.location.origin,
    addEventListener: (type, listener) => window.addEventListener(type, listener),
    removeEventListener: (type, listener) => window.removeEventListener(type, listener),
  }
}

function endOf(frame: HTMLIFrameElement): WindowEnd {
  const { origin } = window.location
  return {
    post: (message) => frame.contentWindow?.postMessage(message, origin),
    listen: (listener) => {
      const onMessage = (event: MessageEvent<unknown>) => {
        if (event.source === frame.contentWindow && event.origin === origin) listener(event.data)
      }
      window.addEventListener('message', onMessage)
      return () => window.removeEventListener('message', onMessage)
    },
  }
}
