import { createBook } from '../../workbench/book/index.ts'
import {
  type SimulatedExcel,
  type SimulatedExcelOptions,
  simulatedOffice,
} from '../../workbench/client/simulated-excel.ts'
import { createExcelHost } from '../../workbench/host/excel-host.ts'
import { bootMicrosoftClient } from './microsoft-client.ts'

/** The same as `simulatedExcel`, with Microsoft's own client in the place of ours. */
export function excelWithMicrosoftClient(options: Partial<SimulatedExcelOptions> = {}): SimulatedExcel {
  const book = options.book ?? createBook()
  const host = createExcelHost(book, options)
  book.useFunctions(host.functions)
  return { book, host, ...bootMicrosoftClient(host), Office: simulatedOffice(host) }
}
