/** Decides on one step in the life of a budget, from everything that was read about it. */
import type { BudgetState, Finding, FindingText } from '#shared/model/index.ts'
import { type AdoptionFacts, checkAdoption, checkTransition } from '#shared/rules/index.ts'
import {
  type Actor,
  isInTable,
  isOwnApproval,
  stateAfter,
  type SubmissionStatus,
  statusAfter,
  type TransitionName,
  transitions,
} from './transitions.ts'

export interface Attempt {
  readonly transition: TransitionName
  readonly state: BudgetState
  /** The state before the budget was held; null when it is not held. */
  readonly heldFrom: BudgetState | null
  readonly actor: Actor
  readonly remark: string | null
  /** Outcome of the decision that is named, or, of a held budget, of the one that held it; null: none is named. */
  readonly decision: { readonly number: string; readonly outcome: string | null } | null
  /** Of the version that an amendment amends; null of what is no amendment. */
  readonly amends: { readonly version: string; readonly state: BudgetState } | null
  /** What the step is held to, with waivers: submitting to the own rows, approval to what is said across areas. */
  readonly findings: readonly Finding[]
  /** Null for every step but adoption. */
  readonly adoption: AdoptionFacts | null
}

export type StepOutcome =
  | { readonly kind: 'moves'; readonly state: BudgetState; readonly status: SubmissionStatus }
  | {
      readonly kind: 'refused'
      /** `person`: somebody else may. `request`: it lacks something. `state`: not as things stand. */
      readonly why: 'person' | 'request' | 'state'
      readonly text: FindingText
      readonly findings: readonly Finding[]
    }

/** The new state, or the first thing that stands in the way. */
export function decide(attempt: Attempt): StepOutcome {
  const state = stateAfter(attempt.transition, attempt.heldFrom)
  return (
    refusedByTable(attempt, state) ??
    refusedByRequest(attempt) ??
    refusedByDecision(attempt) ??
    refusedByFindings(attempt, state) ?? { kind: 'moves', state, status: statusAfter(attempt.transition, state) }
  )
}

type Refusal = Extract<StepOutcome, { kind: 'refused' }> | undefined

function refusedByTable({ transition, state, actor }: Attempt, to: BudgetState): Refusal {
  const findings = checkTransition({
    from: state,
    to,
    role: actor.role,
    isAllowed: isInTable(transition, state, actor),
    isOwnApproval: isOwnApproval(transition, actor),
    blockingErrors: 0,
  })
  const [first] = findings
  if (first === undefined) return undefined
  // The same person could from another state: then it is the state that stands in the way.
  const isPerson = !transitions[transition].from.some((from) => isInTable(transition, from, actor))
  const isFourEyes = isOwnApproval(transition, actor)
  return { kind: 'refused', why: isPerson || isFourEyes ? 'person' : 'state', text: first.message, findings }
}

function refusedByRequest({ transition, remark, decision, amends }: Attempt): Refusal {
  const { needs } = transitions[transition]
  if (needs === 'remark' && remark === null) {
    return refused('request', 'Zeg met een opmerking wat er moet veranderen.', 'Say in a remark what must change.')
  }
  if (needs === 'decision' && decision === null) {
    return refused(
      'request',
      'Noem het besluit waarop dit berust; het moet in de lijst van financiën staan.',
      'Name the decision that this rests on; it must be in the list of finance.',
    )
  }
  if (transition !== 'indienen' || amends === null || amends.state === 'vastgesteld') return undefined
  return refused(
    'state',
    `Een wijziging kan pas worden ingediend als ${amends.version} is vastgesteld; die is nu ${amends.state}.`,
    `An amendment can be submitted only when ${amends.version} is adopted; it is now ${amends.state}.`,
  )
}

function refusedByDecision({ transition, decision }: Attempt): Refusal {
  const isHeld = decision?.outcome === 'aangehouden' || decision?.outcome === 'teruggenomen'
  if (transition === 'aanhouden' && !isHeld) {
    return refused(
      'state',
      `Besluit ${decision?.number} is niet aangehouden of teruggenomen; leg eerst de uitkomst vast.`,
      `Decision ${decision?.number} is not held over or withdrawn; register the outcome first.`,
    )
  }
  if (transition !== 'hervatten' || !isHeld) return undefined
  return refused(
    'state',
    `Besluit ${decision.number} is nog steeds ${decision.outcome}; leg eerst de nieuwe uitkomst vast.`,
    `Decision ${decision.number} is still held over or withdrawn; register the new outcome first.`,
  )
}

/** Warnings are for the reader. An error across areas can be waived; one of the own rows must be solved before submitting. */
function refusedByFindings({ transition, state, actor, findings, adoption }: Attempt, to: BudgetState): Refusal {
  if (transition === 'vaststellen' && adoption !== null) return refusedWith(checkAdoption(adoption))
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (transition === 'goedkeuren') return refusedWith(errors.filter(({ waiver }) => waiver === undefined))
  if (transition !== 'indienen' || errors.length === 0) return undefined
  const counted = checkTransition({
    from: state,
    to,
    role: actor.role,
    isAllowed: true,
    isOwnApproval: false,
    blockingErrors: errors.length,
  })
  return refusedWith([...counted, ...errors])
}

function refusedWith(findings: readonly Finding[]): Refusal {
  const [first] = findings
  return first === undefined ? undefined : { kind: 'refused', why: 'state', text: first.message, findings }
}

function refused(why: 'request' | 'state', nl: string, en: string): Refusal {
  return { kind: 'refused', why, text: { nl, en }, findings: [] }
}
