/** An area workbook on disk: its bytes, its grid and what was read from it. */
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AreaWorkbook } from '#shared/model/index.ts'
import { readAreaWorkbook, type WorkbookGrid } from '#shared/workbook/index.ts'
import { readXlsx, XlsxError } from '../xlsx/index.ts'
import { CliError } from './cli-error.ts'
import { nodeUnzip } from './node-unzip.ts'
import { readBytes, reasonOf } from './read-bytes.ts'

/** Larger files are refused before they are read; a workbook of 5,000 rows in every table stays below 5 MB. */
const fileBytesMax = 50_000_000

export interface WorkbookFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly grid: WorkbookGrid
  readonly workbook: AreaWorkbook
}

/** Throws CliError (exit 2) that names the file and the remedy when it cannot be read. */
export function openWorkbook(file: string): WorkbookFile {
  const bytes = readBytes(file, fileBytesMax)
  try {
    const grid = readXlsx(bytes, nodeUnzip)
    return { file, bytes, grid, workbook: readAreaWorkbook(grid) }
  } catch (error) {
    if (error instanceof XlsxError) throw new CliError(`${file}: ${error.message}`)
    throw error
  }
}

/** Writes beside the file first and then renames, so that a crash never leaves half a workbook. Throws CliError. */
export function saveBytes(file: string, bytes: Uint8Array): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, bytes)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new CliError(
      `${file}: kan niet worden geschreven (${reasonOf(error)}). Sluit het bestand in Excel en probeer opnieuw.`,
    )
  }
}
