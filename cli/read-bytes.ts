import { readFileSync, statSync } from 'node:fs'
import { CliError } from './cli-error.ts'

/** The content of a file. Throws CliError when it cannot be read, or before reading when it is larger than the limit. */
export function readBytes(file: string, bytesMax: number): Uint8Array {
  try {
    const { size } = statSync(file)
    if (size > bytesMax)
      throw new CliError(`${file}: ${size} bytes is te groot; hoogstens ${bytesMax}. Splits het bestand.`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof CliError) throw error
    throw new CliError(`${file}: kan niet worden gelezen (${reasonOf(error)}). Controleer de naam en de rechten.`)
  }
}

/** The system's word for what went wrong with a file (`ENOENT`). */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
