/** What a client asked of the host so far: for tests that hold a budget, and for the list of members in use. */
export class Statistics {
  batches = 0
  requestBytes = 0
  requestBytesMax = 0
  responseBytes = 0
  responseBytesMax = 0
  /** Times that cells were read: values, formulas, texts, types or formats of a range. */
  rangeReads = 0
  rangeWrites = 0
  /** How often each member was touched: `Range.values`. */
  readonly members = new Map<string, number>()
  /** Members that were asked for and that this host does not have. A test asserts that this is empty. */
  readonly missing: string[] = []
  /** Members that were set and that the book does not keep. */
  readonly ignored = new Set<string>()
  /** Touched members after which Excel has nothing left to undo. */
  readonly undoBreaking = new Set<string>()

  request(bytes: number) {
    this.batches += 1
    this.requestBytes += bytes
    this.requestBytesMax = Math.max(this.requestBytesMax, bytes)
  }

  response(bytes: number) {
    this.responseBytes += bytes
    this.responseBytesMax = Math.max(this.responseBytesMax, bytes)
  }

  touched(member: string, kind: 'read' | 'write') {
    this.members.set(member, (this.members.get(member) ?? 0) + 1)
    if (undoBreakers.has(member)) this.undoBreaking.add(member)
    if (!cellMembers.has(member)) return
    if (kind === 'read') this.rangeReads += 1
    else this.rangeWrites += 1
  }
}

const cellMembers = new Set(['Range.values', 'Range.formulas', 'Range.text', 'Range.valueTypes', 'Range.numberFormat'])

/** After Microsoft's page "Undo capabilities with the Excel JavaScript API". */
const undoBreakers = new Set(['WorksheetProtection.protect', 'WorksheetProtection.unprotect', 'Worksheet.delete'])
