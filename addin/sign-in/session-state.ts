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
  /** Counts the times that a person signed in or out: an answer to what was asked before that is nobody's any more. */
  let turn = 0

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
  const fail = (error: unknown, isAsked: boolean): void => {
    // Somebody is choosing an account at this moment: only what comes of that counts.
    if (state.kind === 'signing-in' && !isAsked) return
    token = null
    const reason = error instanceof SignInError ? error.reason : 'refused'
    // Who never signed in is just signed out; who is offline stays who they are, unless they asked.
    const isNew = reason === 'interaction-needed' && state.kind === 'signed-out'
    const isAway = reason === 'offline' && !isAsked
    if (!isNew && !isAway) setState({ kind: 'interaction-needed', reason })
  }
  const inTurn = async (asking: Promise<Token>, isAsked: boolean): Promise<Token> => {
    const mine = turn
    const next = await asking.catch((error: unknown) => {
      if (mine === turn) fail(error, isAsked)
      throw error
    })
    if (mine !== turn) throw new SignInError('interaction-needed', 'another turn')
    return keep(next)
  }
  const askSilently = () => {
    if (underWay !== null) return underWay
    const asking = inTurn(source.silent(), false).finally(() => {
      if (underWay === asking) underWay = null
    })
    underWay = asking
    return asking
  }
  const nextTurn = () => {
    turn++
    underWay = null
  }
  const forget = () => {
    nextTurn()
    token = null
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
      nextTurn()
      setState({ kind: 'signing-in' })
      await inTurn(source.interactive(hint), true)
    },
    signOut: async () => {
      forget()
      await source.signOut?.()
      // A token that was asked for meanwhile is not kept either.
      forget()
      setState({ kind: 'signed-out' })
    },
  }
}
