/** A delivery to CBS on disk. */
import { CliError } from './cli-error.ts'
import { readBytes } from './read-bytes.ts'

/** A municipality has some 5,000 cells with details; a file stays below 10 MB. */
const fileBytesMax = 50_000_000

export function isDeliveryFile(file: string): boolean {
  return file.toLowerCase().endsWith('.json')
}

/** Its content, not yet judged. Throws CliError when it is no JSON in UTF-8, which CBS does not read either. */
export function openDelivery(file: string): unknown {
  const bytes = readBytes(file, fileBytesMax)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'geen UTF-8'
    throw new CliError(`${file}: geen leesbare JSON (${reason}). Maak het bestand opnieuw, in UTF-8.`)
  }
}
