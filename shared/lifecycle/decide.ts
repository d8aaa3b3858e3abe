/** Decides on one step in the life of a budget, from everything that was read about it. */
import type { BudgetState, Finding, FindingText, Language } from '#shared/model/index.ts'
import { type AdoptionFacts, checkAdoption, checkTransition, roleNames, stateNames } from '#shared/rules/index.ts'
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
  if (findings.length === 0) return undefined
  if (isOwnApproval(transition, actor)) return { kind: 'refused', why: 'person', text: ownApproval, findings }
  // The same person could from another state: then it is the state that stands in the way.
  const isPerson = !transitions[transition].from.some((from) => isInTable(transition, from, actor))
  return isPerson
    ? { kind: 'refused', why: 'person', text: otherPerson(transition), findings }
    : { kind: 'refused', why: 'state', text: otherState(transition, state), findings }
}

const ownApproval: FindingText = {
  nl: 'Wie indiende, keurt niet goed; laat iemand anders het doen.',
  en: 'Who submitted does not approve; let somebody else do it.',
}

function otherPerson(transition: TransitionName): FindingText {
  const { roles, person } = transitions[transition]
  const who = (language: Language, controller: string, or: string) =>
    roles.map((role) => (role === 'gebiedscontroller' ? controller : roleNames[role][language])).join(` ${or} `)
  const isSubmitter = person === 'submitter'
  return {
    nl: `Dit doet: ${who('nl', isSubmitter ? 'wie indiende' : 'gebiedscontroller van het gebied', 'of')}.`,
    en: `This is done by: ${who('en', isSubmitter ? 'who submitted' : 'area controller of the area', 'or')}.`,
  }
}

function otherState(transition: TransitionName, state: BudgetState): FindingText {
  const from = (language: Language, or: string) =>
    transitions[transition].from.map((one) => stateNames[one][language]).join(` ${or} `)
  return {
    nl: `Dit kan als de begroting ${from('nl', 'of')} is; nu is zij ${stateNames[state].nl}.`,
    en: `This is possible when the budget is ${from('en', 'or')}; it is now ${stateNames[state].en}.`,
  }
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
    `Een wijziging kan pas worden ingediend als ${amends.version} is vastgesteld; die is nu ${stateNames[amends.state].nl}.`,
    `An amendment can be submitted only when ${amends.version} is adopted; it is now ${stateNames[amends.state].en}.`,
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
  if (transition === 'goedkeuren') {
    return refusedWith(
      errors.filter(({ waiver }) => waiver === undefined),
      acrossAreas,
    )
  }
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

const acrossAreas: FindingText = {
  nl: 'Er zijn fouten over gebieden heen. Laat een gebied zijn begroting aanpassen, of aanvaard ze als financiën met een reden.',
  en: 'There are errors across areas. Let an area change its budget, or accept them as finance with a reason.',
}

/** In the words of the first finding, where nothing better is known. */
function refusedWith(findings: readonly Finding[], text = findings[0]?.message): Refusal {
  return findings.length === 0 || text === undefined ? undefined : { kind: 'refused', why: 'state', text, findings }
}

function refused(why: 'request' | 'state', nl: string, en: string): Refusal {
  return { kind: 'refused', why, text: { nl, en }, findings: [] }
}
