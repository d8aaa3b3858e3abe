/** What a person may do (domain: rights). Grants are read at every request, and once more inside the commit. */
import * as z from 'zod/mini'
import { financeRoles, keepsList, type KeptListName, type PersonRole, personRoles } from '#shared/model/index.ts'
import { checkWrite } from '#shared/rules/index.ts'
import { findingMembers, Problem } from '../problem.ts'
import type { Identity } from './verify-token.ts'

export interface Person extends Identity {
  readonly name: string
  readonly role: PersonRole
  readonly areas: readonly string[]
}

const personRecordSchema = z.object({ name: z.string(), role: z.enum(personRoles), areas: z.string() })

/** Throws Problem 403 for a person with a valid token whom this municipality does not know. */
export async function loadPerson(db: D1Database, { tid, oid }: Identity): Promise<Person> {
  const record = await db
    .prepare(
      `SELECT p.name, p.role, (SELECT json_group_array(g.area_code ORDER BY g.area_code) FROM area_grant g
          WHERE g.tid = p.tid AND g.oid = p.oid) AS areas
        FROM person p WHERE p.tid = ?1 AND p.oid = ?2`,
    )
    .bind(tid, oid)
    .first()
  if (record === null) {
    throw noRight(
      'u staat niet op de lijst van deze gemeente; vraag beheer om toegang',
      'you are not on the list of this municipality; ask administration for access',
    )
  }
  const { name, role, areas } = personRecordSchema.parse(record)
  return { tid, oid, name, role, areas: z.array(z.string()).parse(JSON.parse(areas)) }
}

export const isFinance = ({ role }: Person) => financeRoles.includes(role)

/** Rows are read by the area's own people and finance; administration sees all without editing. */
export function mayReadRows(person: Person, areaCode: string): boolean {
  return isFinance(person) || person.role === 'beheer' || person.areas.includes(areaCode)
}

/** Throws Problem 403. */
export function requireReadRows(person: Person, areaCode: string): void {
  if (mayReadRows(person, areaCode)) return
  throw noRight(`u mag de regels van ${areaCode} niet lezen`, `you may not read the rows of ${areaCode}`)
}

/** Throws Problem 403. A write needs the own area, or finance with a reason; the commit tests it once more. */
export function requireWriteRows(person: Person, areaCode: string, reason: string | undefined): void {
  if (isFinance(person)) {
    if (reason !== undefined) return
    throw noRight(
      `financiën wijzigt regels van ${areaCode} alleen met een reden; stuur "reason" mee`,
      `finance changes rows of ${areaCode} only with a reason; send "reason"`,
    )
  }
  if (person.role === 'gebiedscontroller' && person.areas.includes(areaCode)) return
  refuseReader(person)
  throw noRight(`u mag regels van ${areaCode} niet wijzigen`, `you may not change rows of ${areaCode}`)
}

/** Throws Problem 403 with GB-907 for who reads only. */
function refuseReader({ role }: Person): void {
  const [finding] = checkWrite({ role, state: 'concept', changedBy: null })
  if (finding !== undefined) throw new Problem(403, 'geen-recht', finding.message, {}, findingMembers([finding]))
}

/** Throws Problem 403. How far a budget is, and why, is for who reads its rows and for the griffie, which adopts it. */
export function requireReadLife(person: Person, areaCode: string): void {
  if (person.role !== 'griffie') requireReadRows(person, areaCode)
}

/** Throws Problem 403. */
export function requireKeepList({ role }: Person, kind: KeptListName): void {
  if (keepsList(role, kind)) return
  const { nl, en } = keepersOf(kind)
  throw noRight(`de lijst ${kind} wordt door ${nl} bijgehouden`, `the list ${kind} is kept by ${en}`)
}

function keepersOf(kind: KeptListName): { readonly nl: string; readonly en: string } {
  if (kind === 'gebieden') return { nl: 'beheer', en: 'administration' }
  return kind === 'besluiten'
    ? { nl: 'financiën, beheer en griffie', en: 'finance, administration and the clerk' }
    : { nl: 'financiën en beheer', en: 'finance and administration' }
}

/** Throws Problem 403. */
export function requireKeepPeople(person: Person): void {
  if (person.role === 'beheer') return
  throw noRight(
    'mensen en hun gebieden worden door beheer bijgehouden',
    'people and their areas are kept by administration',
  )
}

/** Throws Problem 403. */
export function requireReadLog(person: Person): void {
  if (isFinance(person) || person.role === 'beheer') return
  throw noRight('het logboek is alleen voor financiën en beheer', 'the log is only for finance and administration')
}

export function noRight(nl: string, en: string): Problem {
  return new Problem(403, 'geen-recht', { nl: `Dit mag niet: ${nl}.`, en: `Not allowed: ${en}.` })
}
