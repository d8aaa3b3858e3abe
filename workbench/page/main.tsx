/** Starts the workbench page. */
import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { exampleYear } from '#shared/example/index.ts'
import type { Book } from '../book/book.ts'
import type { FunctionFacts } from '../grid/formula-help.ts'
import type { ExcelHost } from '../host/index.ts'
import { readFunctionList } from './function-list.ts'
import { exampleAreas } from './new-workbook.ts'
import { browserStore } from './kept-workbook.ts'
import { readPageOptions } from './start-choice.ts'
import { createWorkbench, type Workbench } from './workbench.ts'
import { WorkbenchPage } from './workbench-page.tsx'

declare global {
  interface Window {
    /** For end-to-end tests only: the open workbook and its host, to set up and to look into. */
    workbench?: { readonly book: Book; readonly host: ExcelHost }
  }
}

const options = readPageOptions(
  window.location.search,
  exampleAreas.map(({ code }) => code),
  exampleYear,
)
const functions = signal<readonly FunctionFacts[]>([])
const [metadata, metadataEn] = await Promise.all([loadJson('/functions.json'), loadJson('/functions-en.json')])
const workbench = createWorkbench({
  options,
  metadata,
  functions,
  newId: () => crypto.randomUUID(),
  store: browserStore(indexedDB),
})
start(workbench)

function start({ language, desk, messages, say, startAnew, openExample, openEmpty }: Workbench): void {
  effect(() => {
    const json = language.value === 'en' ? metadataEn : metadata
    functions.value = json === null ? [] : readFunctionList(json)
  })
  effect(() => {
    if (desk.value !== null) window.workbench = { book: desk.value.book, host: desk.value.host }
  })
  // What nobody catches is a mistake of the page itself, and must not pass unseen.
  const tellOfFailure = (error: unknown) => messages.tell(say('unexpected', { reason: String(error) }))
  window.addEventListener('error', ({ error }) => tellOfFailure(error))
  window.addEventListener('unhandledrejection', ({ reason }) => tellOfFailure(reason))
  window.addEventListener('beforeunload', (event) => {
    if (desk.peek()?.isChanged.peek() === true) event.preventDefault()
  })
  switch (options.start.kind) {
    case 'example':
      openExample(options.start.areaCode, options.start.year)
      break
    case 'empty':
      openEmpty()
      break
    case 'ask':
      void startAnew()
  }
  const root = document.getElementById('workbench')
  if (root !== null) render(<WorkbenchPage workbench={workbench} />, root)
}

/** Null: there is no such file, as where the add-in was not built. */
async function loadJson(address: string): Promise<unknown> {
  const response = await fetch(address)
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return response.ok && isJson ? response.json() : null
}
