/** D1 takes at most 2,000,000 bytes in one bound value; the remote one enforces it, the local one does not. */
export const parameterBytesMax = 1_900_000

const encoder = new TextEncoder()

/** The items as JSON arrays, each below the limit, in order. Throws when one item alone is too large. */
export function jsonParameters(items: readonly unknown[]): readonly string[] {
  const parameters: string[] = []
  let parts: string[] = []
  let bytes = 2
  for (const item of items) {
    const text = JSON.stringify(item)
    const size = encoder.encode(text).length + 1
    if (size > parameterBytesMax) throw new Error(`One item of ${size} bytes does not fit a D1 parameter.`)
    if (bytes + size > parameterBytesMax) {
      parameters.push(`[${parts.join(',')}]`)
      parts = []
      bytes = 2
    }
    parts.push(text)
    bytes += size
  }
  if (parts.length > 0) parameters.push(`[${parts.join(',')}]`)
  return parameters
}
