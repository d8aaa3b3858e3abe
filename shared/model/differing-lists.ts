/** Which lists of a workbook's snapshot are no longer what the server keeps. */
import { type KeptListName, keptListNames, keptLists, type Reference } from './reference.ts'

/**
 * Names of the lists whose content differs, in the order of `keptLists`. The version does not count, nor does the order
 * of items or of what stands inside them: a server may sort otherwise than the sheet Codes.
 */
export function differingLists(workbook: Reference, server: Reference): readonly KeptListName[] {
  return keptListNames.filter((name) => {
    const { key } = keptLists[name]
    return comparable(workbook[key]) !== comparable(server[key])
  })
}

/** The same text for the same content: keys in order of the alphabet, and arrays as bags. */
function comparable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(comparable).toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${comparable(inner)}`)
  return `{${fields.toSorted().join()}}`
}
