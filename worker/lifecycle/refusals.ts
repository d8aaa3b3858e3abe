/** What a step in the life of a budget is refused with; nothing was changed then. */
import type { StepOutcome } from '#shared/lifecycle/index.ts'
import { findingMembers, type ProblemStatus, Problem, type ProblemType } from '../problem.ts'

type Refused = Extract<StepOutcome, { kind: 'refused' }>

const kinds: Readonly<Record<Refused['why'], readonly [ProblemStatus, ProblemType]>> = {
  person: [403, 'geen-recht'],
  request: [400, 'ongeldige-invoer'],
  state: [409, 'overgang-kan-niet'],
}

export function refusal({ why, text, findings }: Refused): Problem {
  const [status, type] = kinds[why]
  return new Problem(status, type, text, {}, findingMembers(findings))
}

export function cannot(nl: string, en: string): Problem {
  return new Problem(409, 'overgang-kan-niet', { nl, en })
}

export function noSubmission(id: string): Problem {
  return new Problem(404, 'niet-gevonden', {
    nl: `Indiening ${id} bestaat niet in dit gebied.`,
    en: `Submission ${id} does not exist in this area.`,
  })
}

/** A newer one counts, so that nobody approves what was replaced. */
export function notNewest(number: number): Problem {
  return cannot(
    `Indiening ${number} is niet de laatste van deze begroting; ververs en kies de laatste.`,
    `Submission ${number} is not the last of this budget; refresh and choose the last one.`,
  )
}
