/**
 * The batches in which a client of the Excel API talks to its host, as Microsoft's office.js sends them. Names are
 * PascalCase on the wire; `Id` numbers are given out by the client.
 */
export interface WireBatch {
  readonly Actions: readonly WireAction[]
  readonly ObjectPaths: Readonly<Record<string, WireObjectPath>>
}

/** What an object is called: 1 root, 2 new object, 3 method, 4 property, 5 indexer, 6 reference id, 7 null object. */
export interface WireObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: WireArguments
}

export interface WireArguments {
  readonly Arguments?: readonly unknown[]
  /** Beside each argument: the id of the object path that it stands for, or 0. */
  readonly ReferencedObjectPathIds?: readonly unknown[]
}

/** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace, 7 query as JSON, 9 update. */
export interface WireAction {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: WireArguments
  readonly QueryInfo?: WireQuery
  readonly ObjectState?: Readonly<Record<string, unknown>>
}

export interface WireQuery {
  readonly Select?: readonly string[]
  readonly Expand?: readonly string[]
  readonly Top?: number
  readonly Skip?: number
}

export interface WireResult {
  readonly ActionId: number
  readonly Value: unknown
}

export interface WireError {
  readonly Code: string
  readonly Message: string
  /** `Range.values` */
  readonly Location: string
  /** Counts the actions of the batch from zero; -1 when the batch as a whole was refused. */
  readonly ActionIndex: number
  readonly HttpStatusCode: number
}

export interface WireAnswer {
  readonly Results: readonly WireResult[]
  readonly TraceIds: readonly number[]
  readonly Error?: WireError
}

/** A batch as it travels. The answer is the JSON of a `WireAnswer`. */
export interface WireRequest {
  /** JSON of a `WireBatch`. */
  readonly text: string
  /** Bits; see `requestFlags`. */
  readonly flags: number
  /** Batches with the same group are one step for Undo. Only our own client sends it. */
  readonly undoGroup?: string
}

/**
 * Bits that Microsoft's client sends along. `delayForCellEdit` is the option of that name of Excel.run; `functions`
 * marks what the custom functions send, which Excel takes while a person edits a cell. The npm copy of the client
 * does not know `mergeUndoGroup`, so that option has no bit here: it travels as `undoGroup`.
 */
export const requestFlags = { delayForCellEdit: 64, functions: 2176 } as const

/** What a host says unasked: an event, a call of a custom function, or a button that was pressed. */
export interface WireEntry {
  readonly messageCategory: number
  readonly messageType: number
  /** Of what the event is: `Workbook`, the id of a worksheet or table, or empty. */
  readonly targetId: string
  /** JSON. */
  readonly message: string
}

export const messageCategories = { customFunction: 1, action: 2, event: 65_536 } as const

/** Numbers of the events that this host sends. */
export const eventTypes = { worksheetChanged: 10, tableChanged: 101, visibilityChanged: 65_539 } as const

/** Target of the events of a whole collection. */
export const workbookTarget = 'Workbook'
