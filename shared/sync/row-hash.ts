/** The content hash of a row: what tells whether its cells still equal the version that they were merged with. */
import { fieldsByTable, fieldValue, type Row } from '#shared/model/index.ts'
import { sha256 } from './sha256.ts'

const hashDigits = 16

/**
 * First 16 hexadecimal digits of the SHA-256 of the canonical JSON: the table and the synchronised fields' values in the
 * order of the template. Computed columns are no fields, so they never make a row look changed. A field that a later
 * template brought counts only when it is filled, so that rows of older workbooks keep their hash. Source: decisions.md 7.
 */
export function rowHash(row: Row): string {
  const known = knownHashes.get(row)
  if (known !== undefined) return known
  const hash = sha256(JSON.stringify(contentOf(row))).slice(0, hashDigits)
  knownHashes.set(row, hash)
  return hash
}

/** A push asks for the hash of a new row three times; rows are values that never change. */
const knownHashes = new WeakMap<Row, string>()

/** The hash of a deletion differs from that of the row's content, so a stamp never names both. */
export function tombstoneHash(row: Row): string {
  return sha256(JSON.stringify([...contentOf(row), 'deleted'])).slice(0, hashDigits)
}

export function isSameContent(a: Row, b: Row): boolean {
  return (
    a.table === b.table && fieldsByTable[a.table].every((field) => fieldValue(a, field.id) === fieldValue(b, field.id))
  )
}

function contentOf(row: Row): readonly (string | number | null)[] {
  const content: (string | number | null)[] = [row.table]
  for (const { id, since } of fieldsByTable[row.table]) {
    const value = fieldValue(row, id)
    if (since === undefined) content.push(value)
    else if (value !== null) content.push(id, value)
  }
  return content
}
