/** What `functions.json` says of the custom functions of an add-in, as far as a host needs it. */
import * as z from 'zod/mini'

const parameterSchema = z.object({
  name: z.string(),
  /** `number`, `string`, `boolean`; everything else (any, or a list of choices) is passed on as it is. */
  type: z._default(z.string(), 'any'),
  dimensionality: z._default(z.enum(['scalar', 'matrix']), 'scalar'),
  optional: z._default(z.boolean(), false),
  repeating: z._default(z.boolean(), false),
})

const optionsSchema = z.object({
  stream: z._default(z.boolean(), false),
  cancelable: z._default(z.boolean(), false),
  requiresAddress: z._default(z.boolean(), false),
  requiresStreamAddress: z._default(z.boolean(), false),
  requiresParameterAddresses: z._default(z.boolean(), false),
})

const metadataSchema = z.object({
  /** Passes errors in arguments of type any on to the function instead of showing them in the cell. */
  allowErrorForDataTypeAny: z._default(z.boolean(), false),
  functions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      parameters: z.array(parameterSchema),
      options: z._default(optionsSchema, optionsSchema.parse({})),
    }),
  ),
})

export type FunctionParameter = z.infer<typeof parameterSchema>

export interface FunctionFacts {
  readonly id: string
  readonly parameters: readonly FunctionParameter[]
  readonly options: z.infer<typeof optionsSchema>
  readonly allowsErrors: boolean
}

/** The functions of a namespace by their name in a formula, in capitals: `GEBIED.RESTANT`. */
export function readFunctionMetadata(namespace: string, json: unknown): ReadonlyMap<string, FunctionFacts> {
  const { functions, allowErrorForDataTypeAny } = metadataSchema.parse(json)
  return new Map(
    functions.map(({ id, name, parameters, options }) => [
      `${namespace}.${name}`.toUpperCase(),
      { id, parameters, options, allowsErrors: allowErrorForDataTypeAny },
    ]),
  )
}
