/** Rules about writing rows to the store, judged when somebody pushes. */
import type { BudgetState, Finding, PersonRole } from '#shared/model/index.ts'
import type { Hit, RuleText } from './rule.ts'
import { unplacedFinding } from './unplaced-finding.ts'

export interface WriteFacts {
  readonly role: PersonRole
  readonly state: BudgetState
  /** Who changed the same row since it was read; null: nobody. */
  readonly changedBy: string | null
}

/** Judges an attempt to change rows. */
export interface WriteRule extends RuleText {
  readonly on: 'write'
  check(facts: WriteFacts): Hit | undefined
}

/** From the submission on, in every state but concept: also a returned budget is opened again before it changes. */
const changedAfterSubmitting: WriteRule = {
  id: 'GB-603',
  severity: 'error',
  scope: 'row',
  where: 'server',
  on: 'write',
  check: ({ state }) => (state === 'concept' ? undefined : {}),
  message: {
    nl: 'Regel is gewijzigd na indienen; trek eerst terug.',
    en: 'Line changed after submission; withdraw first.',
  },
}

/** Only where both changed the same field: other fields are merged. */
const changedMeanwhile: WriteRule = {
  id: 'GB-604',
  severity: 'error',
  scope: 'row',
  where: 'server',
  on: 'write',
  check: ({ changedBy }) => (changedBy === null ? undefined : { values: [changedBy] }),
  message: {
    nl: 'Deze regel is ondertussen door {wie} gewijzigd.',
    en: 'This line was changed by {who} in the meantime.',
  },
}

const readerWrites: WriteRule = {
  id: 'GB-907',
  severity: 'error',
  scope: 'row',
  where: 'server',
  on: 'write',
  check: ({ role }) => (role === 'wethouder' ? {} : undefined),
  message: {
    nl: 'Gebiedswethouder heeft alleen leesrecht.',
    en: 'The area alderman has read access only.',
  },
}

export const writeRules: readonly WriteRule[] = [changedAfterSubmitting, changedMeanwhile, readerWrites]

/** Why the rows cannot be written as they are; empty when no rule stands in the way. */
export function checkWrite(facts: WriteFacts): readonly Finding[] {
  return writeRules.flatMap((rule) => {
    const hit = rule.check(facts)
    return hit === undefined ? [] : [unplacedFinding(rule, hit)]
  })
}
