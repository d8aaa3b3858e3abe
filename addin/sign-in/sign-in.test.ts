import { describe, expect, test } from 'vitest'
import { SignInError, type SignInErrorReason } from '../ports/session.ts'
import { createDialogSession } from './dialog-session.ts'
import { createLocalSession } from './local-session.ts'
import { createNestedSession } from './nested-session.ts'
import { createPopupSession } from './popup-session.ts'

const settings = { authority: 'https://login.example/t', clientId: 'c', scope: 'api://a/begroting.gebruiken' }
const answer = (accessToken: string, endMs = 3_600_000) => ({
  accessToken,
  expiresOn: new Date(endMs),
  account: { name: 'Kim de Vries', username: 'kim@zwolle.example' },
})
const msalError = (errorCode: string, errorMessage = '') =>
  Object.assign(new Error(errorCode), { errorCode, errorMessage })

async function reasonOf(promise: Promise<unknown>): Promise<SignInErrorReason | 'no error'> {
  try {
    await promise
    return 'no error'
  } catch (error) {
    if (error instanceof SignInError) return error.reason
    throw error
  }
}

/** A nested client that answers `silent` and `popup` in turn, and counts. */
function nested(silent: () => unknown, popup: () => unknown = () => answer('from-popup')) {
  const asked: string[] = []
  const session = createNestedSession({
    settings,
    loginHint: async () => 'kim@zwolle.example',
    loadClient: async () => ({
      ssoSilent: async ({ loginHint, scopes }) => {
        asked.push(`silent ${loginHint} ${scopes.join()}`)
        return resultOf(silent)
      },
      acquireTokenPopup: async () => {
        asked.push('popup')
        return resultOf(popup)
      },
    }),
    nowMs: () => 0,
  })
  return { session, asked }
}

function resultOf(make: () => unknown): ReturnType<typeof answer> {
  const result = make()
  if (result instanceof Error) throw result
  return result as ReturnType<typeof answer>
}

describe('nested app authentication', () => {
  test('asks silently with the account of Office, and only once for callers at the same moment', async () => {
    const { session, asked } = nested(() => answer('t1'))
    expect(await Promise.all([session.token(), session.token(), session.token()])).toEqual(['t1', 't1', 't1'])
    expect(asked).toEqual(['silent kim@zwolle.example api://a/begroting.gebruiken'])
    expect(session.current()).toEqual({ kind: 'signed-in', name: 'Kim de Vries', account: 'kim@zwolle.example' })
  })

  test('keeps a token until a minute before its end, unless a fresh one is asked for', async () => {
    const tokens = [answer('short', 60_000), answer('long'), answer('fresh')]
    const { session } = nested(() => tokens.shift())
    expect([await session.token(), await session.token(), await session.token()]).toEqual(['short', 'long', 'long'])
    expect(await session.token({ isFresh: true })).toBe('fresh')
  })

  test('never opens a window by itself: who never signed in stays signed out until a click', async () => {
    const { session, asked } = nested(() => msalError('interaction_required'))
    expect(await reasonOf(session.token())).toBe('interaction-needed')
    expect(session.current()).toEqual({ kind: 'signed-out' })
    expect(asked).not.toContain('popup')
    await session.signIn()
    expect(await session.token()).toBe('from-popup')
  })

  test('a person whose signing in ended is told so', async () => {
    const answers = [answer('t1'), msalError('interaction_required')]
    const { session } = nested(() => answers.shift())
    await session.token()
    expect(await reasonOf(session.token({ isFresh: true }))).toBe('interaction-needed')
    expect(session.current()).toEqual({ kind: 'interaction-needed', reason: 'interaction-needed' })
  })

  test.for([
    ['user_cancelled', '', 'cancelled'],
    ['popup_window_error', '', 'blocked'],
    ['monitor_window_timeout', '', 'blocked'],
    ['server_error', 'AADSTS53003: Access has been blocked by Conditional Access policies.', 'blocked'],
    ['no_network_connectivity', '', 'offline'],
    ['invalid_client', '', 'refused'],
  ] as const)('%s %s is "%s"', async ([code, message, reason]) => {
    const { session } = nested(
      () => answer('t'),
      () => msalError(code, message),
    )
    expect(await reasonOf(session.signIn())).toBe(reason)
    expect(session.current()).toEqual({ kind: 'interaction-needed', reason })
  })

  test('what could not be loaded is loaded by the next who asks', async () => {
    const loads = [
      () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      async () => ({ ssoSilent: async () => answer('t'), acquireTokenPopup: async () => answer('p') }),
    ]
    const session = createNestedSession({
      settings,
      loginHint: async () => undefined,
      loadClient: () => loads.shift()?.() ?? Promise.reject(new Error('loaded twice')),
      nowMs: () => 0,
    })
    expect(await reasonOf(session.token())).toBe('offline')
    expect([await session.token(), await session.token({ isFresh: true })]).toEqual(['t', 't'])
  })

  test('a silent answer that fails while somebody chooses an account says nothing about them', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const session = createNestedSession({
      settings,
      loginHint: async () => undefined,
      loadClient: async () => ({
        ssoSilent: () => Promise.reject(msalError('interaction_required')),
        acquireTokenPopup: () => promise.then(() => answer('p')),
      }),
      nowMs: () => 0,
    })
    const signingIn = session.signIn()
    expect(await reasonOf(session.token())).toBe('interaction-needed')
    expect(session.current()).toEqual({ kind: 'signing-in' })
    resolve()
    await signingIn
    expect(session.current()).toMatchObject({ kind: 'signed-in' })
  })

  test('has no sign-out, since the account is Office’s own', () => {
    expect('signOut' in nested(() => answer('t')).session).toBe(false)
  })

  test('an answer without account or end is refused', async () => {
    const { session } = nested(() => ({ ...answer('t'), account: null }))
    expect(await reasonOf(session.token())).toBe('refused')
  })
})

describe('the dialog', () => {
  const dialog = (message: string, stored: ReturnType<typeof answer> | null = null) =>
    createDialogSession({
      settings,
      loadClient: async () => ({ silent: async () => stored, forget: async () => undefined }),
      openDialog: async () => message,
      nowMs: () => 0,
    })

  test('hands over a token, and signing out forgets it', async () => {
    const session = dialog(
      JSON.stringify({ accessToken: 'd1', expiresOn: '1970-01-01T01:00:00Z', name: 'Kim', account: 'kim@x' }),
    )
    expect(await reasonOf(session.token())).toBe('interaction-needed')
    await session.signIn()
    expect(await session.token()).toBe('d1')
    await session.signOut?.()
    expect(session.current()).toEqual({ kind: 'signed-out' })
  })

  test('a token that was under way when somebody signed out does not sign them in again', async () => {
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof answer>>()
    const session = createDialogSession({
      settings,
      loadClient: async () => ({ silent: () => promise, forget: async () => undefined }),
      openDialog: async () => '',
      nowMs: () => 0,
    })
    const late = reasonOf(session.token())
    await session.signOut?.()
    resolve(answer('late'))
    expect(await late).toBe('interaction-needed')
    expect(session.current()).toEqual({ kind: 'signed-out' })
  })

  test('says in its own words that its client could not be loaded', async () => {
    const session = createDialogSession({
      settings,
      loadClient: () => Promise.reject(new TypeError('Failed to fetch')),
      openDialog: async () => '',
      nowMs: () => 0,
    })
    expect(await reasonOf(session.token())).toBe('offline')
  })

  test('uses the account of an earlier time without a window', async () => {
    expect(await dialog('', answer('kept')).token()).toBe('kept')
  })

  test('refuses a message that is no answer', async () => {
    expect(await reasonOf(dialog('{"fault":"AADSTS700016"}').signIn())).toBe('refused')
  })
})

describe('the local issuer', () => {
  const memory = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  const local = (storage = memory()) =>
    createLocalSession({
      origin: '',
      fetch: async (input, init) =>
        String(input).endsWith('/personen')
          ? Response.json([{ id: 'controller-hol', name: 'Controller Holtenbroek', role: 'gebiedscontroller' }])
          : Response.json({
              access_token: `for ${new URLSearchParams(String(init?.body)).get('username')}`,
              expires_in: 3600,
            }),
      nowMs: () => 0,
      memory: storage,
    })

  test('signs in as a chosen person and remembers who that was', async () => {
    const storage = memory()
    const session = await local(storage)
    expect(await reasonOf(session.token())).toBe('interaction-needed')
    await session.signIn('controller-hol')
    expect(await session.token()).toBe('for controller-hol')
    expect(await (await local(storage)).token()).toBe('for controller-hol')
    await session.signOut?.()
    expect(await reasonOf((await local(storage)).token())).toBe('interaction-needed')
  })

  test('refuses whom it does not know', async () => {
    expect(await reasonOf((await local()).signIn('piet'))).toBe('refused')
  })
})

describe('signing in on a page outside Office', () => {
  /** A client that answers in turn, and whose account is gone after it was forgotten. */
  function popup(silent: () => unknown, popupAnswer: () => unknown = () => answer('from-window')) {
    const asked: string[] = []
    const session = createPopupSession({
      settings,
      loadClient: async () => ({
        silent: async (scope) => {
          asked.push(`silent ${scope}`)
          return silent() as ReturnType<typeof answer> | null
        },
        popup: async () => {
          asked.push('window')
          return popupAnswer() as ReturnType<typeof answer>
        },
        forget: async () => {
          asked.push('forget')
        },
      }),
      nowMs: () => 0,
    })
    return { session, asked }
  }

  test('opens a window at a click only, and keeps the token', async () => {
    const { session, asked } = popup(() => null)
    expect(await reasonOf(session.token())).toBe('interaction-needed')
    await session.signIn()
    expect(await session.token()).toBe('from-window')
    expect(session.current()).toMatchObject({ kind: 'signed-in', name: 'Kim de Vries' })
    expect(asked).toEqual([`silent ${settings.scope}`, 'window'])
    await session.signOut?.()
    expect([session.current().kind, asked.at(-1)]).toEqual(['signed-out', 'forget'])
  })

  test('says that the person closed the window', async () => {
    const { session } = popup(
      () => null,
      () => {
        throw msalError('user_cancelled')
      },
    )
    expect(await reasonOf(session.signIn())).toBe('cancelled')
  })
})
