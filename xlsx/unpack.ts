import { Inflate, inflateSync } from 'fflate'
import { crc32 } from './crc32.ts'
import { damaged, type ZipEntry } from './zip-read.ts'

/**
 * What a host has to unpack with: ours runs everywhere, Node's own is several times as quick. Neither is trusted further
 * than the directory of the file: size and checksum are compared afterwards.
 */
export interface Unzip {
  /** Throws when the bytes are damaged, and before it holds much more than `sizeBytes`: a header may lie. */
  readonly inflate: (packed: Uint8Array, sizeBytes: number) => Uint8Array
  /** The checksum of ISO 3309, as an unsigned number. */
  readonly crc32: (bytes: Uint8Array) => number
}

export const ownUnzip: Unzip = { inflate, crc32 }

/**
 * Deflate makes at most 1,032 bytes of one. A part up to this size that hides more than its header says costs a second
 * at worst; unpacking it at once is a quarter faster.
 */
const atOnceBytesMax = 512 * 1024
/** Larger parts are unpacked in steps, each of at most 68 MB, so that what a header hides is met early. */
const stepBytes = 64 * 1024

/** The bytes of a part. Its size and checksum must be what the directory said: a header that lies is damage. */
export function unpack({ name, method, packed, sizeBytes, crc }: ZipEntry, unzip: Unzip): Uint8Array {
  try {
    const bytes = method === 'stored' ? packed : unzip.inflate(packed, sizeBytes)
    if (bytes.length === sizeBytes && unzip.crc32(bytes) === crc) return bytes
  } catch {
    // The unpackers have errors of their own for bytes that make no sense, none of which says more than ours.
  }
  throw damaged(name)
}

function inflate(packed: Uint8Array, sizeBytes: number): Uint8Array {
  return packed.length <= atOnceBytesMax ? inflateAtOnce(packed, sizeBytes) : inflateInSteps(packed, sizeBytes)
}

/** fflate writes no further than the room it is given; one byte to spare tells that there was more. */
function inflateAtOnce(packed: Uint8Array, sizeBytes: number): Uint8Array {
  return inflateSync(packed, { out: new Uint8Array(sizeBytes + 1) })
}

function inflateInSteps(packed: Uint8Array, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes)
  let filled = 0
  const inflater = new Inflate((chunk) => {
    // `set` throws when the chunk goes beyond the room that is left.
    bytes.set(chunk, filled)
    filled += chunk.length
  })
  for (let at = 0; at < packed.length; at += stepBytes) {
    const next = at + stepBytes
    inflater.push(packed.subarray(at, next), next >= packed.length)
  }
  return bytes.subarray(0, filled)
}
