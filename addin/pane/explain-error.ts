/** Every error that can reach the pane as a title, what to do about it, and a code that a help desk can use. */
import { ServerError, type ServerErrorReason } from '../ports/server.ts'
import { SignInError, type SignInErrorReason } from '../ports/session.ts'
import { WorkbookError, type WorkbookErrorReason } from '../ports/workbook.ts'
import type { TextKey } from './text/speak.ts'

export interface Explanation {
  readonly title: TextKey
  readonly remedy: TextKey
  /** Sheet, table or cell that it is about; empty when there is none. */
  readonly place: string
  /** What the server itself said, for people. */
  readonly detail: { readonly nl: string; readonly en: string } | undefined
  /** Without cell contents or names: `server/refused/409/begroting-vergrendeld/8f2c`. */
  readonly code: string
}

/** Undefined for an error that needs no words: the person broke off what was under way. */
export function explainError(error: unknown): Explanation | undefined {
  if (isAbort(error)) return undefined
  if (error instanceof ServerError) return explainServer(error)
  if (error instanceof WorkbookError) return explainWorkbook(error)
  if (error instanceof SignInError) return explain(signInTexts[error.reason], ['aanmelden', error.reason, error.code])
  return explain('unexpected', ['onverwacht', error instanceof Error ? error.name : typeof error])
}

/** The text about a reason for which nobody is signed in. */
export function explainSignIn(reason: SignInErrorReason): Explanation {
  return explain(signInTexts[reason], ['aanmelden', reason])
}

type Stem = { [Key in TextKey]: Key extends `${infer Name}Remedy` ? Name : never }[TextKey] & string

function explain(
  stem: Stem,
  code: readonly (string | number | undefined)[],
  place = '',
  detail?: Explanation['detail'],
): Explanation {
  return {
    title: `${stem}Title` as TextKey,
    remedy: `${stem}Remedy` as TextKey,
    place,
    detail,
    code: code.filter((part) => part !== undefined && part !== '').join('/'),
  }
}

function explainServer({ reason, status, problem, requestId, detail }: ServerError): Explanation {
  const stem = problemTexts[problem ?? ''] ?? serverTexts[reason]
  return explain(stem, ['server', reason, status, problem, requestId], '', detail)
}

function explainWorkbook({ reason, place, code }: WorkbookError): Explanation {
  return explain(workbookTexts[reason], ['excel', reason, code], place)
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

const problemTexts: Readonly<Partial<Record<string, Stem>>> = {
  'begroting-vergrendeld': 'locked',
  'werkboek-bezet': 'workbookBusy',
  'protocol-te-oud': 'protocolOld',
  'sleutel-hergebruikt': 'keyReused',
  'te-druk': 'tooBusy',
}

const serverTexts: Readonly<Record<ServerErrorReason, Stem>> = {
  offline: 'offline',
  'timed-out': 'timedOut',
  'sign-in-needed': 'signInNeeded',
  forbidden: 'forbidden',
  refused: 'refused',
  'too-large': 'tooLarge',
  'too-busy': 'tooBusy',
  server: 'server',
  'bad-answer': 'badAnswer',
}

const workbookTexts: Readonly<Record<WorkbookErrorReason, Stem>> = {
  'cell-edit': 'cellEdit',
  protected: 'protected',
  'sheet-exists': 'sheetExists',
  'missing-sheet': 'missingSheet',
  'missing-table': 'missingTable',
  'missing-column': 'missingColumn',
  filtered: 'filtered',
  'no-room': 'noRoom',
  'other-budget': 'otherBudget',
  changed: 'cellChanged',
  'too-large': 'workbookTooLarge',
  'not-supported': 'notSupported',
  excel: 'excel',
}

const signInTexts: Readonly<Record<SignInErrorReason, Stem>> = {
  'interaction-needed': 'interactionNeeded',
  cancelled: 'cancelled',
  blocked: 'blocked',
  offline: 'signInOffline',
  refused: 'signInRefused',
}
