/**
 * What a workbook remembers of the server (the very hidden sheet), and what the person at this instance has decided (in
 * memory: after a restart the questions come back). Neither holds a base value: the server keeps every version.
 */
import type { Row, TableId } from '#shared/model/index.ts'
import type { Head } from './protocol.ts'
import type { Pend } from './token.ts'

/** A row as it stands in the workbook now. A `PlacedRow` of `shared/model` is one. */
export interface SheetRow {
  readonly row: Row
  /** Cannot be read or does not fit the schema: its id is reported, the last server value stays. */
  readonly isHeldBack: boolean
  /** Text of the token cell; null when it is empty. */
  readonly token: string | null
}

/** A row that this workbook has synchronised: enough to recognise it again when its token is lost. */
export interface KnownRow {
  readonly id: string
  readonly table: TableId
  readonly rev: number
  readonly hash: string
  readonly lineNumber: string
  readonly pend: Pend
}

export interface Replica {
  readonly known: ReadonlyMap<string, KnownRow>
  /** The area's head at the last synchronisation; null: never. */
  readonly head: Head | null
}

/** Every stamp is that of the version which the person was shown; the server refuses the decision when it has moved. */
export interface Decisions {
  /** Confirmed deletions. */
  readonly deletions: ReadonlyMap<string, string>
  /** Missing rows to put back into the sheet. */
  readonly returns: ReadonlySet<string>
  /** "Mine": row -> outside name of the field -> stamp. */
  readonly resolves: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Rows deleted elsewhere to bring back, with the tombstone's stamp. */
  readonly revivals: ReadonlyMap<string, string>
  /** New rows that the person says are not the ones whose content they equal. */
  readonly confirmedNew: ReadonlySet<string>
  /** Rows that the server has lost, to be created again. */
  readonly orphans: ReadonlySet<string>
  /** The person has been told that the server was put back to an earlier state. */
  readonly isRecovering: boolean
}

export const noDecisions: Decisions = {
  deletions: new Map(),
  returns: new Set(),
  resolves: new Map(),
  revivals: new Map(),
  confirmedNew: new Set(),
  orphans: new Set(),
  isRecovering: false,
}
