/** Roles of the people of a municipality. What each may do stands in `worker/auth/rights.ts`. */

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
