/** What may be the name of a cell, a table or a sheet. */

const nameLengthMax = 255
const sheetNameLengthMax = 31

/** Names of ranges and tables: letters, digits, dots and underscores, and nothing that reads as a cell. */
export function isName(text: string): boolean {
  const isCell = /^(?:[A-Za-z]{1,3}\d{1,7}|[RrCc]|[Rr]\d+[Cc]\d+)$/.test(text)
  return text.length <= nameLengthMax && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(text) && !isCell
}

export function isSheetName(text: string): boolean {
  const isQuoted = text.startsWith("'") || text.endsWith("'")
  return text.trim() !== '' && text.length <= sheetNameLengthMax && !/[\\/?*:[\]]/.test(text) && !isQuoted
}
