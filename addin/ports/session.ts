/** Who is signed in. Implementations: nested app authentication, a dialog of Office, and the issuer of a local server. */
export interface Session {
  readonly kind: 'nested' | 'dialog' | 'local'
  readonly current: () => SessionState
  /** Calling what is returned stops it. */
  readonly subscribe: (listener: (state: SessionState) => void) => () => void
  /**
   * An access token without asking anybody anything; several callers share one request. Never opens a window, so a
   * calculation may call it. Throws SignInError.
   */
  readonly token: (options?: { readonly isFresh?: boolean }) => Promise<string>
  /** Asks the person; only from a click. `hint` names whom to sign in, where the implementation can. Throws SignInError. */
  readonly signIn: (hint?: string) => Promise<void>
  /** Absent where Office itself holds the account (nested app authentication). */
  readonly signOut?: () => Promise<void>
  /** People to choose from; only the local issuer has them. */
  readonly people?: readonly { readonly id: string; readonly name: string; readonly role: string }[]
}

export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'signed-in'; readonly name: string; readonly account: string }
  | { readonly kind: 'interaction-needed'; readonly reason: SignInErrorReason }

export type SignInErrorReason =
  | 'interaction-needed' // a click is needed
  | 'cancelled'
  | 'blocked' // cookies, pop-ups or conditional access
  | 'offline'
  | 'refused'

export class SignInError extends Error {
  override name = 'SignInError'
  readonly reason: SignInErrorReason
  /** What the identity provider said, for the diagnostics; never shown as the only explanation. */
  readonly code: string

  constructor(reason: SignInErrorReason, code = '', options?: ErrorOptions) {
    super(`${reason} ${code}`.trim(), options)
    this.reason = reason
    this.code = code
  }
}
