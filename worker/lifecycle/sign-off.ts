/** The ambtelijk opdrachtgever of an area says of a submission whether he agrees; it stops nobody and is shown to all. */
import type * as z from 'zod/mini'
import type { signOffRequestSchema } from '#shared/lifecycle/index.ts'
import { stateNames } from '#shared/rules/index.ts'
import { noRight } from '../auth/rights.ts'
import { untilStored } from '../retry.ts'
import { append } from './append.ts'
import { findSubmission } from './find-submission.ts'
import { cannot, notNewest } from './refusals.ts'
import type { Asking, Standing } from './standing.ts'

export interface SignOffInput {
  readonly areaCode: string
  readonly submissionId: string
  readonly outcome: z.infer<typeof signOffRequestSchema>['uitkomst']
  readonly remark: string | null
}

/** The standing of the budget. Throws Problem for another person, and when there is nothing to sign. */
export async function signOff(asking: Asking, input: SignOffInput): Promise<Standing> {
  const { role, areas } = asking.person
  if (role !== 'opdrachtgever' || !areas.includes(input.areaCode)) {
    throw noRight(
      `alleen de ambtelijk opdrachtgever van ${input.areaCode} zet een paraaf`,
      `only the official client of ${input.areaCode} signs off`,
    )
  }
  return untilStored(input.areaCode, asking.jitter, () => tryOnce(asking, input))
}

async function tryOnce(asking: Asking, input: SignOffInput): Promise<Standing | 'moved'> {
  const { standing, submission } = await findSubmission(asking.db, input.areaCode, input.submissionId)
  if (standing.submissions[0] !== submission) throw notNewest(submission.event.body.number)
  if (standing.state !== 'ingediend' && standing.state !== 'goedgekeurd') {
    throw cannot(
      `Een paraaf kan bij een ingediende of goedgekeurde begroting; deze is ${stateNames[standing.state].nl}.`,
      `A submitted or approved budget can be signed off; this one is ${stateNames[standing.state].en}.`,
    )
  }
  const body = { outcome: input.outcome, role: asking.person.role, remark: input.remark }
  const stored = await append(asking, standing, { content: { kind: 'paraaf', body }, about: submission.event.id })
  return stored === 'moved' ? 'moved' : standing
}
