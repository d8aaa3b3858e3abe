import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Me, ServerError } from '../ports/server.ts'
import { createDemoPorts } from './demo-ports.test-data.ts'
import type { PaneStateName } from './demo-states.test-data.ts'
import { createPaneModel } from './pane-model.ts'
import type { PaneIntent, PanePorts } from './ports.ts'

const theme = { isDark: false, isHighContrast: false }
const ofChecker = (call: string) => call.startsWith('checker.')

function modelIn(state: PaneStateName, change: (ports: PanePorts) => PanePorts = (ports) => ports) {
  const { ports, calls } = createDemoPorts({ state, language: 'nl', theme })
  const model = createPaneModel(change(ports))
  onTestFinished(model.stop)
  return { model, calls }
}

describe('the model of the pane', () => {
  test('asks who somebody is after signing in, and forgets it after signing out', async () => {
    const { model } = modelIn('over-afgemeld', (ports) => {
      const { ports: local } = createDemoPorts({ state: 'proefomgeving', language: 'nl', theme })
      return { ...ports, session: local.session }
    })
    expect(model.me.value).toBeNull()
    await model.ports.session.signIn('controller-hol')
    await vi.waitFor(() => expect(model.me.value?.areas).toEqual(['HOL']))
    await model.ports.session.signOut?.()
    expect(model.me.value).toBeNull()
  })

  test('an answer about who was signed in before is dropped', async () => {
    const { promise, resolve } = Promise.withResolvers<Me>()
    const { model } = modelIn('over-afgemeld', (ports) => {
      const { ports: local } = createDemoPorts({ state: 'proefomgeving', language: 'nl', theme })
      return { ...ports, session: local.session, server: { ...ports.server, me: () => promise } }
    })
    await model.ports.session.signIn('controller-hol')
    await model.ports.session.signOut?.()
    resolve({ name: 'Controller Holtenbroek', role: 'gebiedscontroller', areas: ['HOL'] })
    await promise
    await Promise.resolve()
    expect(model.me.value).toBeNull()
  })

  test('reads which budget the workbook is of', async () => {
    const { model } = modelIn('gekoppeld')
    expect(model.linked.value).toBeUndefined()
    await vi.waitFor(() => expect(model.linked.value?.areaCode).toBe('HOL'))
  })

  test('a workbook that could not be read can be tried again', async () => {
    let isBroken = true
    const { model } = modelIn('gekoppeld', (ports) => ({
      ...ports,
      linker: {
        ...ports.linker,
        linked: () => (isBroken ? Promise.reject(new Error('stuk')) : ports.linker.linked()),
      },
    }))
    await vi.waitFor(() => expect(model.failure.value?.error).toBeInstanceOf(Error))
    isBroken = false
    await model.failure.value?.retry?.()
    expect(model.failure.value).toBeNull()
    expect(model.linked.value?.areaName).toBe('Holtenbroek')
  })

  test('keeps what went wrong until something else is asked for', async () => {
    const { model } = modelIn('gekoppeld')
    const offline = new ServerError('offline')
    expect(await model.attempt(() => Promise.reject(offline))).toBe(false)
    expect(model.failure.value?.error).toBe(offline)
    expect(await model.attempt(async () => undefined)).toBe(true)
    expect(model.failure.value).toBeNull()
  })

  test('a second click does nothing while the first is under way', async () => {
    const { model } = modelIn('gekoppeld')
    let finish = () => {}
    const first = model.attemptAlone(() => new Promise<void>((resolve) => (finish = resolve)))
    const second = vi.fn(async () => undefined)
    expect(await model.attemptAlone(second)).toBe(false)
    expect(second).not.toHaveBeenCalled()
    finish()
    expect(await first).toBe(true)
    expect(model.isBusy.value).toBe(false)
  })

  test('says that Excel waits when a cell is being edited', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { model } = modelIn('gekoppeld')
    let finish = () => {}
    const work = model.attemptInWorkbook(() => new Promise<void>((resolve) => (finish = resolve)))
    vi.advanceTimersByTime(1_499)
    expect(model.isExcelSlow.value).toBe(false)
    vi.advanceTimersByTime(1)
    expect(model.isExcelSlow.value).toBe(true)
    finish()
    await work
    expect(model.isExcelSlow.value).toBe(false)
  })

  test('[S-121] asks how far the budget is once it is known which it is and who asks', async () => {
    const { calls } = modelIn('gekoppeld')
    await vi.waitFor(() => expect(calls.filter((call) => call === 'lifeDesk.renew')).toHaveLength(1))
    const other = modelIn('nog-geen-werkboek')
    await vi.waitFor(() => expect(other.model.linked.value).toBeNull())
    expect(other.calls).not.toContain('lifeDesk.renew')
  })

  test('follows edits from the first check on, once', async () => {
    const { model, calls } = modelIn('controle-begin')
    await model.checkWorkbook()
    await model.checkWorkbook()
    expect(calls.filter(ofChecker)).toEqual(['checker.check', 'checker.follow', 'checker.check'])
    expect(model.announcement.value).toBe('Controle klaar: 12 bevindingen.')
  })

  test('does not follow when the person does not want that', async () => {
    const { model, calls } = modelIn('controle-begin')
    model.isFollowing.value = false
    await model.checkWorkbook()
    expect(calls.filter(ofChecker)).toEqual(['checker.check'])
  })

  test('a button on the ribbon shows its tab and begins', async () => {
    let press: (intent: PaneIntent) => void = () => {}
    const { model, calls } = modelIn('gekoppeld', (ports) => ({
      ...ports,
      onIntent: (listener) => {
        press = listener
        return () => undefined
      },
    }))
    press('synchroniseren')
    expect(model.tab.value).toBe('sync')
    await vi.waitFor(() => expect(calls).toEqual(['synchroniser.preview']))
    expect(model.announcement.value).toBe('Er zijn 5 wijzigingen om te versturen.')
  })

  test('fetches English when somebody wants it', async () => {
    const { model } = modelIn('gekoppeld')
    model.ports.language.value = 'en'
    await vi.waitFor(() => expect(model.say('tabCheck')).toBe('Check'))
  })
})
