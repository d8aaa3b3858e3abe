/** Roles of the people of a municipality. What each may do stands in `worker/auth/rights.ts`. */
import * as z from 'zod/mini'
import { areaCodeSchema } from './budget.ts'

export const personRoles = [
  'gebiedscontroller',
  'financien',
  'concerncontroller',
  'opdrachtgever',
  'wethouder',
  'beheer',
  'griffie',
] as const
export type PersonRole = (typeof personRoles)[number]

/** Finance: sees every area, and writes in every area with a reason. */
export const financeRoles: readonly PersonRole[] = ['financien', 'concerncontroller']

/** A person as administration keeps it. */
export const keptPersonSchema = z.strictObject({
  /** Object id in the directory of the municipality. */
  oid: z.uuid(),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  role: z.enum(personRoles),
  /** Areas that this person controls, serves or reads as its own. */
  areas: z.array(areaCodeSchema).check(z.maxLength(500)),
})
export type KeptPerson = z.infer<typeof keptPersonSchema>
