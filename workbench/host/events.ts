import type { Book, BookChange, Box } from '../book/book.ts'
import { addressOfBox } from '../book/address.ts'
import { sharedBox } from '../book/box.ts'
import { eventTypes, messageCategories, type WireEntry, workbookTarget } from './wire.ts'

/** Which changes a client asked to hear: those of all worksheets, of one worksheet, or of one table. */
export class EventTargets {
  /** False: the client hears nothing at all, as with `runtime.enableEvents`. */
  isEnabled = true
  readonly #targets = new Set<string>()

  add(family: 'worksheet' | 'table', target: string) {
    this.#targets.add(`${family} ${target}`)
  }

  remove(family: 'worksheet' | 'table', target: string) {
    this.#targets.delete(`${family} ${target}`)
  }

  has(family: 'worksheet' | 'table', target: string): boolean {
    return this.isEnabled && this.#targets.has(`${family} ${target}`)
  }
}

/** The events of one change of the book, for those who asked. Computing and opening a file are no changes by anyone. */
export function entriesOf(book: Book, change: BookChange, targets: EventTargets): readonly WireEntry[] {
  if (change.source === 'calculation' || change.source === 'file') return []
  return change.edited.flatMap(({ sheet, box }) => [
    ...[workbookTarget, sheet]
      .filter((target) => targets.has('worksheet', target))
      .map((target) => entry(eventTypes.worksheetChanged, target, facts(change, sheet, box))),
    ...book
      .tables()
      .filter((table) => table.sheet === sheet && targets.has('table', table.id))
      .flatMap((table) => {
        const touched = sharedBox(table.box, box)
        if (touched === null) return []
        return [entry(eventTypes.tableChanged, table.id, { ...facts(change, sheet, touched), tableId: table.id })]
      }),
  ])
}

const facts = (change: BookChange, sheet: string, box: Box) => ({
  address: addressOfBox(box),
  changeType: 'RangeEdited',
  shiftDirection: 'None',
  source: change.source === 'remote' ? 'Remote' : 'Local',
  triggerSource: change.source === 'addin' ? 'ThisLocalAddin' : 'Unknown',
  worksheetId: sheet,
})

const entry = (messageType: number, targetId: string, message: object): WireEntry => ({
  messageCategory: messageCategories.event,
  messageType,
  targetId,
  message: JSON.stringify(message),
})
