/** Which cells a formula looks at, found from its text alone. */
import type { Box } from '../book.ts'
import { boxAround } from '../box.ts'
import type { Expression } from '../formula/expression.ts'
import { locateRange, locateTable } from '../formula/locate.ts'
import type { Range } from '../formula/operand.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { Position, Surroundings } from '../formula/surroundings.ts'

interface Precedents {
  readonly ranges: readonly Range[]
  /** Changes when a name, a table or a sheet comes to stand for something else. */
  readonly key: string
}

type Places = Pick<Surroundings, 'sheetNamed' | 'tableNamed' | 'tableAround' | 'formulaNamed'>

const nameDepthMax = 32

export function findPrecedents(expression: Expression, position: Position, places: Places): Precedents {
  const ranges: Range[] = []
  const keys: string[] = []
  collect(expression, { position, places, ranges, keys, depth: 0 })
  return { ranges, key: keys.join(' ') }
}

interface Collection {
  readonly position: Position
  readonly places: Places
  readonly ranges: Range[]
  readonly keys: string[]
  readonly depth: number
}

function collect(expression: Expression, collection: Collection): void {
  const { position, places } = collection
  switch (expression.kind) {
    case 'range':
      return add(locateRange(expression, position, places), collection)
    case 'table':
      return add(locateTable(expression, position, places), collection)
    case 'name':
      return collectName(expression.name, collection)
    case 'prefix':
    case 'percent':
    case 'spill':
      return collect(expression.operand, collection)
    case 'binary':
      collect(expression.left, collection)
      collect(expression.right, collection)
      return expression.operator === ':' ? addBetween(collection) : undefined
    case 'call':
      return expression.parameters.forEach((parameter) => parameter && collect(parameter, collection))
    case 'let':
      expression.bindings.forEach(({ value }) => collect(value, collection))
      return collect(expression.body, collection)
    default:
  }
}

function collectName(name: string, collection: Collection): void {
  const { places, depth, keys } = collection
  const formula = places.formulaNamed(name)
  if (formula === undefined) {
    if (places.tableNamed(name) === undefined) return
    return collect({ kind: 'table', table: name, columns: [], sections: [] }, collection)
  }
  keys.push(formula)
  if (depth < nameDepthMax) collect(readFormula(formula), { ...collection, depth: depth + 1 })
}

function add(place: Range | { readonly error: string }, { ranges, keys }: Collection): void {
  if ('error' in place) {
    keys.push(place.error)
    return
  }
  ranges.push(place)
  keys.push(`${place.sheet}:${keyOfBox(place.box)}`)
}

/** `A1:INDEX(B1:B9,3)` ends somewhere within what its two sides name. */
function addBetween({ ranges }: Collection): void {
  const [last] = ranges.slice(-1)
  if (last === undefined) return
  const box = boxAround(ranges.filter(({ sheet }) => sheet === last.sheet).map((range) => range.box))
  if (box !== null) ranges.push({ sheet: last.sheet, box })
}

export function keyOfBox({ row, column, rows, columns }: Box): string {
  return `${row},${column},${rows},${columns}`
}
