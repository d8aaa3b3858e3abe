/** What the page does: opens and saves workbooks, and passes the ribbon's buttons on to the add-in. */
import { type Signal, signal } from '@preact/signals'
import { XlsxError } from '../../xlsx/index.ts'
import type { Book } from '../book/book.ts'
import type { FunctionFacts } from '../grid/formula-help.ts'
import type { GridTools } from '../grid/grid-tools.ts'
import { createDesk, type Desk } from './desk.ts'
import { fillFromDesign } from './design-to-book.ts'
import { keepChanges } from './keep-changes.ts'
import type { KeptWorkbook, KeptWorkbooks } from './kept-workbook.ts'
import { createMessages, type Messages } from './messages.tsx'
import { exampleDesign } from './new-workbook.ts'
import { fillFromFile } from './open-file.ts'
import { createQuestions, type Questions } from './questions.tsx'
import { saveFile } from './save-file.ts'
import type { PageOptions } from './start-choice.ts'
import { createTexts, type Language, type Say } from './text.ts'

export interface Workbench {
  readonly options: PageOptions
  readonly language: Signal<Language>
  readonly say: Say
  readonly questions: Questions
  readonly messages: Messages
  readonly functions: Signal<readonly FunctionFacts[]>
  readonly desk: Signal<Desk | null>
  readonly isPaneOpen: Signal<boolean>
  readonly isStarting: Signal<boolean>
  readonly openExample: (areaCode: string, year: number) => void
  readonly openEmpty: () => void
  readonly openBytes: (fileName: string, bytes: Uint8Array) => void
  /** The workbook that this browser kept from an earlier time; null: none. */
  readonly kept: Signal<KeptWorkbook | null>
  /** Asks first when changes would be lost. */
  readonly startAnew: () => Promise<void>
  readonly mayDiscard: () => Promise<boolean>
  /** The open workbook as a file; undefined when there is none or it cannot be written, which is said. */
  readonly save: () => Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | undefined>
  readonly press: (command: 'controleren' | 'synchroniseren') => Promise<void>
  readonly showPane: (isOpen: boolean) => void
}

export interface WorkbenchParts {
  readonly options: PageOptions
  /** `functions.json` of the add-in; null when it could not be loaded: then its functions are unknown. */
  readonly metadata: unknown
  readonly functions: Signal<readonly FunctionFacts[]>
  readonly newId: () => string
  readonly store: KeptWorkbooks
}

export function createWorkbench({ options, metadata, functions, newId, store }: WorkbenchParts): Workbench {
  const { language, say } = createTexts(options.language)
  const questions = createQuestions()
  const messages = createMessages()
  const tools: GridTools = { say, ask: questions.ask, tell: messages.tell }
  const desk = signal<Desk | null>(null)
  const isPaneOpen = signal(true)
  const isStarting = signal(false)
  const kept = signal<KeptWorkbook | null>(null)
  let stopKeeping: (() => void) | undefined

  const show = (fileName: string, fill: (book: Book) => void) => {
    const next = createDesk({ fileName, tools, metadata, fill })
    stopKeeping?.()
    desk.peek()?.close()
    stopKeeping = keepChanges(next, store)
    next.host.runtime.subscribe(() => {
      isPaneOpen.value = next.host.runtime.isPaneVisible()
    })
    desk.value = next
    isPaneOpen.value = true
    isStarting.value = false
  }

  const openBytes = (fileName: string, bytes: Uint8Array) => {
    try {
      show(fileName, (book) => fillFromFile(book, bytes))
    } catch (error) {
      messages.tell(say('openFailed', { reason: reasonOf(error, language.peek()) }))
    }
  }

  const mayDiscard = async () => {
    const current = desk.peek()
    if (current === null || !current.isChanged.peek()) return true
    const answer = await questions.ask({
      title: say('discardTitle'),
      message: say('discardMessage', { file: current.fileName.peek() }),
      answers: [
        { id: 'discard', label: say('discard') },
        { id: 'cancel', label: say('cancel') },
      ],
    })
    return answer === 'discard'
  }

  const showPane = (isOpen: boolean) => {
    isPaneOpen.value = isOpen
    desk.peek()?.host.runtime.showPane(isOpen)
  }

  return {
    options,
    language,
    say,
    questions,
    messages,
    functions,
    desk,
    isPaneOpen,
    isStarting,
    openExample: (areaCode, year) =>
      show(`${areaCode} ${year} primitief.xlsx`, (book) =>
        fillFromDesign(book, exampleDesign(areaCode, year, newId())),
      ),
    openEmpty: () => show(say('emptyFile'), () => undefined),
    openBytes,
    kept,
    mayDiscard,
    startAnew: async () => {
      if (!(await mayDiscard())) return
      kept.value = await store.read()
      isStarting.value = true
    },
    save: async () => {
      const current = desk.peek()
      if (current === null || (await current.controller.finishEdit()) === 'kept') return undefined
      const fileName = current.fileName.peek()
      try {
        const bytes = saveFile(current.book, fileName.replace(/\.xlsx$/i, ''))
        current.isChanged.value = false
        messages.tell(say('saved', { file: fileName }))
        return { fileName, bytes }
      } catch (error) {
        messages.tell(say('saveFailed', { reason: reasonOf(error, language.peek()) }))
        return undefined
      }
    },
    press: async (command) => {
      const current = desk.peek()
      if (current === null || (await current.controller.finishEdit()) === 'kept') return
      current.host.runtime.press(command)
    },
    showPane,
  }
}

function reasonOf(error: unknown, language: Language): string {
  if (!(error instanceof XlsxError)) throw error
  return language === 'nl' ? error.message : error.messageEn
}
