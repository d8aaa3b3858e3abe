/** The very hidden sheet of a simulated workbook: one cell for each known row, and one for the head. */
import { formatPend, type Head, type KnownRow, parsePend, type Replica } from '#shared/sync/index.ts'
import type { CellValue, CellWrite } from './sheet-rows.ts'

export function replicaOf(view: ReadonlyMap<string, CellValue>): Replica {
  const known = new Map<string, KnownRow>()
  for (const [cell, value] of view) {
    if (!cell.startsWith('known:') || typeof value !== 'string') continue
    const [table = '', rev, hash = '', lineNumber = '', pend = ''] = value.split('~')
    const id = cell.slice('known:'.length)
    const tableId = table === 'begroting' ? 'begroting' : 'dekking'
    known.set(id, { id, table: tableId, rev: Number(rev), hash, lineNumber, pend: parsePend(pend) ?? {} })
  }
  const head = view.get('head')
  return { known, head: typeof head === 'string' ? headOf(head) : null }
}

/** The writes that bring the hidden sheet from one state to another. */
export function replicaWrites(before: Replica, after: Replica): readonly CellWrite[] {
  const ids = new Set([...before.known.keys(), ...after.known.keys()])
  const changed = [...ids].filter((id) => knownText(before.known.get(id)) !== knownText(after.known.get(id)))
  const head = after.head === null ? undefined : `${after.head.seq}~${after.head.hash}`
  return [
    ...changed.map((id) => ({ cell: `known:${id}`, value: knownText(after.known.get(id)) })),
    { cell: 'head', value: head },
  ]
}

function knownText(entry: KnownRow | undefined): string | undefined {
  return entry && [entry.table, entry.rev, entry.hash, entry.lineNumber, formatPend(entry.pend)].join('~')
}

function headOf(text: string): Head {
  const [seq, hash = ''] = text.split('~')
  return { seq: Number(seq), hash }
}
