import Papa from 'papaparse'
import { CliError } from '../cli-error.ts'
import { readBytes } from '../read-bytes.ts'
import type { Mapping } from './mapping.ts'
import { type CsvRow, firstDataRow } from './plan-import.ts'

/** The whole file is held in memory; the yearly budget of a large city stays below 10 MB. */
const fileBytesMax = 200_000_000

/** The rows of a CSV by heading. Throws CliError that names the row where the file breaks off or has other fields. */
export function readCsv(file: string, mapping: Mapping): readonly CsvRow[] {
  const parsed = Papa.parse<string[]>(readText(file, mapping), { delimiter: mapping.scheiding, skipEmptyLines: true })
  const [error] = parsed.errors
  if (error) throw wrongRow(file, (error.row ?? 0) + 1, 'de aanhalingstekens kloppen niet')
  const [headings = [], ...rows] = parsed.data
  const twice = headings.find((heading, i) => headings.indexOf(heading) !== i)
  if (twice !== undefined) {
    throw new CliError(`${file}: kolom "${twice}" komt twee keer voor. Geef elke kolom een eigen kop.`)
  }
  return rows.map((row, index) => {
    if (row.length !== headings.length) {
      const counts = `${row.length} velden in plaats van ${headings.length}`
      throw wrongRow(file, index + firstDataRow, counts)
    }
    return Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? '']))
  })
}

function wrongRow(file: string, fileRow: number, what: string): CliError {
  return new CliError(`${file}, regel ${fileRow}: ${what}. Herstel het bestand; er is niets ingelezen.`)
}

function readText(file: string, mapping: Mapping): string {
  const bytes = readBytes(file, fileBytesMax)
  try {
    return new TextDecoder(mapping.tekenset, { fatal: true }).decode(bytes)
  } catch {
    throw new CliError(`${file}: geen geldige ${mapping.tekenset}. Zet in de mapping "tekenset": "latin1".`)
  }
}
