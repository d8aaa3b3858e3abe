/** What a person chose before sending, as the synchroniser takes it. */
import type { SendChoices } from '../../ports/synchroniser.ts'

/** By row id; a row without a choice stays on the server as it is. */
export type MissingChoices = ReadonlyMap<string, 'delete' | 'return'>

/** A reason of spaces is none. */
export function sendChoices(choices: MissingChoices, reason: string): SendChoices {
  const chosen = (choice: 'delete' | 'return') => [...choices].filter(([, one]) => one === choice).map(([id]) => id)
  const words = reason.trim()
  return {
    deletions: chosen('delete'),
    returns: chosen('return'),
    ...(words === '' ? {} : { reason: words }),
  }
}
