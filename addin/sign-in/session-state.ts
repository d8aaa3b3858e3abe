/** The state of a session and who listens to it: the same for every way of signing in. */
import { type Session, type SessionState, SignInError } from '../ports/session.ts'

export interface Token {
  readonly text: string
  readonly expiresAtMs: number
  readonly name: string
  readonly account: string
}

/** A token this close to its end is replaced before it is used. */
const marginMs = 60_000

export interface TokenSource {
  /** Without asking anybody anything. Throws SignInError. */
  readonly silent: () => Promise<Token>
  /** From a click; may show a window. Throws SignInError. */
  readonly interactive: (hint: string | undefined) => Promise<Token>
  readonly signOut?: () => Promise<void>
}

/** Keeps a token until it ends, shares one request among callers, and says what state it is in. */
export function sessionOver(
  source: TokenSource,
  nowMs: () => number,
): Pick<Session, 'current' | 'subscribe' | 'token' | 'signIn'> & { readonly signOut: () => Promise<void> } {
  const listeners = new Set<(state: SessionState) => void>()
  let state: SessionState = { kind: 'signed-out' }
  let token: Token | null = null
  let underWay: Promise<Token> | null = null

  const setState = (next: SessionState) => {
    state = next
    for (const listener of listeners) listener(next)
  }
  const keep = (next: Token) => {
    token = next
    if (state.kind !== 'signed-in' || state.account !== next.account) {
      setState({ kind: 'signed-in', name: next.name, account: next.account })
    }
    return next
  }
  const fail = (error: unknown): never => {
    token = null
    const reason = error instanceof SignInError ? error.reason : 'refused'
    // Who never signed in is just signed out; who is offline stays who they are, unless they asked.
    const isNew = reason === 'interaction-needed' && state.kind === 'signed-out'
    const isAway = reason === 'offline' && state.kind !== 'signing-in'
    if (!isNew && !isAway) setState({ kind: 'interaction-needed', reason })
    throw error
  }
  const askSilently = () => {
    underWay ??= source
      .silent()
      .then(keep, fail)
      .finally(() => {
        underWay = null
      })
    return underWay
  }

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    token: async ({ isFresh = false } = {}) => {
      if (!isFresh && token !== null && token.expiresAtMs - marginMs > nowMs()) return token.text
      return (await askSilently()).text
    },
    signIn: async (hint) => {
      setState({ kind: 'signing-in' })
      await source.interactive(hint).then(keep, fail)
    },
    signOut: async () => {
      token = null
      await source.signOut?.()
      setState({ kind: 'signed-out' })
    },
  }
}
