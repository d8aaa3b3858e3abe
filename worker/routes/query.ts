/** Reading query parameters and path parts: text in, checked value out, with a problem that names the parameter. */
import type * as z from 'zod/mini'
import { areaCodeSchema, budgetYearMax, budgetYearMin, budgetYearSchema } from '#shared/model/index.ts'
import { checkValue } from '../check-value.ts'
import { Problem } from '../problem.ts'

/** Query parameters as the API description shows them. */
export const yearQuery = {
  in: 'query',
  name: 'jaar',
  required: true,
  description: 'begrotingsjaar',
  schema: { type: 'integer', minimum: budgetYearMin, maximum: budgetYearMax },
} as const

export function textQuery(name: string, description: string) {
  return { in: 'query', name, description, schema: { type: 'string' } } as const
}

/** Throws Problem 400. */
export function areaParameter(value: string): string {
  return parse('gebied', value, areaCodeSchema)
}

/** Throws Problem 400, also when it is missing. */
export function yearParameter(value: string | undefined): number {
  return parse('jaar', value === undefined ? undefined : Number(value), budgetYearSchema)
}

/** Throws Problem 400 that names the parameter and what is expected. */
export function parse<Schema extends z.ZodMiniType>(name: string, value: unknown, schema: Schema): z.output<Schema> {
  const checked = checkValue(value, schema)
  if (checked.kind === 'fits') return checked.data
  throw new Problem(400, 'ongeldige-invoer', {
    nl: `Parameter ${name} klopt niet: ${checked.nl}.`,
    en: `Parameter ${name} is wrong: ${checked.en}.`,
  })
}
