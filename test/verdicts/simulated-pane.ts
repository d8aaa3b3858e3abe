/** What the pane finds in a file that is opened in the simulated Excel. */
import type { Finding } from '#shared/model/index.ts'
import { createChecker } from '../../addin/checking/checker.ts'
import { createWorkbook } from '../../addin/excel/index.ts'
import { createBook } from '../../workbench/book/index.ts'
import { simulatedExcel } from '../../workbench/client/simulated-excel.ts'
import { fillFromFile } from '../../workbench/page/open-file.ts'

export async function findingsInPane(bytes: Uint8Array): Promise<readonly Finding[]> {
  const book = createBook()
  fillFromFile(book, bytes)
  const excel = simulatedExcel({ book })
  const checker = createChecker({
    workbook: createWorkbook(excel.Excel, { isSupported: () => true }),
    clock: () => 0,
    idle: () => Promise.resolve(),
    timers: { after: () => () => {} },
  })
  await checker.check()
  const { kind, findings, error } = checker.current()
  if (kind !== 'checked') throw new Error(`The check in the pane ended as ${kind}.`, { cause: error })
  return findings
}
