/** The functions of the add-in as `functions.json` describes them, for the help while a formula is typed. */
import * as z from 'zod/mini'
import type { FunctionFacts } from '../grid/formula-help.ts'

const parameterSchema = z.object({
  name: z.string(),
  description: z.optional(z.string()),
  optional: z.optional(z.boolean()),
  repeating: z.optional(z.boolean()),
})
const metadataSchema = z.object({
  functions: z.array(
    z.object({
      name: z.string(),
      description: z.optional(z.string()),
      parameters: z.optional(z.array(parameterSchema)),
    }),
  ),
})

export const functionNamespace = 'GEBIED'

/** Throws for what is no metadata of custom functions. */
export function readFunctionList(json: unknown): readonly FunctionFacts[] {
  return metadataSchema
    .parse(json)
    .functions.map(({ name, description = '', parameters = [] }) => ({
      name: `${functionNamespace}.${name.toUpperCase()}`,
      description,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description ?? '',
        isOptional: parameter.optional ?? false,
        isRepeating: parameter.repeating ?? false,
      })),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}
