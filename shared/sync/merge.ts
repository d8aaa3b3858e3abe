/** Three-way merge of one pushed row with the server's current version, field by field. Source: sync.md, "Merge". */
import {
  type Field,
  type FieldValue,
  fieldName,
  fieldsByTable,
  fieldValue,
  type Row,
  type TableId,
  withFields,
} from '#shared/model/index.ts'
import type { PushedRow } from './protocol.ts'
import type { RowVersion } from './push-plan.ts'
import { stampOf } from './token.ts'

export interface MergeBasis {
  /** Versions of this row, oldest first, from the oldest base that the push names to the current one. */
  readonly versions: readonly RowVersion[]
  readonly current: RowVersion
  readonly workbookId: string
  readonly budgetYear: number
  /** Version of the template that the workbook was read by: an older one says nothing about later fields. */
  readonly template: number
}

export interface FieldConflict {
  /** Outside name of the field. */
  readonly field: string
  /** Undefined when the server has no such version. */
  readonly base: FieldValue | undefined
}

export interface MergedRow {
  /** The server's row with every field that only the workbook changed. */
  readonly fields: Row
  readonly conflicts: readonly FieldConflict[]
}

/** An open conflict does not hold back the row's other fields. Pushed and current row are of the same table. */
export function mergeRow(pushed: PushedRow, basis: MergeBasis): MergedRow {
  const taken: Record<string, FieldValue> = {}
  const conflicts: FieldConflict[] = []
  for (const { id } of fieldsKnownTo(basis.template, basis.current.fields.table)) {
    const name = fieldName(id, basis.budgetYear)
    const merge = mergeField(pushed, basis, id, name)
    if (merge.kind === 'local') taken[id] = fieldValue(pushed.fields, id)
    if (merge.kind === 'conflict') conflicts.push({ field: name, base: merge.base })
  }
  return { fields: withFields(basis.current.fields, taken), conflicts }
}

/** What a row of an older template says, with the server's values in the fields that came later. */
export function withLaterFields(own: Row, server: Row, template: number): Row {
  const known = new Set(fieldsKnownTo(template, server.table))
  const later = fieldsByTable[server.table].filter((field) => !known.has(field))
  return withFields(own, Object.fromEntries(later.map(({ id }) => [id, fieldValue(server, id)])))
}

function fieldsKnownTo(template: number, table: TableId): readonly Field[] {
  return fieldsByTable[table].filter(({ since = 1 }) => since <= template)
}

type FieldMerge =
  | { readonly kind: 'server' }
  | { readonly kind: 'local' }
  | { readonly kind: 'conflict'; readonly base: FieldValue | undefined }

function mergeField(pushed: PushedRow, basis: MergeBasis, id: string, name: string): FieldMerge {
  const local = fieldValue(pushed.fields, id)
  const server = fieldValue(basis.current.fields, id)
  if (local === server) return { kind: 'server' }
  if (pushed.resolve?.[name] === stampOf(basis.current)) return { kind: 'local' }
  const stamp = pushed.pend[name] ?? stampOf(pushed)
  const at = basis.versions.findIndex((version) => stampOf(version) === stamp)
  const baseVersion = basis.versions[at]
  const base = baseVersion === undefined ? undefined : fieldValue(baseVersion.fields, id)
  if (baseVersion !== undefined && local === base) return { kind: 'server' }
  // A row's first push is based on "nothing", so every version counts; an unknown base vouches for none of them.
  const isFirstPush = pushed.rev === 0 && pushed.pend[name] === undefined
  if ((baseVersion !== undefined || isFirstPush) && hasLanded(basis, id, local, at)) return { kind: 'server' }
  if (baseVersion !== undefined && server === base) return { kind: 'local' }
  return { kind: 'conflict', base }
}

/**
 * This workbook's own edit had reached the server after the base, its answer was lost, and another value has replaced it
 * since. Then the server's value is the newer one, also when it is the base's value again.
 */
function hasLanded(basis: MergeBasis, id: string, local: FieldValue, baseAt: number): boolean {
  return basis.versions.some((version, at) => {
    if (at <= baseAt || version.workbookId !== basis.workbookId) return false
    const before = basis.versions[at - 1]
    const isIntroduced = before === undefined || fieldValue(before.fields, id) !== local
    return isIntroduced && fieldValue(version.fields, id) === local
  })
}
