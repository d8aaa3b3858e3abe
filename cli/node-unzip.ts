import { crc32, inflateRawSync } from 'node:zlib'
import type { Unzip } from '../xlsx/index.ts'

/** Unpacks with what Node has built in, several times as quick as in JavaScript. Gives up one byte past the size. */
export const nodeUnzip: Unzip = {
  inflate: (packed, sizeBytes) =>
    inflateRawSync(packed, { maxOutputLength: sizeBytes + 1, chunkSize: Math.max(sizeBytes + 1, chunkBytesMin) }),
  crc32: (bytes) => crc32(bytes),
}

/** One piece of memory for the whole part; zlib takes no smaller one. */
const chunkBytesMin = 64
