/** A step of a submitted budget: returned, approved, adopted, withdrawn, held and so on. */
import { type Attempt, decide, type NamedDecision, type TransitionName } from '#shared/lifecycle/index.ts'
import { type AdoptionFacts, releasedCents } from '#shared/rules/index.ts'
import { untilStored } from '../retry.ts'
import { loadLinesOfOtherAreas } from '../store/area-facts.ts'
import { checksumOf, loadBudgetRows } from '../store/budget-rows.ts'
import { append } from './append.ts'
import { findSubmission } from './find-submission.ts'
import { actorOf, heldBy } from './life-of.ts'
import { loadNamedDecision } from './named-decision.ts'
import { cannot, notNewest, refusal } from './refusals.ts'
import { type Asking, heldFrom, type Standing } from './standing.ts'
import { loadWaivedCrossFindings } from './waived-cross-findings.ts'

export interface StepInput {
  readonly areaCode: string
  readonly submissionId: string
  readonly transition: TransitionName
  readonly remark: string | null
  readonly decisionNumber: string | null
}

/** The standing from which the step was taken. Throws Problem with the findings that stand in the way. */
export async function takeStep(asking: Asking, input: StepInput): Promise<Standing> {
  if (input.transition === 'indienen') {
    throw cannot('Indienen maakt een nieuwe indiening.', 'Submitting makes a new submission.')
  }
  return untilStored(input.areaCode, asking.jitter, () => tryOnce(asking, input))
}

async function tryOnce(asking: Asking, input: StepInput): Promise<Standing | 'moved'> {
  const { db, person } = asking
  const { transition, remark } = input
  const { standing, submission } = await findSubmission(db, input.areaCode, input.submissionId)
  const { key, state } = standing
  if (standing.submissions[0] !== submission) throw notNewest(submission.event.body.number)
  const actor = actorOf(person, key.areaCode, submission)
  // A held budget goes on when the decision that held it did, whatever the request names.
  const number = transition === 'hervatten' ? heldBy(submission)?.body.decision?.nummer : input.decisionNumber
  const decision = await loadNamedDecision(db, key.year, number ?? null)
  const outcome = decide({
    transition,
    state,
    heldFrom: heldFrom(standing),
    actor,
    remark,
    decision: decision && { number: decision.nummer, outcome: decision.uitkomst },
    amends: null,
    ...(await lookAround(db, standing, transition, decision)),
  })
  if (outcome.kind === 'refused') throw refusal(outcome)
  const body = { transition, from: state, to: outcome.state, role: person.role, remark, decision }
  const stored = await append(asking, standing, {
    content: { kind: 'overgang', body },
    about: submission.event.id,
    state: outcome.state,
    notSubmitterOf: transition === 'goedkeuren' ? submission.event.id : undefined,
    looksAround: transition === 'goedkeuren' || transition === 'vaststellen',
  })
  return stored === 'moved' ? 'moved' : standing
}

/** What approval and adoption are held to beyond the budget itself. */
async function lookAround(
  db: D1Database,
  standing: Standing,
  transition: TransitionName,
  decision: NamedDecision | null,
): Promise<Pick<Attempt, 'findings' | 'adoption'>> {
  const findings = transition === 'goedkeuren' ? await loadWaivedCrossFindings(db, standing.key) : []
  const isAdoption = transition === 'vaststellen' && decision !== null
  return { findings, adoption: isAdoption ? await adoptionFacts(db, standing, decision) : null }
}

/** A decision that no line names is about the whole budget. */
async function adoptionFacts(db: D1Database, standing: Standing, decision: NamedDecision): Promise<AdoptionFacts> {
  const { key, budgetId, submissions } = standing
  const rows = await loadBudgetRows(db, budgetId)
  const lines = rows.map(({ fields }) => fields).filter((fields) => fields.table === 'begroting')
  const named = [
    ...lines.filter(({ decisionNumber }) => decisionNumber === decision.nummer),
    ...(await loadLinesOfOtherAreas(db, key, [decision.nummer])),
  ]
  const current = await checksumOf(rows)
  return {
    budget: key,
    decision: {
      number: decision.nummer,
      outcome: decision.uitkomst,
      date: decision.datum,
      cents: decision.centen === null ? null : Number(decision.centen),
    },
    askedCents: releasedCents(named.length > 0 ? named : lines),
    checksum: { submitted: submissions[0]?.event.body.checksum ?? current, current },
  }
}
