/** What a failed request means: what the cell says, and what the batcher does about it. */
import { ServerError, type ServerErrorReason } from '../ports/server.ts'
import { CellFailure, invalid, unavailable } from './cell-failure.ts'

/**
 * `again`: later, all together. `again-in-parts`: later and with fewer questions at a time. `in-parts`: at once, with fewer,
 * since the request itself is at fault. `never`: not by itself.
 */
export type Remedy = 'again' | 'again-in-parts' | 'in-parts' | 'never'

const remedies: Readonly<Record<ServerErrorReason, Remedy>> = {
  offline: 'again',
  'too-busy': 'again',
  'timed-out': 'again-in-parts',
  server: 'again-in-parts',
  'bad-answer': 'again-in-parts',
  'too-large': 'in-parts',
  refused: 'in-parts',
  'sign-in-needed': 'never',
  forbidden: 'never',
}

const failures: Readonly<Record<ServerErrorReason, CellFailure>> = {
  offline: unavailable(
    'Geen verbinding met de server; er wordt vanzelf opnieuw gevraagd.',
    'No connection to the server; it is asked again by itself.',
  ),
  'timed-out': unavailable(
    'De server antwoordt niet op tijd; er wordt vanzelf opnieuw gevraagd.',
    'The server does not answer in time; it is asked again by itself.',
  ),
  'sign-in-needed': unavailable('Niet aangemeld: open het taakvenster.', 'Not signed in: open the task pane.'),
  forbidden: unavailable('U heeft geen recht op deze gegevens.', 'You have no right to these data.'),
  refused: invalid('De server wijst deze vraag af.', 'The server refuses this question.'),
  'too-large': unavailable(
    'De vraag is te groot voor de server: vraag minder tegelijk.',
    'The question is too large for the server: ask for less at a time.',
  ),
  'too-busy': unavailable(
    'De server heeft het te druk; er wordt vanzelf opnieuw gevraagd.',
    'The server is too busy; it is asked again by itself.',
  ),
  server: unavailable(
    'Fout in de server; er wordt vanzelf opnieuw gevraagd.',
    'Fault in the server; it is asked again by itself.',
  ),
  'bad-answer': unavailable(
    'Het antwoord van de server is niet te lezen; er wordt vanzelf opnieuw gevraagd.',
    'The answer of the server cannot be read; it is asked again by itself.',
  ),
}

/** The server answered the request but not this question. */
export const unanswered: CellFailure = unavailable('De server gaf geen antwoord.', 'The server gave no answer.')

export interface RequestFailure {
  readonly remedy: Remedy
  readonly failure: CellFailure
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs: number | undefined
}

/** Whatever was thrown; what is no ServerError is a fault like one of the server. */
export function requestFailure(thrown: unknown): RequestFailure {
  const error = thrown instanceof ServerError ? thrown : undefined
  const reason = error?.reason ?? 'server'
  const plain = failures[reason]
  const detail = reason === 'refused' || reason === 'forbidden' ? error?.detail : undefined
  return {
    remedy: remedies[reason],
    failure: detail === undefined ? plain : new CellFailure(plain.code, detail),
    retryAfterMs: error?.retryAfterMs,
  }
}
