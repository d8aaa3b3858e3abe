/** Every function of the engine, by its English name. */
import type { FunctionBody, Functions } from '../formula/function-body.ts'
import { aggregates } from './aggregates.ts'
import { arrays } from './arrays.ts'
import { conditional } from './conditional.ts'
import { dates } from './dates.ts'
import { financial } from './financial.ts'
import { information } from './information.ts'
import { logical } from './logical.ts'
import { lookup } from './lookup.ts'
import { math } from './math.ts'
import { text } from './text.ts'

const groups: readonly Functions[] = [
  aggregates,
  arrays,
  conditional,
  dates,
  financial,
  information,
  logical,
  lookup,
  math,
  text,
]

const bodies: ReadonlyMap<string, FunctionBody> = new Map(groups.flatMap((group) => Object.entries(group)))

/** Undefined for a function that the engine does not have. */
export function functionNamed(name: string): FunctionBody | undefined {
  return bodies.get(name)
}

/** The names of all functions of the engine. */
export function functionNames(): readonly string[] {
  return [...bodies.keys()]
}
