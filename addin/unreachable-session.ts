/** How it stands when it could not even be asked how people sign in. */
import { type Session, SignInError } from './ports/session.ts'

const refuse = () => Promise.reject(new SignInError('offline'))

/** Nobody is signed in and nobody can be: what the pane shows while the server cannot be reached. */
export function unreachableSession(onRetry: () => void): Session {
  return {
    kind: 'dialog',
    current: () => ({ kind: 'interaction-needed', reason: 'offline' }),
    subscribe: () => () => undefined,
    token: refuse,
    signIn: () => {
      onRetry()
      return refuse()
    },
  }
}
