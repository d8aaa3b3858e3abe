/** Rows of texts under headings as values by column, with every fault at its place in the file. */
import type { Language } from '#shared/model/index.ts'
import { comparableHeading } from './headings.ts'
import type { ListColumn } from './list-column.ts'
import { readListText, writtenAs } from './list-text.ts'
import type { ReadItem } from './reference-rows.ts'

export interface FilePlace {
  readonly source: string
  /** Row in the file, from 1; the headings are row 1. Null: the whole file. */
  readonly row: number | null
  /** Heading of the column; null: the whole row. */
  readonly heading: string | null
}

export interface FileFault extends FilePlace {
  readonly nl: string
  readonly en: string
}

export interface ReadRow {
  /** Row in the file, from 1. */
  readonly row: number
  readonly values: ReadItem
}

/** `rows` begins with the headings, in any order; every column is needed. Rows that are blank are passed over. */
export function readColumns(
  columns: readonly ListColumn[],
  source: string,
  rows: readonly (readonly string[])[],
): { readonly rows: readonly ReadRow[]; readonly faults: readonly FileFault[] } {
  const [headings = [], ...body] = rows
  const headingTexts = headingFaults(columns, headings)
  if (headingTexts.length > 0) {
    return { rows: [], faults: headingTexts.map((text) => ({ source, row: 1, heading: null, ...text })) }
  }
  const given = headings.map(comparableHeading)
  const places = columns.map((column) => ({ ...column, at: given.indexOf(comparableHeading(column.heading)) }))
  const read: ReadRow[] = []
  const faults: FileFault[] = []
  for (const [i, texts] of body.entries()) {
    const row = i + 2
    if (texts.every((text) => text.trim() === '')) continue
    if (texts.length !== headings.length) {
      faults.push({ source, row, heading: null, ...otherWidth(texts.length, headings.length) })
      continue
    }
    const values: Record<string, ReadItem[string]> = {}
    for (const { key, heading, kind, at } of places) {
      const text = inertTextBack(texts[at] ?? '')
      values[key] = readListText(kind, text)
      if (values[key] === undefined) faults.push({ source, row, heading, ...notWritten(text, writtenAs[kind]) })
    }
    read.push({ row, values })
  }
  return { rows: read, faults }
}

/** `bronnen.csv, regel 4, kolom Soort`, as far as it is known. */
export function placeText({ source, row, heading }: FilePlace, language: Language): string {
  const [line, column] = language === 'nl' ? ['regel', 'kolom'] : ['line', 'column']
  return joined([source, row === null ? '' : `${line} ${row}`, heading === null ? '' : `${column} ${heading}`])
}

/** `lijsten.json, bronnen 3, name`: an item of JSON by its position, which people count from 1. */
export function jsonPlaceText(source: string, list: string, index: number, field: string): string {
  return joined([source, `${list} ${index + 1}`, field])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

function headingFaults(columns: readonly ListColumn[], headings: readonly string[]) {
  const known = columns.map(({ heading }) => comparableHeading(heading))
  const given = headings.map(comparableHeading)
  return [
    ...columns.filter((_, i) => !given.includes(known[i] ?? '')).map(({ heading }) => missing(heading)),
    ...headings.filter((_, i) => !known.includes(given[i] ?? '')).map(unknown),
    ...headings.filter((_, i) => given.indexOf(given[i] ?? '') !== i).map(double),
  ]
}

/** What `toCsvField` put before a text that a spreadsheet would run is no part of the text. */
function inertTextBack(text: string): string {
  return /^'\s*[=+\-@]/.test(text) ? text.slice(1) : text
}

const missing = (heading: string) => ({
  nl: `kolom "${heading}" ontbreekt; voeg hem toe, ook als hij leeg is`,
  en: `column "${heading}" is missing; add it, also when it is empty`,
})
const unknown = (heading: string) => ({
  nl: `kolom "${heading}" hoort niet in deze lijst; verwijder hem of herstel de kop`,
  en: `column "${heading}" does not belong in this list; remove it or correct its heading`,
})
const double = (heading: string) => ({
  nl: `kolom "${heading}" komt twee keer voor; laat er een staan`,
  en: `column "${heading}" occurs twice; keep one`,
})
const otherWidth = (count: number, expected: number) => ({
  nl: `${count} velden in plaats van ${expected}; herstel de scheidingstekens`,
  en: `${count} fields instead of ${expected}; correct the separators`,
})
const notWritten = (text: string, written: { readonly nl: string; readonly en: string }) => ({
  nl: `"${text.trim()}" past niet; schrijf ${written.nl}`,
  en: `"${text.trim()}" does not fit; write ${written.en}`,
})
