export { codesSheet } from './codes-sheet.ts'
export { coverStateEdit } from './cover-state.ts'
export type { SheetEdit, WorkbookDesign } from './design.ts'
export { cellKey, type WorkbookGrid } from './grid.ts'
export { heldValues } from './held-values.ts'
export { type ListColumn, type ListKind, type ListValue } from './list-column.ts'
export {
  columnKeyOf,
  filesOfList,
  flatItem,
  type ListFile,
  listFiles,
  listTables,
  personColumns,
} from './list-files.ts'
export { listText, readListText, writtenAs } from './list-text.ts'
export { readReference } from './read-codes.ts'
export { readCoverState } from './read-cover.ts'
export { type FileFault, placeText } from './read-columns.ts'
export { nestedDecision } from './reference-rows.ts'
export { type ReadLists, readListTables, type SentTable } from './read-list-files.ts'
export type { EarlierReading } from './known-rows.ts'
export { readAreaWorkbook } from './read-workbook.ts'
export { type CsvRows, readSentFile, type SentFile } from './sent-file.ts'
export { gatherLists, type SentLists } from './sent-lists.ts'
export { gatherPeople, type SentPeople } from './sent-people.ts'
export { type KnownRow, readState, stateEdits, type WorkbookState } from './state-sheet.ts'
export { type TemplateInput, templateDesign, type TemplateRow } from './template.ts'
export { linkOf, type WorkbookLink } from './workbook-link.ts'
export { plannedRowWrites, type PlannedWrites, type WorkbookRow, workbookRows } from './workbook-rows.ts'
export { editsForRows, type RowEdits, type RowWrite } from './write-rows.ts'
