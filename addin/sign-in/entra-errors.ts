/** What MSAL says when signing in fails, as the reasons that the pane can explain. */
import { SignInError, type SignInErrorReason } from '../ports/session.ts'

/** By `errorCode` of MSAL 5; what is not listed was refused. */
const reasons: Readonly<Record<string, SignInErrorReason>> = {
  interaction_required: 'interaction-needed',
  consent_required: 'interaction-needed',
  login_required: 'interaction-needed',
  no_account_error: 'interaction-needed',
  no_tokens_found: 'interaction-needed',
  native_account_unavailable: 'interaction-needed',
  silent_sso_error: 'interaction-needed',
  user_cancelled: 'cancelled',
  access_denied: 'cancelled',
  popup_window_error: 'blocked',
  empty_window_error: 'blocked',
  monitor_window_timeout: 'blocked',
  timed_out: 'blocked',
  third_party_cookies_blocked: 'blocked',
  bad_token: 'blocked',
  no_network_connectivity: 'offline',
  network_error: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
}

/** AADSTS numbers of conditional access and device rules: a person cannot mend these in the pane. */
const conditionalAccess = /AADSTS(?:53000|53001|53002|53003|50105|50158|530032)\b/

/** Never throws. The code is for the diagnostics. */
export function signInErrorOf(error: unknown): SignInError {
  if (error instanceof SignInError) return error
  const code = property(error, 'errorCode')
  const said = property(error, 'errorMessage')
  return new SignInError(
    reasonOf(error, code, said),
    [code, property(error, 'subError'), property(error, 'correlationId')].join(' ').trim(),
    {
      cause: error,
    },
  )
}

function reasonOf(error: unknown, code: string, said: string): SignInErrorReason {
  if (conditionalAccess.test(said)) return 'blocked'
  // What a browser throws when MSAL itself could not be loaded, or a request of it got no answer.
  if (error instanceof TypeError) return 'offline'
  return reasons[code] ?? 'refused'
}

function property(error: unknown, name: string): string {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'string' ? value : ''
}
