/** The open workbook in Excel: the only folder that touches `Excel.*`. */
export { createWorkbook } from './create-workbook.ts'
