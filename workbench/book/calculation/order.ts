/** The order in which formulas are computed: each after those it looks at. */
import type { FormulaCell } from './formula-cell.ts'

/** Cells of one group look at each other in a circle; a group of one that is no circle is the rule. */
export interface Group {
  readonly cells: readonly FormulaCell[]
  readonly isCircular: boolean
}

interface Visit {
  readonly cell: FormulaCell
  readonly index: number
  /** The first cell on the path that is reached from here. */
  low: number
  readonly next: Iterator<FormulaCell>
  looksAtItself: boolean
}

/**
 * All formulas that must be computed when these are: themselves and whatever looks at them, directly or not. This is Tarjan's
 * algorithm for strongly connected components, with its own stack: chains of formulas run to thousands of cells.
 */
export function calculationOrder(
  roots: Iterable<FormulaCell>,
  dependents: (cell: FormulaCell) => Iterable<FormulaCell>,
): readonly Group[] {
  const groups: Group[] = []
  const visited = new Map<FormulaCell, Visit>()
  const grouped = new Set<FormulaCell>()
  const pending: FormulaCell[] = []

  const enter = (cell: FormulaCell): Visit => {
    const visit: Visit = {
      cell,
      index: visited.size,
      low: visited.size,
      next: dependents(cell)[Symbol.iterator](),
      looksAtItself: false,
    }
    visited.set(cell, visit)
    pending.push(cell)
    return visit
  }

  const closeGroup = (visit: Visit) => {
    const cells = pending.splice(pending.lastIndexOf(visit.cell))
    cells.forEach((cell) => grouped.add(cell))
    groups.push({ cells, isCircular: cells.length > 1 || visit.looksAtItself })
  }

  // What is found last comes first in the end: so formulas that are independent are computed in the order of the roots.
  for (const root of [...roots].toReversed()) {
    if (visited.has(root)) continue
    const path = [enter(root)]
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { value: dependent, done } = visit.next.next()
      if (done === true) {
        path.pop()
        const above = path.at(-1)
        if (above !== undefined) above.low = Math.min(above.low, visit.low)
        if (visit.low === visit.index) closeGroup(visit)
        continue
      }
      if (dependent === visit.cell) visit.looksAtItself = true
      const known = visited.get(dependent)
      if (known === undefined) path.push(enter(dependent))
      else if (!grouped.has(dependent)) visit.low = Math.min(visit.low, known.index)
    }
  }
  return groups.toReversed()
}
