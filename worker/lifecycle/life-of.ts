/** What the events of a budget come to: its submissions with what became of them, and the waivers in force. */
import {
  type Actor,
  allowedTransitions,
  type Life,
  statusAfter,
  type Submission,
  type SubmissionStatus,
} from '#shared/lifecycle/index.ts'
import { type BudgetState, type Finding, findingKey, type FindingWaiver } from '#shared/model/index.ts'
import type { Person } from '../auth/rights.ts'
import type { LifeEvent } from '../store/life-events.ts'

type EventOf<Kind extends LifeEvent['kind']> = Extract<LifeEvent, { kind: Kind }>

export interface SubmissionLife {
  readonly event: EventOf<'indiening'>
  readonly status: SubmissionStatus
  /** Oldest first, without the submitting itself. */
  readonly transitions: readonly EventOf<'overgang'>[]
  readonly signOffs: readonly EventOf<'paraaf'>[]
}

/** Newest first. */
export function submissionsOf(events: readonly LifeEvent[]): readonly SubmissionLife[] {
  const about = Map.groupBy(events, (event) => event.about)
  return events
    .filter((event) => event.kind === 'indiening')
    .map((event) => {
      const later = about.get(event.id) ?? []
      const transitions = later.filter((one) => one.kind === 'overgang')
      const last = transitions.at(-1)
      return {
        event,
        status: last === undefined ? 'ingediend' : statusAfter(last.body.transition, last.body.to),
        transitions,
        signOffs: later.filter((one) => one.kind === 'paraaf'),
      }
    })
    .toReversed()
}

/** The transition that held the budget; undefined when it is not held. */
export function heldBy(submission: SubmissionLife | undefined): EventOf<'overgang'> | undefined {
  const last = submission?.transitions.at(-1)
  return last?.body.to === 'aangehouden' ? last : undefined
}

export function actorOf(person: Person, areaCode: string, submission: SubmissionLife | undefined): Actor {
  const by = submission?.event.by
  return {
    role: person.role,
    isOfArea: person.areas.includes(areaCode),
    isSubmitter: by !== undefined && by.tid === person.tid && by.oid === person.oid,
  }
}

export interface Waiver extends FindingWaiver {
  readonly id: string
  readonly key: string
  readonly role: Person['role']
}

/** Not withdrawn, oldest first. */
export function waiversIn(events: readonly LifeEvent[]): readonly Waiver[] {
  const withdrawn = new Set(events.filter(({ kind }) => kind === 'intrekking').map(({ about }) => about))
  return events
    .filter((event) => event.kind === 'ontheffing')
    .filter(({ id }) => !withdrawn.has(id))
    .map(({ id, body: { key, reason, role }, by, at }) => ({ id, key, role, reason, by: by.name, at }))
}

/** Each finding with the waiver of exactly this finding. */
export function withWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  const byKey = new Map(waivers.map((waiver) => [waiver.key, waiver]))
  return findings.map((finding) => {
    const waiver = byKey.get(findingKey(finding))
    if (waiver === undefined) return finding
    const { reason, by, at } = waiver
    return { ...finding, waiver: { reason, by, at } }
  })
}

/** As the routes answer it, for the person who asks. */
export function lifeJson(state: BudgetState, events: readonly LifeEvent[], person: Person, areaCode: string): Life {
  const submissions = submissionsOf(events)
  return {
    staat: state,
    mag: [...allowedTransitions(state, actorOf(person, areaCode, submissions[0]))],
    indieningen: submissions.map(submissionJson),
  }
}

function submissionJson({ event, status, transitions, signOffs }: SubmissionLife): Submission {
  const { id, by, at, body } = event
  return {
    id,
    nummer: body.number,
    status,
    door: by.name,
    op: at,
    opmerking: body.remark,
    controlegetal: body.checksum,
    regels: body.rowCount,
    voorblad: body.cover,
    codesHash: body.codesHash,
    regelsVersie: body.rulesVersion,
    regelsHash: body.rulesHash,
    referentieVersie: body.referenceVersion,
    overgangen: [
      { overgang: 'indienen', door: by.name, rol: body.role, op: at, opmerking: body.remark, besluit: null },
      ...transitions.map((one) => ({
        overgang: one.body.transition,
        door: one.by.name,
        rol: one.body.role,
        op: one.at,
        opmerking: one.body.remark,
        besluit: one.body.decision,
      })),
    ],
    parafen: signOffs.map((one) => ({
      rol: one.body.role,
      door: one.by.name,
      op: one.at,
      uitkomst: one.body.outcome,
      opmerking: one.body.remark,
    })),
  }
}
