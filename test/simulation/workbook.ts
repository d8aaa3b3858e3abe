/**
 * A workbook in the cloud with its co-authors: every cell is last-writer-wins in the order in which the cloud receives
 * it, every instance sees changes later than the cloud, and a group of writes can arrive in part.
 */
import { fieldValue } from '#shared/model/index.ts'
import { type Decisions, noDecisions, parseToken, type Replica } from '#shared/sync/index.ts'
import type { Clock } from './clock.ts'
import { replicaOf } from './hidden-sheet.ts'
import type { Random } from './random.ts'
import {
  type CellValue,
  type CellWrite,
  type ReadRow,
  rowsOf,
  shownFields,
  simulatedTables,
  tableOfKey,
} from './sheet-rows.ts'

interface Operation extends CellWrite {
  readonly by: Instance
  isDropped: boolean
}

export interface WorkbookFile {
  readonly workbookId: string
  readonly cells: ReadonlyMap<string, CellValue>
  readonly shown: ReadonlyMap<string, ReadonlySet<CellValue>>
}

const undoDepth = 12
const cloudDelay = 6
const peerDelay = 8

export class Workbook {
  readonly workbookId: string
  readonly instances: Instance[] = []
  cells: Map<string, CellValue>
  /** What anybody saw in this file or the ones it was copied from, by `key/field` and `id/field`; `id/key`: where. */
  readonly shown: Map<string, Set<CellValue>>
  readonly savedVersions: WorkbookFile[] = []
  private readonly clock: Clock
  private readonly random: Random

  constructor(file: WorkbookFile, clock: Clock, random: Random) {
    this.workbookId = file.workbookId
    this.cells = new Map(file.cells)
    this.shown = new Map([...file.shown].map(([key, values]) => [key, new Set(values)]))
    this.clock = clock
    this.random = random
  }

  toFile(): WorkbookFile {
    const shown = new Map([...this.shown].map(([key, values]) => [key, new Set(values)]))
    return { workbookId: this.workbookId, cells: new Map(this.cells), shown }
  }

  /** Somebody puts an old version of the file back: whatever was under way in the instances is gone. */
  putBack(file: WorkbookFile): void {
    this.cells = new Map(file.cells)
    for (const instance of this.instances) instance.reload(this.cells)
  }

  receive(operation: Operation): void {
    if (operation.isDropped) return
    applyTo(this.cells, operation)
    for (const instance of this.instances)
      this.clock.after(instance === operation.by ? 0 : this.random.below(peerDelay), instance.inbox(operation))
  }

  /** As the file in the cloud has them, which may lag behind what an instance shows. */
  cloudRows(): readonly ReadRow[] {
    return rowsOf(this.cells)
  }

  /** `place` is a row's id, or its key in the grid. */
  show(place: string, field: string, value: CellValue): void {
    const at = `${place}/${field}`
    this.shown.set(at, (this.shown.get(at) ?? new Set()).add(value ?? null))
  }

  /** Counts what was shown as this id, and what was ever shown in a row that carried the id at some time. */
  wasShown(id: string, field: string, value: CellValue): boolean {
    const places = [id, ...(this.shown.get(`${id}/key`) ?? [])]
    return places.some((place) => this.shown.get(`${place}/${field}`)?.has(value ?? null))
  }

  noteShown(rows: readonly ReadRow[]): void {
    for (const { key, row, token, unreadable } of rows) {
      const id = parseToken(token)?.id
      if (id !== undefined) this.show(id, 'key', key)
      for (const field of shownFields[tableOfKey(key)])
        if (!unreadable.includes(field)) this.show(key, field, fieldValue(row, field))
    }
  }
}

/** One person's Excel with the add-in. */
export class Instance {
  readonly name: string
  readonly workbook: Workbook
  decisions: Decisions = noDecisions
  /** Push under way. */
  busy: string | undefined
  /** Raised by a crash: answers to earlier pushes find nobody. */
  life = 0
  /** A filter hides the rows of this table, all or every other one, from a reading. */
  filter: { readonly table: string; readonly hidesAll: boolean } | undefined
  undoGroups: (readonly CellWrite[])[] = []
  private base: Map<string, CellValue>
  private pending: Operation[] = []
  private queue: (() => void)[] = []
  private cloudAt = 0
  private cachedView: Map<string, CellValue> | undefined
  private cachedRows: readonly ReadRow[] | undefined
  private readonly clock: Clock
  private readonly random: Random

  constructor(name: string, workbook: Workbook, clock: Clock, random: Random) {
    this.name = name
    this.workbook = workbook
    this.base = new Map(workbook.cells)
    this.clock = clock
    this.random = random
  }

  /** The next change from the cloud; changes arrive in the cloud's order. */
  inbox(operation: Operation): () => void {
    this.queue.push(() => {
      applyTo(this.base, operation)
      if (operation.by === this) this.pending = this.pending.filter((own) => own !== operation)
      this.changed([operation.cell])
    })
    return () => this.queue.shift()?.()
  }

  reload(cells: ReadonlyMap<string, CellValue>): void {
    for (const operation of this.pending) operation.isDropped = true
    this.base = new Map(cells)
    this.pending = []
    this.queue = []
    this.undoGroups = []
    this.crash()
    this.changed([...cells.keys()])
  }

  crash(): void {
    this.busy = undefined
    this.life++
    this.decisions = noDecisions
  }

  /** Writes cells; as one undo group unless it is itself an undo or a token write. */
  write(writes: readonly CellWrite[], isUndoable = true): void {
    const view = this.view()
    if (isUndoable) {
      this.undoGroups.push(writes.map(({ cell }) => ({ cell, value: view.get(cell) })).toReversed())
      if (this.undoGroups.length > undoDepth) this.undoGroups.shift()
    }
    for (const write of writes) {
      const operation: Operation = { ...write, by: this, isDropped: false }
      this.pending.push(operation)
      this.cloudAt = Math.max(this.cloudAt, this.clock.now + this.random.below(cloudDelay))
      this.clock.after(this.cloudAt - this.clock.now, () => this.workbook.receive(operation))
    }
    this.changed(writes.map(({ cell }) => cell))
  }

  undo(): void {
    const group = this.undoGroups.pop()
    if (group !== undefined) this.write(group, false)
  }

  /** Every row, hidden ones included, in the order of the sheet. */
  rows(): readonly ReadRow[] {
    if (this.cachedRows !== undefined) return this.cachedRows
    this.cachedRows = rowsOf(this.view())
    return this.cachedRows
  }

  row(key: string): ReadRow | undefined {
    return this.rows().find((row) => row.key === key)
  }

  /** What the add-in reads: a filter can hide rows from it. */
  reading(): { readonly rows: readonly ReadRow[]; readonly completeTables: ReadonlySet<ReadRow['row']['table']> } {
    const { filter } = this
    const isHidden = ({ key, row }: ReadRow) =>
      row.table === filter?.table && (filter.hidesAll || Number.parseInt(key.slice(1), 10) % 2 === 0)
    return {
      rows: this.rows().filter((row) => !isHidden(row)),
      completeTables: new Set(simulatedTables.filter((table) => table !== filter?.table)),
    }
  }

  cell(name: string): CellValue {
    return this.view().get(name)
  }

  replica(): Replica {
    return replicaOf(this.view())
  }

  private view(): ReadonlyMap<string, CellValue> {
    if (this.cachedView !== undefined) return this.cachedView
    if (this.pending.length === 0) return this.base
    this.cachedView = new Map(this.base)
    for (const operation of this.pending) applyTo(this.cachedView, operation)
    return this.cachedView
  }

  private changed(cells: readonly string[]): void {
    this.cachedView = undefined
    this.cachedRows = undefined
    const keys = new Set(cells.map((cell) => cell.split(':')[0]))
    this.workbook.noteShown(this.rows().filter(({ key }) => keys.has(key)))
  }
}

function applyTo(cells: Map<string, CellValue>, { cell, value }: CellWrite): void {
  if (value === undefined) cells.delete(cell)
  else cells.set(cell, value)
}
