/** Addresses as people and the API write them: `A4:C10`, `Voorblad!D12`, `A:A`. */
import { cellAddress, columnLetters } from '#shared/model/address.ts'
import { BookError } from './book-error.ts'
import type { Box } from './book.ts'
import { columnsMax, fitsSheet, rowsMax } from './box.ts'

const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/
const wholeColumns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/
const wholeRows = /^\$?(\d{1,7}):\$?(\d{1,7})$/

/** The box of `A4:C10`, `B7`, `A:C` or `1:3`, with or without `$`, corners in any order. Anything else: `bad-size`. */
export function boxOfAddress(address: string): Box {
  const box = readBox(address.trim())
  if (box === undefined || !fitsSheet(box)) {
    throw new BookError('bad-size', `${address} is geen bereik van een werkblad.`)
  }
  return box
}

/** `A4:C10`, or `B7` for one cell. Whole columns and rows are `A:C` and `1:3`. */
export function addressOfBox({ row, column, rows, columns }: Box): string {
  if (rows === rowsMax) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`
  if (columns === columnsMax) return `${row + 1}:${row + rows}`
  const first = cellAddress(row, column)
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`
}

/** `columnOfLetters('AB')` is 27. */
export function columnOfLetters(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The sheet's name as a formula has it before its `!`: between quotes where it needs them. */
export function quotedSheetName(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[A-Za-z]{1,3}\d+|[RrCc]\d*|[Rr]\d*[Cc]\d*)$/.test(name)
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`
}

function readBox(address: string): Box | undefined {
  const [, left, top, right = left, bottom = top] = cells.exec(address) ?? []
  if (left !== undefined && top !== undefined && right !== undefined && bottom !== undefined) {
    return boxBetween(Number(top) - 1, columnOfLetters(left), Number(bottom) - 1, columnOfLetters(right))
  }
  const [, first, last] = wholeColumns.exec(address) ?? []
  if (first !== undefined && last !== undefined) {
    return boxBetween(0, columnOfLetters(first), rowsMax - 1, columnOfLetters(last))
  }
  const [, from, to] = wholeRows.exec(address) ?? []
  return from === undefined ? undefined : boxBetween(Number(from) - 1, 0, Number(to) - 1, columnsMax - 1)
}

function boxBetween(row: number, column: number, otherRow: number, otherColumn: number): Box {
  return {
    row: Math.min(row, otherRow),
    column: Math.min(column, otherColumn),
    rows: Math.abs(row - otherRow) + 1,
    columns: Math.abs(column - otherColumn) + 1,
  }
}
