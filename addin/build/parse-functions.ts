/** Reads the custom functions from their source with Microsoft's tool. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type IEnum, type IFunction, parseTree } from 'custom-functions-metadata'

export interface ParsedFunctions {
  readonly functions: readonly IFunction[]
  readonly enums: readonly IEnum[]
  /** Id and name of the function in the source. */
  readonly associations: readonly (readonly [id: string, functionName: string])[]
}

const folder = path.join(import.meta.dirname, '../functions')
const enumFile = 'choices.ts'

/** Everything that is declared as a custom function. Throws with all errors of the tool, which its command line only prints. */
export function parseFunctions(): ParsedFunctions {
  const files = readdirSync(folder).filter((name) => name.endsWith('-functions.ts') && !name.startsWith('start-'))
  return parseSources(
    files.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })),
    readFileSync(path.join(folder, enumFile), 'utf8'),
  )
}

/**
 * The tool knows an enum only in the file that uses it, and its values only in double quotes: each file is read with the
 * enums behind it, so that lines of errors stay true.
 */
export function parseSources(
  sources: readonly { readonly name: string; readonly text: string }[],
  enumText: string,
): ParsedFunctions {
  const enums = enumText.replace(/^(\s+\w+ = )'([^'"\\]*)'/gm, '$1"$2"')
  const results = sources.map(({ name, text }) => ({ name, ...parseTree(`${text}\n${enums}`, name) }))
  const errors = results.flatMap(({ name, extras }) =>
    extras.flatMap((extra) => extra.errors.map((e) => `${name}: ${e}`)),
  )
  const functions = results.flatMap((result) => result.functions)
  const ids = functions.map(({ id }) => id)
  for (const id of new Set(ids.filter((candidate, i) => ids.indexOf(candidate) !== i)))
    errors.push(`${id} stands twice.`)
  if (errors.length > 0) throw new Error(`The custom functions have errors:\n${errors.join('\n')}`)
  return {
    functions: functions.toSorted((a, b) => a.id.localeCompare(b.id, 'nl')),
    enums: results[0]?.enums ?? [],
    associations: results.flatMap(({ associate }) =>
      associate.map(({ id, functionName }) => [id, functionName] as const),
    ),
  }
}
