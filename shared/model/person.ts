/** Roles of the people of a municipality. What each may do stands in `worker/auth/rights.ts`, but for what a page shows too. */
import * as z from 'zod/mini'
import { areaCodeSchema } from './budget.ts'
import type { KeptListName } from './reference.ts'

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

/** Areas decide who sees what, so administration keeps them; the clerk of the council registers its decisions. */
export function keepsList(role: PersonRole, list: KeptListName): boolean {
  if (role === 'beheer') return true
  return financeRoles.includes(role) ? list !== 'gebieden' : role === 'griffie' && list === 'besluiten'
}

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
