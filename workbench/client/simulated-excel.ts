/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
import type { Book } from '../book/book.ts'
import { createBook } from '../book/index.ts'
import { createExcelHost, type ExcelHost, type ExcelHostOptions } from '../host/excel-host.ts'
import { createCustomFunctions } from './create-custom-functions.ts'
import { createExcel } from './create-excel.ts'
import { createOffice } from './create-office.ts'
import { directTransport } from './direct-transport.ts'

export interface SimulatedExcel {
  readonly book: Book
  readonly host: ExcelHost
  readonly Excel: typeof Excel
  readonly Office: typeof Office
  readonly CustomFunctions: typeof CustomFunctions
}

export interface SimulatedExcelOptions extends ExcelHostOptions {
  /** Left out: an empty book with the sheet `Blad1`. */
  readonly book: Book
}

/** Excel with our own client over a book, in one process. The book's custom functions are those of the client. */
export function simulatedExcel(options: Partial<SimulatedExcelOptions> = {}): SimulatedExcel {
  const book = options.book ?? createBook()
  const host = createExcelHost(book, options)
  book.useFunctions(host.functions)
  const transport = directTransport(host)
  return {
    book,
    host,
    Excel: createExcel(transport),
    Office: simulatedOffice(host),
    CustomFunctions: createCustomFunctions(transport),
  }
}

/** The namespace `Office` for a host without a page: in Dutch, without a theme. */
export function simulatedOffice(host: ExcelHost): typeof Office {
  const { requirementSets } = host
  return createOffice(
    directTransport(host),
    Promise.resolve({ requirementSets, displayLanguage: 'nl-NL', theme: null }),
  )
}
