import { deflateSync } from 'fflate'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-read.ts'

/** 1 January 1980, the first date that zip knows: equal content gives equal bytes. */
const dosTimeFixed = 0x0021_0000
const versionNeeded = 20
const localBytes = 30
const centralBytes = 46
const endBytes = 22

/** A part ready for the file, packed unless that makes it larger. */
export function packEntry(name: string, bytes: Uint8Array): ZipEntry {
  const deflated = deflateSync(bytes)
  const isSmaller = deflated.length < bytes.length
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    isNameUtf8: true,
    method: isSmaller ? 'deflated' : 'stored',
    packed: isSmaller ? deflated : bytes,
    sizeBytes: bytes.length,
    crc: crc32(bytes),
    dosTime: dosTimeFixed,
  }
}

/** A zip file of these parts, in this order; what was packed already is copied as it is. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const headerBytes = entries.reduce((sum, entry) => sum + localBytes + centralBytes + 2 * entry.nameBytes.length, 0)
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packed.length, 0)
  const bytes = new Uint8Array(headerBytes + packedBytes + endBytes)
  const view = new DataView(bytes.buffer)
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    offsets.push(at)
    view.setUint32(at, 0x04034b50, true)
    writeCommon(view, at + 4, entry)
    bytes.set(entry.nameBytes, at + localBytes)
    bytes.set(entry.packed, at + localBytes + entry.nameBytes.length)
    at += localBytes + entry.nameBytes.length + entry.packed.length
  }
  const directory = at
  entries.forEach((entry, index) => {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, versionNeeded, true)
    writeCommon(view, at + 6, entry)
    view.setUint32(at + 42, offsets[index] ?? 0, true)
    bytes.set(entry.nameBytes, at + centralBytes)
    at += centralBytes + entry.nameBytes.length
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}

/** The 26 bytes that the header of a part and its line in the directory share. */
function writeCommon(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, versionNeeded, true)
  view.setUint16(at + 2, entry.isNameUtf8 ? 0x800 : 0, true)
  view.setUint16(at + 4, entry.method === 'stored' ? 0 : 8, true)
  view.setUint32(at + 6, entry.dosTime, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.packed.length, true)
  view.setUint32(at + 18, entry.sizeBytes, true)
  view.setUint16(at + 22, entry.nameBytes.length, true)
}
