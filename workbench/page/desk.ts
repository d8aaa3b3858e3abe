/** One open workbook: its book, the host that shows it to the add-in, and what the person sees of it. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Book } from '../book/book.ts'
import { createBook } from '../book/index.ts'
import { createGridController, type GridController } from '../grid/grid-controller.ts'
import type { GridTools } from '../grid/grid-tools.ts'
import { createSheetView, type SheetView } from '../grid/sheet-view.ts'
import { createExcelHost, type ExcelHost } from '../host/excel-host.ts'
import { countBusy } from './count-busy.ts'
import { functionNamespace } from './function-list.ts'

export interface Desk {
  readonly book: Book
  readonly host: ExcelHost
  readonly view: SheetView
  readonly controller: GridController
  /** With `.xlsx`. */
  readonly fileName: Signal<string>
  /** Changed since it was opened or saved. */
  readonly isChanged: Signal<boolean>
  /** Cells that wait for a custom function. */
  readonly busyCells: ReadonlySignal<number>
  /** Requests of the pane so far. */
  readonly requests: ReadonlySignal<number>
  /** Ends what listens to the book. */
  readonly close: () => void
}

export interface DeskParts {
  readonly fileName: string
  readonly tools: GridTools
  /** `functions.json` of the add-in; null when it could not be loaded: then its functions are unknown. */
  readonly metadata: unknown
  /** Puts the workbook in the book, which is still empty. */
  readonly fill: (book: Book) => void
}

/** Throws what `fill` throws. */
export function createDesk({ fileName, tools, metadata, fill }: DeskParts): Desk {
  const book = createBook()
  const host = createExcelHost(book)
  const busyCells = signal(0)
  const requests = signal(0)
  const isChanged = signal(false)
  if (metadata !== null) host.functions.useMetadata(functionNamespace, metadata)
  // As in Excel, a formula that is entered before the functions are there does not find them.
  book.useFunctions(
    countBusy(host.functions, (busy) => {
      busyCells.value = busy
    }),
  )
  fill(book)
  const view = createSheetView(book)
  const unsubscribe = book.subscribe(({ edited, isStructural, source }) => {
    requests.value = host.statistics.batches
    if (source !== 'file' && (edited.length > 0 || isStructural)) isChanged.value = true
  })
  // A request that only reads changes nothing in the book.
  const counting = setInterval(() => {
    requests.value = host.statistics.batches
  }, countingMs)
  return {
    book,
    host,
    view,
    controller: createGridController(view, tools),
    fileName: signal(fileName),
    isChanged,
    busyCells,
    requests,
    close: () => {
      clearInterval(counting)
      unsubscribe()
      view.dispose()
      book.useFunctions(null)
    },
  }
}

const countingMs = 1_000
