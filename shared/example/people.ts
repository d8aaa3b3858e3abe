/** The people of the example municipality: who signs in at the local issuer and what they may do. */
import type { PersonRole } from '#shared/model/index.ts'

export interface Person {
  /** What `--als` takes. */
  readonly id: string
  readonly name: string
  readonly role: PersonRole
  /** Areas that this person controls, serves or reads as its own; other rights follow from the role. */
  readonly areas: readonly string[]
  /** Object id in the directory; with the tenant it is the identity. */
  readonly oid: string
}

const allAreas = ['HOL', 'SPZ', 'STH', 'SHT', 'STAD', 'CONCERN']
const oid = (n: number) => `0193aaaa-0000-4000-8000-${String(n).padStart(12, '0')}`

export const examplePeople: readonly Person[] = [
  { id: 'controller-hol', name: 'Controller Holtenbroek', role: 'gebiedscontroller', areas: ['HOL'], oid: oid(1) },
  { id: 'controller-spz', name: 'Controller Spoorzone', role: 'gebiedscontroller', areas: ['SPZ'], oid: oid(2) },
  { id: 'controller-sth', name: 'Controller Stadshagen', role: 'gebiedscontroller', areas: ['STH'], oid: oid(3) },
  { id: 'controller-sht', name: 'Controller Stadshart', role: 'gebiedscontroller', areas: ['SHT'], oid: oid(4) },
  { id: 'controller-stad', name: 'Controller Stadsbreed', role: 'gebiedscontroller', areas: ['STAD'], oid: oid(5) },
  { id: 'controller-concern', name: 'Controller Concern', role: 'gebiedscontroller', areas: ['CONCERN'], oid: oid(6) },
  { id: 'financien', name: 'Medewerker financiën', role: 'financien', areas: allAreas, oid: oid(10) },
  { id: 'concerncontroller', name: 'Concerncontroller', role: 'concerncontroller', areas: allAreas, oid: oid(11) },
  { id: 'opdrachtgever', name: 'Ambtelijk opdrachtgever', role: 'opdrachtgever', areas: ['HOL'], oid: oid(12) },
  { id: 'wethouder', name: 'Gebiedswethouder Holtenbroek', role: 'wethouder', areas: ['HOL'], oid: oid(13) },
  { id: 'beheer', name: 'Beheerder', role: 'beheer', areas: allAreas, oid: oid(14) },
  { id: 'griffie', name: 'Griffie', role: 'griffie', areas: [], oid: oid(15) },
]

/** Tenant of the local issuer; a real municipality has its own. */
export const exampleTenantId = '0193bbbb-0000-4000-8000-000000000193'
