/** What a load of people changes in the people that stand, and keeping it. */
import type { D1Database } from '@cloudflare/workers-types'
import { type KeptPerson, keptPersonSchema } from '#shared/model/index.ts'
import { checkWhole, type Fault } from '../check-value.ts'
import { untilKept } from '../retry.ts'
import { loadList } from '../store/kept-lists.ts'
import { commitPeople, loadPeople } from '../store/people.ts'

export interface PersonFault extends Fault {
  /** Position as it was sent, from 0. */
  readonly index: number
}

export interface PlannedPerson {
  readonly before: KeptPerson | null
  readonly after: KeptPerson
  readonly outcome: 'new' | 'changed' | 'unchanged'
}

export interface PeoplePlan {
  /** Empty when there are faults. */
  readonly people: readonly PlannedPerson[]
  readonly faults: readonly PersonFault[]
}

export function planPeople(
  standing: readonly KeptPerson[],
  areaCodes: ReadonlySet<string>,
  sent: readonly unknown[],
): PeoplePlan {
  const before = new Map(standing.map((person) => [person.oid, person]))
  const seen = new Set<string>()
  const people: PlannedPerson[] = []
  const faults: PersonFault[] = []
  for (const [index, value] of sent.entries()) {
    const checked = checkWhole(value, keptPersonSchema)
    if (checked.kind === 'wrong') {
      faults.push(...checked.faults.map((fault) => ({ ...fault, index })))
      continue
    }
    const after = { ...checked.data, areas: [...new Set(checked.data.areas)].sort() }
    faults.push(...unknownAreas(after, areaCodes, index))
    if (seen.has(after.oid)) {
      faults.push({ index, place: 'oid', nl: 'staat twee keer in deze lading', en: 'stands twice in this load' })
    }
    seen.add(after.oid)
    people.push(planPerson(before.get(after.oid) ?? null, after))
  }
  return { people: faults.length > 0 ? [] : people, faults }
}

function planPerson(before: KeptPerson | null, after: KeptPerson): PlannedPerson {
  const isSame = before !== null && isSamePerson(before, after)
  return { before, after, outcome: before === null ? 'new' : isSame ? 'unchanged' : 'changed' }
}

function isSamePerson(one: KeptPerson, other: KeptPerson): boolean {
  return one.name === other.name && one.role === other.role && one.areas.join() === other.areas.join()
}

function unknownAreas(person: KeptPerson, areaCodes: ReadonlySet<string>, index: number): readonly PersonFault[] {
  return person.areas.flatMap((code, i) =>
    areaCodes.has(code)
      ? []
      : [
          {
            index,
            place: `areas.${i}`,
            nl: `${code} staat niet in de lijst gebieden; voeg het daar toe of kies een andere code`,
            en: `${code} is not in the list gebieden; add it there or choose another code`,
          },
        ],
  )
}

export interface KeepPeopleInput {
  readonly db: D1Database
  readonly tid: string
  readonly people: readonly unknown[]
  /** `tenant:object id`. */
  readonly actor: string
  readonly atMs: number
  /** Between 0 and 1. */
  readonly jitter: () => number
  /** Decided, but not written. */
  readonly isTrial: boolean
  /** Throws when what stands is not what was seen. */
  readonly requireSeen: (standing: readonly KeptPerson[]) => Promise<void>
}

/**
 * The plan that was carried out, or is not because it has faults; 'no-administrator': it would leave nobody of
 * administration. Throws Problem 503 when others keep being first.
 */
export async function keepPeople(input: KeepPeopleInput): Promise<PeoplePlan | 'no-administrator'> {
  return untilKept(input.jitter, () => tryOnce(input))
}

async function tryOnce(input: KeepPeopleInput): Promise<PeoplePlan | 'no-administrator' | 'moved'> {
  const { db, tid, actor, atMs } = input
  const [standing, areas] = await Promise.all([loadPeople(db, tid), loadList(db, 'gebieden')])
  await input.requireSeen(standing.people)
  const plan = planPeople(standing.people, new Set(areas.map(({ code }) => code)), input.people)
  if (plan.faults.length === 0 && !hasAdministrator(standing.people, plan)) return 'no-administrator'
  const people = plan.people.filter(({ outcome }) => outcome !== 'unchanged')
  if (input.isTrial || people.length === 0) return plan
  const committed = await commitPeople(db, { tid, people, lastChange: standing.lastChange, actor, atMs })
  return committed === 'kept' ? plan : committed
}

function hasAdministrator(standing: readonly KeptPerson[], { people }: PeoplePlan): boolean {
  const after = new Map([...standing, ...people.map((person) => person.after)].map((person) => [person.oid, person]))
  return [...after.values()].some(({ role }) => role === 'beheer')
}
