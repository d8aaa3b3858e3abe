/** Files and folders of lists: CSV with the headings of the sheet Codes, or JSON. Throws CliError for what cannot be read. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { type CsvRows, placeText, readSentFile, type SentFile } from '#shared/workbook/index.ts'
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

/** What is in a file of lists or of people. */
export function readListFile(file: string): SentFile {
  const read = readSentFile(file, textOf(file), csvRows)
  if ('content' in read) return read
  throw new CliError(`${placeText(read, 'nl')}: ${read.nl}. Er is niets geladen.`)
}

const csvRows: CsvRows = (text, delimiter) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const [error] = errors
  return error === undefined ? { rows: data } : { wrongRow: (error.row ?? 0) + 1 }
}

/** Undefined: no UTF-8. */
function textOf(file: string): string | undefined {
  const bytes = readBytes(file, fileBytesMax)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function endingOf(file: string): string {
  return path.extname(file).toLowerCase()
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
