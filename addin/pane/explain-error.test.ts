import { describe, expect, test } from 'vitest'
import { ServerError } from '../ports/server.ts'
import { SignInError } from '../ports/session.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { explainError } from './explain-error.ts'

describe('explaining an error', () => {
  test('a refusal keeps the sentence of the server and the id of the request', () => {
    const detail = { nl: 'De begroting van HOL is ingediend.', en: 'The budget of HOL was submitted.' }
    const error = new ServerError('refused', {
      status: 409,
      problem: 'begroting-vergrendeld',
      requestId: '8f2c',
      detail,
    })
    expect(explainError(error)).toEqual({
      title: 'lockedTitle',
      remedy: 'lockedRemedy',
      place: '',
      detail,
      code: 'server/refused/409/begroting-vergrendeld/8f2c',
    })
  })

  test('a problem without a text of its own is explained by its reason', () => {
    expect(explainError(new ServerError('refused', { problem: 'iets-nieuws' }))?.title).toBe('refusedTitle')
    expect(explainError(new ServerError('offline'))).toMatchObject({ title: 'offlineTitle', code: 'server/offline' })
  })

  test('an error of the workbook names the place, and never what Excel said', () => {
    const explanation = explainError(new WorkbookError('protected', 'Begroting', 'AccessDenied'))
    expect(explanation).toMatchObject({
      title: 'protectedTitle',
      place: 'Begroting',
      code: 'excel/protected/AccessDenied',
    })
  })

  test('blocked cookies are told apart from having no connection', () => {
    expect(explainError(new SignInError('blocked', 'AADSTS50058'))).toMatchObject({
      title: 'blockedTitle',
      code: 'aanmelden/blocked/AADSTS50058',
    })
    expect(explainError(new SignInError('offline'))?.title).toBe('signInOfflineTitle')
  })

  test('the message of an unknown error stays out of the code, since it may hold what is in a cell', () => {
    expect(explainError(new RangeError('€ 12.000 van Jansen'))).toMatchObject({
      title: 'unexpectedTitle',
      code: 'onverwacht/RangeError',
    })
  })

  test('breaking off is no error', () => {
    expect(explainError(new DOMException('stop', 'AbortError'))).toBeUndefined()
  })
})
