import type { WireQuery } from '../host/wire.ts'
import { invalidArgument } from './client-error.ts'

type Option = Readonly<Record<string, unknown>>

/** What `load` takes: names in one text, a list, `{ select, expand, top, skip }`, or an object of trues. */
export function parseLoad(option: unknown): WireQuery {
  if (option === undefined || option === null) return {}
  if (typeof option === 'string') return { Select: namesIn(option) }
  if (Array.isArray(option)) return { Select: option.map(String) }
  if (typeof option !== 'object') throw invalidArgument('option')
  const facts = option as Option
  return isPaging(facts) ? parsePaging(facts) : parseTrues(facts)
}

const isPaging = (facts: Option) =>
  ['select', 'expand'].some((name) => typeof facts[name] === 'string' || Array.isArray(facts[name])) ||
  ['top', 'skip'].some((name) => typeof facts[name] === 'number') ||
  Object.keys(facts).length === 0

function parsePaging({ select, expand, top, skip }: Option): WireQuery {
  return {
    ...(select === undefined ? {} : { Select: listOf(select) }),
    ...(expand === undefined ? {} : { Expand: listOf(expand) }),
    ...(typeof top === 'number' ? { Top: top } : {}),
    ...(typeof skip === 'number' ? { Skip: skip } : {}),
  }
}

const listOf = (names: unknown): readonly string[] =>
  Array.isArray(names) ? names.map(String) : namesIn(typeof names === 'string' ? names : '')

function parseTrues(facts: Option): WireQuery {
  const { $top: top, $skip: skip } = facts
  return {
    Select: pathsIn(facts, ''),
    ...(typeof top === 'number' ? { Top: top } : {}),
    ...(typeof skip === 'number' ? { Skip: skip } : {}),
  }
}

function pathsIn(facts: Option, prefix: string): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (name === '$top' || name === '$skip') return []
    const path = `${prefix}${name === '$all' ? '*' : name}`
    if (typeof value === 'boolean') return value ? [path] : []
    if (typeof value !== 'object' || value === null) throw invalidArgument(`option.${path.replaceAll('/', '.')}`)
    return pathsIn(value as Option, `${path}/`)
  })
}

/** `items/name, count`: the word items is left out, alone it stands for everything. */
const namesIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) =>
      /^items\/?$/i.test(name) ? '*' : name.replace(/^items[/.]/i, '').replaceAll(/[/.]items[/.]/gi, '/'),
    )
