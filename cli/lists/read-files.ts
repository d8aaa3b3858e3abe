/** Files and folders of lists: CSV with the headings of the sheet Codes, or JSON. Throws CliError for what cannot be read. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { csvDelimiter, type SentFile } from '#shared/workbook/index.ts'
import { CliError } from '../cli-error.ts'
import { readBytes, reasonOf } from '../read-bytes.ts'

/** The longest list of a large municipality stays far below this. */
const fileBytesMax = 8_000_000

/** The files that were named, and the .csv and .json files of the folders, in the order of their names. */
export function namedFiles(places: readonly string[]): readonly string[] {
  const files = places.flatMap((place) => (isFolder(place) ? filesIn(place) : [place]))
  const other = files.find((file) => !['.csv', '.json'].includes(endingOf(file)))
  if (other !== undefined) throw new CliError(`${other}: geen .csv of .json. Noem een bestand of een map met lijsten.`)
  return files
}

/** What is in a file of a list. */
export function readSentFile(file: string): SentFile {
  const isJson = endingOf(file) === '.json'
  const content = isJson
    ? ({ kind: 'json', value: readJson(file) } as const)
    : ({ kind: 'rows', rows: readCsvRows(file) } as const)
  return { source: file, content }
}

export function endingOf(file: string): string {
  return path.extname(file).toLowerCase()
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file))
  } catch (error) {
    if (error instanceof CliError) throw error
    throw new CliError(`${file}: geen geldige JSON. Herstel het bestand; er is niets geladen.`)
  }
}

/** Rows of texts, the headings first. */
export function readCsvRows(file: string): readonly (readonly string[])[] {
  const text = readText(file)
  const parsed = Papa.parse<string[]>(text, { delimiter: csvDelimiter(text), skipEmptyLines: true })
  const [error] = parsed.errors
  if (error === undefined) return parsed.data
  throw new CliError(
    `${file}, regel ${(error.row ?? 0) + 1}: de aanhalingstekens kloppen niet. Herstel het bestand; er is niets geladen.`,
  )
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file, fileBytesMax))
  } catch (error) {
    if (error instanceof CliError) throw error
    throw new CliError(`${file}: geen geldige UTF-8. Bewaar het in Excel als "CSV UTF-8".`)
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch (error) {
    throw new CliError(`${place}: kan niet worden gelezen (${reasonOf(error)}). Controleer de naam en de rechten.`)
  }
}

function filesIn(folder: string): readonly string[] {
  const files = readdirSync(folder)
    .filter((name) => ['.csv', '.json'].includes(endingOf(name)))
    .sort()
    .map((name) => path.join(folder, name))
  if (files.length > 0) return files
  throw new CliError(`${folder}: hierin staat geen .csv of .json. Noem een bestand of een map met lijsten.`)
}
