import { XlsxError } from './xlsx-error.ts'

/** One part as it lies in the zip file, still packed. */
export interface ZipEntry {
  readonly name: string
  readonly nameBytes: Uint8Array
  /** Bit 11 of the zip flags: the name is UTF-8. */
  readonly isNameUtf8: boolean
  readonly method: 'stored' | 'deflated'
  readonly packed: Uint8Array
  readonly sizeBytes: number
  readonly crc: number
  /** Date and time as zip keeps them; carried over unread. */
  readonly dosTime: number
}

const entriesMax = 2_000
const unpackedBytesMax = 100 * 1024 * 1024
const ratioMax = 100
/** Below this size no ratio can hurt, and small repetitive parts do pack that well. */
const ratioFreeBytes = 1024 * 1024

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22
const centralBytes = 46
const localBytes = 30

/** The parts of a zip file, judged by what its directory says before anything is unpacked. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  refuseOtherFiles(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  if (count === 0xffff || directory === 0xffffffff) throw zip64()
  if (count > entriesMax) throw tooManyParts(count)
  const entries: ZipEntry[] = []
  let at = directory
  for (let index = 0; index < count; index++) {
    if (at + centralBytes > end || view.getUint32(at, true) !== centralSignature) throw damaged()
    entries.push(readEntry(bytes, view, at, directory))
    at += centralBytes + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseDuplicates(entries)
  refuseBombs(entries)
  return entries
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directory: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const packedBytes = view.getUint32(at + 20, true)
  const nameBytes = bytes.subarray(at + centralBytes, at + centralBytes + view.getUint16(at + 28, true))
  const name = new TextDecoder().decode(nameBytes)
  refusePath(name)
  if ((flags & 1) !== 0) throw encrypted()
  if (method !== 0 && method !== 8) throw damaged()
  const local = view.getUint32(at + 42, true)
  const start = dataStart(bytes, view, local, nameBytes)
  if (start + packedBytes > directory) throw damaged()
  return {
    name,
    nameBytes,
    isNameUtf8: (flags & 0x800) !== 0,
    method: method === 0 ? 'stored' : 'deflated',
    packed: bytes.subarray(start, start + packedBytes),
    sizeBytes: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
    dosTime: view.getUint32(at + 12, true),
  }
}

/** Two names for one part (in its own header and in the directory) would let two programs see two workbooks. */
function dataStart(bytes: Uint8Array, view: DataView, local: number, nameBytes: Uint8Array): number {
  if (local + localBytes > bytes.length || view.getUint32(local, true) !== localSignature) throw damaged()
  const nameLength = view.getUint16(local + 26, true)
  const localName = bytes.subarray(local + localBytes, local + localBytes + nameLength)
  if (nameLength !== nameBytes.length || localName.some((byte, index) => byte !== nameBytes[index])) throw damaged()
  return local + localBytes + nameLength + view.getUint16(local + 28, true)
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endBytes - 0xffff)
  for (let at = view.byteLength - endBytes; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    if (at + endBytes + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  throw damaged()
}

function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new XlsxError(
      'not-a-zip',
      'Het bestand is leeg (0 bytes). Vraag het opnieuw op of sla het opnieuw op.',
      'The file is empty (0 bytes). Ask for it again or save it again.',
    )
  }
  const isCompoundFile = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)
  if (isCompoundFile) throw encrypted()
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) return
  throw new XlsxError(
    'not-a-zip',
    'Dit is geen .xlsx-bestand, ook al heet het misschien zo (een csv- of webpagina-export begint ook in Excel). ' +
      'Open het in Excel en kies Opslaan als, Excel-werkmap (.xlsx).',
    'This is not an .xlsx file, whatever its name (a csv or web page export opens in Excel too). ' +
      'Open it in Excel and choose Save As, Excel Workbook (.xlsx).',
  )
}

function refusePath(name: string): void {
  const segments = name.replace(/\/$/, '').split('/')
  const isPlain = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  // oxlint's no-control-regex is met by testing code points instead of a pattern.
  const hasControl = [...name].some((char) => (char.codePointAt(0) ?? 0) < 32)
  if (isPlain && !hasControl && !name.includes('\\') && !/^[A-Za-z]:/.test(name)) return
  throw new XlsxError(
    'bad-path',
    `Het bestand bevat een onderdeel met een ongeldige naam (${JSON.stringify(name)}) en is niet te vertrouwen. ` +
      'Vraag de afzender om het in Excel opnieuw op te slaan.',
    `The file holds a part with an invalid name (${JSON.stringify(name)}) and cannot be trusted. ` +
      'Ask its sender to save it again in Excel.',
  )
}

/** Part names differ in more than capitals (ECMA-376 part 2, 6.2.2.3). */
function refuseDuplicates(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    if (seen.has(name.toLowerCase())) {
      throw new XlsxError(
        'duplicate-part',
        `Onderdeel ${name} staat twee keer in het bestand. Open het in Excel en sla het opnieuw op als .xlsx.`,
        `Part ${name} is in the file twice. Open it in Excel and save it again as .xlsx.`,
      )
    }
    seen.add(name.toLowerCase())
  }
}

function refuseBombs(entries: readonly ZipEntry[]): void {
  let unpackedBytes = 0
  let packedBytes = 0
  for (const entry of entries) {
    unpackedBytes += entry.sizeBytes
    packedBytes += entry.packed.length
    if (entry.sizeBytes > ratioFreeBytes && entry.sizeBytes > entry.packed.length * ratioMax) throw badRatio(entry.name)
  }
  if (unpackedBytes > unpackedBytesMax) throw tooLarge()
  if (unpackedBytes > ratioFreeBytes && unpackedBytes > packedBytes * ratioMax) throw badRatio('xl/*')
}

/** The file ends too early or was changed on its way. */
export function damaged(part = 'zip'): XlsxError {
  return new XlsxError(
    'damaged',
    `Het bestand is beschadigd of afgekapt (${part}). Download of kopieer het opnieuw.`,
    `The file is damaged or cut off (${part}). Download or copy it again.`,
  )
}

function encrypted(): XlsxError {
  return new XlsxError(
    'encrypted',
    'Het bestand is versleuteld of een oud .xls-bestand. Sla het in Excel op als .xlsx zonder wachtwoord.',
    'The file is encrypted or an old .xls file. Save it in Excel as .xlsx without a password.',
  )
}

function badRatio(part: string): XlsxError {
  return new XlsxError(
    'ratio',
    `Onderdeel ${part} is meer dan ${ratioMax} keer zo groot als het ingepakt lijkt; zo'n bestand wordt niet geopend. ` +
      'Verwijder lege opgemaakte rijen en sla het opnieuw op.',
    `Part ${part} unpacks to more than ${ratioMax} times its size; such a file is not opened. ` +
      'Remove empty formatted rows and save it again.',
  )
}

function tooLarge(): XlsxError {
  return new XlsxError(
    'too-large',
    'Het bestand is uitgepakt groter dan 100 MB. Splits de werkmap of verwijder wat er niet in hoort.',
    'The file is larger than 100 MB when unpacked. Split the workbook or remove what does not belong in it.',
  )
}

function zip64(): XlsxError {
  return new XlsxError(
    'too-large',
    'Het bestand is opgeslagen als zip64, bedoeld voor meer dan 4 GB. Open het in Excel en sla het opnieuw op.',
    'The file is stored as zip64, meant for more than 4 GB. Open it in Excel and save it again.',
  )
}

function tooManyParts(count: number): XlsxError {
  return new XlsxError(
    'too-many-parts',
    `Het bestand heeft ${count} onderdelen; het maximum is ${entriesMax}. Verwijder afbeeldingen en overtollige bladen.`,
    `The file has ${count} parts; at most ${entriesMax} are read. Remove pictures and superfluous sheets.`,
  )
}
