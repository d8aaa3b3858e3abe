/** Keeps a server in trouble from being asked on and on: a pause after each failure, and then one request as a probe. */

export interface Breaker {
  /** Failures that followed each other. */
  readonly failures: number
  /** Nothing is sent before this moment. */
  readonly untilMs: number
}

export const closedBreaker: Breaker = { failures: 0, untilMs: 0 }

const delayMsMin = 1_000
const delayMsMax = 30_000
/** A server may ask to wait longer, but not so long that a person gives up. */
const retryAfterMsMax = 300_000

/** `jitter` is a random number from 0 up to 1: it spreads the panes that lost the server at the same moment. */
export function afterFailure(
  { failures }: Breaker,
  nowMs: number,
  jitter: number,
  retryAfterMs: number | undefined,
): Breaker {
  const delayMs = Math.min(delayMsMax, delayMsMin * 2 ** failures) * (0.5 + jitter / 2)
  const askedMs = Math.min(retryAfterMs ?? 0, retryAfterMsMax)
  return { failures: failures + 1, untilMs: nowMs + Math.max(delayMs, askedMs * (1 + jitter / 10)) }
}

export function isPaused({ untilMs }: Breaker, nowMs: number): boolean {
  return nowMs < untilMs
}
