/** Steps: what is done together, undone together and told together. */
import type { Book, BookChange, Box, Source } from './book.ts'
import { boxesOfCells, boxWithout, keysOfBox } from './box.ts'
import type { Calculation } from './calculation/calculation.ts'
import type { Edited, Edits, Exchange } from './edits.ts'

/** As many as Excel keeps. */
const stepsMax = 100

/** What one undo takes back. */
interface Step {
  readonly exchanges: readonly Exchange[]
  readonly group: string | undefined
}

export interface Transactions extends Pick<Book, 'transact' | 'undo' | 'redo' | 'subscribe'> {
  readonly source: () => Source
  readonly onEdited: (edited: Edited | null) => void
  readonly onSelected: () => void
}

export function createTransactions(edits: () => Edits, calculation: () => Calculation): Transactions {
  const listeners = new Set<(change: BookChange) => void>()
  let undoable: Step[] = []
  let redoable: Step[] = []
  let depth = 0
  let source: Source = 'addin'
  let edited: Edited[] = []
  let isStructural = false
  let isSelection = false
  const untold: BookChange[] = []
  let isTelling = false

  const tell = () => {
    const own = together(edited)
    const change = { source, edited: own, recalculated: recalculatedOf(calculation(), own), isStructural, isSelection }
    edited = []
    isStructural = false
    isSelection = false
    if (change.edited.length + change.recalculated.length > 0 || change.isStructural || change.isSelection)
      untold.push(change)
    if (isTelling) return
    isTelling = true
    try {
      for (let next = untold.shift(); next !== undefined; next = untold.shift()) {
        for (const listener of listeners) listener(next)
      }
    } finally {
      isTelling = false
    }
  }

  const keep = (group: string | undefined) => {
    const exchanges = edits().take()
    if (source === 'file') {
      undoable = []
      redoable = []
    } else if (source !== 'calculation' && exchanges.length > 0) {
      const last = undoable.at(-1)
      const isSameGroup = group !== undefined && last?.group === group && redoable.length === 0
      undoable = isSameGroup
        ? [...undoable.slice(0, -1), { group, exchanges: [...last.exchanges, ...exchanges] }]
        : [...undoable.slice(1 - stepsMax), { group, exchanges }]
      redoable = []
    }
  }

  /** Runs the outermost action and calculates when it is done; listeners hear of it, unless it failed. */
  const outermost = <T>(by: Source, group: string | undefined, action: () => T): T => {
    source = by
    depth = 1
    try {
      return action()
    } catch (error) {
      edited = []
      isStructural = false
      throw error
    } finally {
      try {
        keep(group)
        calculation().calculate()
        calculation().forgetRemoved()
      } finally {
        depth = 0
      }
      tell()
    }
  }

  const guarded = <T>(action: () => T): T => {
    const before = edits().length()
    try {
      return action()
    } catch (error) {
      edits().rollBack(before)
      throw error
    }
  }

  const exchange = (from: Step[], to: Step[], isBack: boolean): boolean => {
    const step = depth > 0 ? undefined : from.pop()
    if (step === undefined) return false
    outermost('person', undefined, () => {
      for (const each of isBack ? step.exchanges.toReversed() : step.exchanges) each()
      to.push(step)
    })
    return true
  }

  return {
    transact: (by, action, group) => (depth > 0 ? guarded(action) : outermost(by, group, () => guarded(action))),
    undo: () => exchange(undoable, redoable, true),
    redo: () => exchange(redoable, undoable, false),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    source: () => source,
    onEdited: (change) => {
      if (change === null) isStructural = true
      else edited.push(change)
    },
    onSelected: () => {
      isSelection = true
    },
  }
}

/** Boxes up to this many cells are put together with their neighbours. */
const smallBoxMax = 64

function isSmall({ rows, columns }: Box): boolean {
  return rows * columns <= smallBoxMax
}

/** Few boxes for many edits: a step may write thousands of cells one by one. */
function together(edited: readonly Edited[]): readonly Edited[] {
  return [...new Set(edited.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const boxes = edited.filter((place) => place.sheet === sheet).map(({ box }) => box)
    const large = boxes
      .filter((box) => !isSmall(box))
      .reduce<readonly Box[]>((kept, box) => [...kept.flatMap((other) => boxWithout(other, box)), box], [])
    const small = boxesOfCells(new Set(boxes.filter(isSmall).flatMap((box) => [...keysOfBox(box)])))
    return [...large, ...withoutBoxes(small, large)].map((box) => ({ sheet, box }))
  })
}

/** Edited cells have a new value too, whether a formula stands in them or not. */
function recalculatedOf(calculation: Calculation, edited: readonly Edited[]): readonly Edited[] {
  const computed = [...calculation.takeComputed()].flatMap(([sheet, keys]) => {
    const own = edited.filter((place) => place.sheet === sheet).map(({ box }) => box)
    return withoutBoxes(boxesOfCells(keys), own).map((box) => ({ sheet, box }))
  })
  return [...edited, ...computed]
}

function withoutBoxes(boxes: readonly Box[], holes: readonly Box[]): readonly Box[] {
  return holes.reduce<readonly Box[]>((left, hole) => left.flatMap((box) => boxWithout(box, hole)), boxes)
}
