/** A file of lists or of people as it was given: JSON, or rows of texts under headings. */
import type { FileFault } from './read-columns.ts'

export interface SentFile {
  /** Its name or path; the last part without its ending names the list. */
  readonly source: string
  readonly content:
    | { readonly kind: 'json'; readonly value: unknown }
    /** Of a CSV; the headings first, blank lines included, so that rows keep their place. */
    | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
}

/** Rows of texts, or the row (from 1) in which the quotes do not match. */
export type CsvRows = (
  text: string,
  delimiter: ';' | ',',
) => { readonly rows: readonly (readonly string[])[] } | { readonly wrongRow: number }

/** `text` undefined: the bytes are no UTF-8. JSON goes by the ending of the name, everything else is CSV. */
export function readSentFile(source: string, text: string | undefined, csvRows: CsvRows): SentFile | FileFault {
  if (text === undefined) return wholeFault(source, noUtf8)
  if (!source.toLowerCase().endsWith('.json')) {
    const read = csvRows(text, csvDelimiter(text))
    if ('wrongRow' in read) return { ...wholeFault(source, noQuotes), row: read.wrongRow }
    return { source, content: { kind: 'rows', rows: read.rows } }
  }
  try {
    return { source, content: { kind: 'json', value: JSON.parse(text) } }
  } catch {
    return wholeFault(source, noJson)
  }
}

/** A fault of the file as a whole. */
export function wholeFault(source: string, text: { readonly nl: string; readonly en: string }): FileFault {
  return { source, row: null, heading: null, ...text }
}

/** `bronnen` of `map/Bronnen.csv`. */
export function baseName(source: string): string {
  const name = source.split(/[/\\]/).at(-1) ?? ''
  return name.replace(/\.[^.]*$/, '').toLowerCase()
}

/** Semicolons separate, as Dutch Excel writes; commas where the headings have no semicolon. */
function csvDelimiter(text: string): ';' | ',' {
  return text.split('\n', 1)[0]?.includes(';') === true ? ';' : ','
}

const noUtf8 = {
  nl: 'geen geldige UTF-8; bewaar het bestand in Excel als "CSV UTF-8"',
  en: 'not valid UTF-8; save the file in Excel as "CSV UTF-8"',
}
const noQuotes = {
  nl: 'de aanhalingstekens kloppen niet; sluit elk aanhalingsteken af',
  en: 'the quotes do not match; close every quote',
}
const noJson = {
  nl: 'geen geldige JSON; herstel het bestand',
  en: 'not valid JSON; correct the file',
}
