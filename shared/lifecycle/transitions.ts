/** The life of a budget as a table: which transition leads from which state to which, and who may make it. */
import { amendmentNumber, type BudgetState, financeRoles, type PersonRole } from '#shared/model/index.ts'

/** In the words of the field. */
export const transitionNames = [
  'indienen',
  'teruggeven',
  'heropenen',
  'goedkeuren',
  'vaststellen',
  'intrekken',
  'aanhouden',
  'hervatten',
] as const
export type TransitionName = (typeof transitionNames)[number]

/** What a submission can be; `ingetrokken` puts its budget back in concept. */
export const submissionStatuses = [
  'ingediend',
  'teruggegeven',
  'goedgekeurd',
  'vastgesteld',
  'ingetrokken',
  'aangehouden',
] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]

export interface Transition {
  readonly from: readonly BudgetState[]
  /** `earlier`: the state that the budget was in before it was held. */
  readonly to: BudgetState | 'earlier'
  /** What the submission is afterwards, where that is not the budget's state. */
  readonly leaves?: SubmissionStatus
  /** A controller only of an own area; of the other roles the area does not matter. */
  readonly roles: readonly PersonRole[]
  /** `submitter`: a controller only what was submitted by himself. `not-submitter`: nobody what was. */
  readonly person?: 'submitter' | 'not-submitter'
  /** Says what the person must give along. */
  readonly needs?: 'remark' | 'decision'
}

export const transitions: Readonly<Record<TransitionName, Transition>> = {
  indienen: { from: ['concept'], to: 'ingediend', roles: ['gebiedscontroller'] },
  teruggeven: { from: ['ingediend'], to: 'teruggegeven', roles: financeRoles, needs: 'remark' },
  /** The submission stays the one that was returned. */
  heropenen: { from: ['teruggegeven'], to: 'concept', leaves: 'teruggegeven', roles: ['gebiedscontroller'] },
  /** Four eyes: never by who submitted. */
  goedkeuren: { from: ['ingediend'], to: 'goedgekeurd', roles: ['concerncontroller'], person: 'not-submitter' },
  vaststellen: { from: ['goedgekeurd'], to: 'vastgesteld', roles: ['beheer', 'griffie'], needs: 'decision' },
  /** A controller withdraws what was submitted by himself; finance every submission. */
  intrekken: {
    from: ['ingediend', 'goedgekeurd', 'aangehouden'],
    to: 'concept',
    leaves: 'ingetrokken',
    roles: ['gebiedscontroller', ...financeRoles],
    person: 'submitter',
  },
  aanhouden: {
    from: ['ingediend', 'goedgekeurd'],
    to: 'aangehouden',
    roles: [...financeRoles, 'griffie', 'beheer'],
    needs: 'decision',
  },
  hervatten: { from: ['aangehouden'], to: 'earlier', roles: financeRoles },
}

/** Who asks, as far as transitions go by it. */
export interface Actor {
  readonly role: PersonRole
  /** The area is one of the person's own. */
  readonly isOfArea: boolean
  /** The person submitted what it is about. */
  readonly isSubmitter: boolean
}

/** Whether the table has this transition from this state for this person; four eyes are another question. */
export function isInTable(name: TransitionName, state: BudgetState, actor: Actor): boolean {
  const { from, roles, person } = transitions[name]
  if (!from.includes(state) || !roles.includes(actor.role)) return false
  if (actor.role !== 'gebiedscontroller') return true
  return actor.isOfArea && (person !== 'submitter' || actor.isSubmitter)
}

/** Whether it breaks the four eyes. */
export function isOwnApproval(name: TransitionName, actor: Actor): boolean {
  return transitions[name].person === 'not-submitter' && actor.isSubmitter
}

/** What this person may do now, findings aside, in the order of a budget's life. */
export function allowedTransitions(state: BudgetState, actor: Actor): readonly TransitionName[] {
  return transitionNames.filter((name) => isInTable(name, state, actor) && !isOwnApproval(name, actor))
}

/** `heldFrom`: the state before the budget was held; null when it never was. */
export function stateAfter(name: TransitionName, heldFrom: BudgetState | null): BudgetState {
  const { to } = transitions[name]
  return to === 'earlier' ? (heldFrom ?? 'ingediend') : to
}

/** What its submission is after a transition to this state. */
export function statusAfter(name: TransitionName, state: BudgetState): SubmissionStatus {
  return transitions[name].leaves ?? (state === 'concept' ? 'ingetrokken' : state)
}

/** The version that must be adopted before this amendment can be submitted; undefined of what is no amendment. */
export function amendedVersion(version: string): string | undefined {
  const number = amendmentNumber(version)
  if (number === 0) return undefined
  return number === 1 ? 'primitief' : `wijziging-${number - 1}`
}
