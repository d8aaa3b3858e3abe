/**
 * SHA-256 (FIPS 180-4) of text. The row hash must be synchronous and the same in a browser, a Worker and Node, and this
 * folder uses no platform; the crypto of browsers and Workers answers only asynchronously.
 */

/** Round constants: the first 32 bits of the fractions of the cube roots of the first 64 primes. */
const roundConstants = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])

const initialState = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const

const blockBytes = 64
/** The message schedule of one block. One for all calls: hashing never yields, so no two calls share it in time. */
const schedule = new Int32Array(64)

/** SHA-256 of the text's UTF-8, as 64 lower-case hexadecimal digits. A lone surrogate counts as U+FFFD. */
export function sha256(text: string): string {
  const { bytes, length } = paddedUtf8(text)
  const state = new Int32Array(initialState)
  for (let offset = 0; offset < length; offset += blockBytes) addBlock(state, bytes, offset)
  let digest = ''
  for (const word of state) digest += (word >>> 0).toString(16).padStart(8, '0')
  return digest
}

/** How many bytes the text takes in UTF-8; for limits on a body. */
export function utf8Length(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    if (unit < 0x800) length += 1
    else if (isPair(text, at)) {
      length += 2
      at++
    } else length += 2
  }
  return length
}

/** The text's UTF-8, a 1 bit, zeros, and the length in bits as 64 bits, to a whole number of blocks. */
function paddedUtf8(text: string): { bytes: Uint8Array; length: number } {
  // Three bytes for each UTF-16 unit is the most that UTF-8 takes; nine are for the end mark.
  const bytes = new Uint8Array(text.length * 3 + 9 + blockBytes)
  const written = writeUtf8(text, bytes)
  bytes[written] = 0x80
  const length = Math.ceil((written + 9) / blockBytes) * blockBytes
  const bits = written * 8
  for (let byte = 0; byte < 6; byte++) bytes[length - 1 - byte] = Math.floor(bits / 2 ** (8 * byte)) & 0xff
  return { bytes, length }
}

function writeUtf8(text: string, bytes: Uint8Array): number {
  let to = 0
  for (let at = 0; at < text.length; at++) {
    let point = text.charCodeAt(at)
    if (point >= 0xd800 && point < 0xe000) {
      if (isPair(text, at)) point = 0x10000 + ((point - 0xd800) << 10) + (text.charCodeAt(++at) - 0xdc00)
      else point = 0xfffd
    }
    if (point < 0x80) bytes[to++] = point
    else if (point < 0x800) {
      bytes[to++] = 0xc0 | (point >> 6)
      bytes[to++] = 0x80 | (point & 0x3f)
    } else if (point < 0x10000) {
      bytes[to++] = 0xe0 | (point >> 12)
      bytes[to++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[to++] = 0x80 | (point & 0x3f)
    } else {
      bytes[to++] = 0xf0 | (point >> 18)
      bytes[to++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[to++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[to++] = 0x80 | (point & 0x3f)
    }
  }
  return to
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** Indexes stay within the arrays by construction; a check on each would show in the time of every sync. */
function addBlock(state: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let t = 0, at = offset; t < 16; t++, at += 4) {
    schedule[t] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
  }
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15] as number
    const late = schedule[t - 2] as number
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[t] = ((schedule[t - 16] as number) + sigma0 + (schedule[t - 7] as number) + sigma1) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < 64; t++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + sum1 + choice + (roundConstants[t] as number) + (schedule[t] as number)) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + sum0 + majority) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
