import type { Area } from '#shared/workbook/grid.ts'

export const rowsMax = 1_048_576
export const columnsMax = 16_384

const referencePattern = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$/

/** The area of a reference such as `A4:C10` or `B2`; undefined for anything else or beyond the sheet's edges. */
export function parseArea(reference: string): Area | undefined {
  const match = referencePattern.exec(reference)
  if (match === null) return undefined
  const left = columnNumber(match[1] ?? '')
  const top = Number(match[2]) - 1
  const right = match[3] === undefined ? left : columnNumber(match[3])
  const bottom = match[4] === undefined ? top : Number(match[4]) - 1
  const isInside = top >= 0 && top <= bottom && left <= right && bottom < rowsMax && right < columnsMax
  return isInside ? { top, left, bottom, right } : undefined
}

/** `columnNumber('AB')` is 27. */
export function columnNumber(letters: string): number {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number - 1
}

export function isInArea(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}

export function areasOverlap(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
}
