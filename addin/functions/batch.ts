/** Which waiting questions go in one request. */
import type { Question } from './question.ts'

export const questionsPerBatchMax = 500
const batchBytesMax = 256_000
/** `{"vragen":[]}`, and for each question its key and a comma. */
const frameBytes = 13
const keyBytes = 40

/** The size of a question in a request. */
export function bytesOf(question: Question): number {
  return new TextEncoder().encode(JSON.stringify(question)).length + keyBytes
}

/**
 * The first of those waiting that fit in `countMax` and the bytes of a request; at least one. What is to travel alone is a
 * request by itself.
 */
export function nextBatch<T extends { readonly bytes: number; readonly isAlone: boolean }>(
  waiting: Iterable<T>,
  countMax: number,
): readonly T[] {
  const batch: T[] = []
  let bytes = frameBytes
  for (const item of waiting) {
    bytes += item.bytes
    if (batch.length > 0 && (item.isAlone || batch.length >= countMax || bytes > batchBytesMax)) break
    batch.push(item)
    if (item.isAlone) break
  }
  return batch
}
