/** The rule about what was not judged. */
import type { HeldBackRule, Wording } from './rule.ts'

/**
 * Not in the catalogue: a finding must not vanish because another cell of its row became unreadable. Rules over the whole
 * workbook are not named: they say nothing of one row.
 */
const rulesWaiting: HeldBackRule = {
  id: 'GB-119',
  severity: 'info',
  scope: 'row',
  where: 'addin',
  on: 'held-back',
  check({ unreadable }, waiting) {
    const [field] = unreadable
    if (field === undefined || waiting.length === 0) return undefined
    return { field, values: [countOf(waiting.length), waiting.map(({ id }) => id).join(', ')] }
  },
  message: {
    nl: '{controles} tot de cel leesbaar is: {regels}.',
    en: '{checks} until the cell can be read: {rules}.',
  },
}

export const heldBackRules: readonly HeldBackRule[] = [rulesWaiting]

function countOf(count: number): Wording {
  return count === 1
    ? { nl: '1 controle van deze regel wacht', en: '1 check of this row waits' }
    : { nl: `${count} controles van deze regel wachten`, en: `${count} checks of this row wait` }
}
