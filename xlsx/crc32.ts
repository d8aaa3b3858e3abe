/** Tables for four bytes a step: three times as fast as a byte a step, and every part that is read is checked. */
const [table0, table1, table2, table3] = crcTables()

/** The checksum that zip keeps of each part (ISO 3309), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  const wholeSteps = bytes.length & ~3
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let crc = -1
  for (let at = 0; at < wholeSteps; at += 4) {
    crc ^= view.getInt32(at, true)
    crc =
      (table3[crc & 255] ?? 0) ^
      (table2[(crc >>> 8) & 255] ?? 0) ^
      (table1[(crc >>> 16) & 255] ?? 0) ^
      (table0[crc >>> 24] ?? 0)
  }
  for (let at = wholeSteps; at < bytes.length; at++) {
    crc = (table0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}

function crcTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => crcOfByte(byte))
  const next = (table: Int32Array) => table.map((crc) => (crc >>> 8) ^ (first[crc & 255] ?? 0))
  const second = next(first)
  const third = next(second)
  return [first, second, third, next(third)]
}

function crcOfByte(byte: number): number {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
}
