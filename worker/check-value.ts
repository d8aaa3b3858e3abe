/** Holding a value to a schema and saying what does not fit, with the limit: the small edition of the library has no texts. */
import type * as z from 'zod/mini'

type Checked<Data> = { readonly kind: 'fits'; readonly data: Data } | ({ readonly kind: 'wrong' } & Fault)

/** What does not fit. `place`: path in the value, '' for the whole. */
export interface Fault {
  readonly place: string
  readonly nl: string
  readonly en: string
}

/** Only the first thing that does not fit. */
export function checkValue<Schema extends z.ZodMiniType>(value: unknown, schema: Schema): Checked<z.output<Schema>> {
  const checked = checkWhole(value, schema)
  if (checked.kind === 'fits') return checked
  return { kind: 'wrong', ...(checked.faults[0] ?? { place: '', ...unclear }) }
}

/** Everything that does not fit. */
export function checkWhole<Schema extends z.ZodMiniType>(
  value: unknown,
  schema: Schema,
):
  | { readonly kind: 'fits'; readonly data: z.output<Schema> }
  | { readonly kind: 'wrong'; readonly faults: readonly Fault[] } {
  const parsed = schema.safeParse(value, { error: () => wordless })
  if (parsed.success) return { kind: 'fits', data: parsed.data }
  const faults = parsed.error.issues.map((issue) => ({
    place: issue.path.map(String).join('.'),
    ...issueText(issue),
  }))
  return { kind: 'wrong', faults }
}

type Issue = z.core.$ZodIssue
type Text = { readonly nl: string; readonly en: string }

/** Stands in for the text of a schema that has none of its own. */
const wordless = '?'
const unclear: Text = { nl: 'dit past niet', en: 'this does not fit' }
const namesCharsMax = 100
// The pattern of a UUID says nothing to who keeps the list of people.
const uuidExample = '0193aaaa-0000-4000-8000-000000000001'

/** Of what people send only the names of unknown fields are repeated, and those cut off. */
function issueText(issue: Issue): Text {
  if (issue.message !== wordless) return { nl: issue.message, en: issue.message }
  switch (issue.code) {
    case 'too_big':
      return {
        nl: `hoogstens ${issue.maximum}${unitOf(issue.origin, 'nl')}`,
        en: `at most ${issue.maximum}${unitOf(issue.origin, 'en')}`,
      }
    case 'too_small':
      return {
        nl: `minstens ${issue.minimum}${unitOf(issue.origin, 'nl')}`,
        en: `at least ${issue.minimum}${unitOf(issue.origin, 'en')}`,
      }
    case 'unrecognized_keys': {
      const names = issue.keys.join(', ').slice(0, namesCharsMax)
      return { nl: `onbekend veld ${names}`, en: `unknown field ${names}` }
    }
    case 'invalid_type':
      return { nl: `verwacht wordt ${issue.expected}`, en: `expected ${issue.expected}` }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { nl: `verwacht wordt ${values}`, en: `expected ${values}` }
    }
    case 'invalid_union': {
      // Of several schemas the first is the usual one; a choice by name has no schema for this name.
      const first = issue.errors[0]?.[0]
      if (first !== undefined) return issueText(first)
      const names = issue.inclusive === false ? [] : (issue.options ?? [])
      return names.length === 0
        ? unclear
        : { nl: `verwacht wordt ${names.join(', ')}`, en: `expected ${names.join(', ')}` }
    }
    case 'invalid_format':
      return issue.format === 'uuid'
        ? { nl: `verwacht wordt een nummer zoals ${uuidExample}`, en: `expected a number like ${uuidExample}` }
        : { nl: `verwacht wordt ${formatOf(issue)}`, en: `expected ${formatOf(issue)}` }
    default:
      return unclear
  }
}

const units: Readonly<Record<string, Text>> = {
  string: { nl: ' tekens', en: ' characters' },
  array: { nl: ' stuks', en: ' items' },
}

function unitOf(origin: string, language: 'nl' | 'en'): string {
  return units[origin]?.[language] ?? ''
}

function formatOf(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  return issue.pattern ?? issue.format
}
