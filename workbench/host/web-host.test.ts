import { describe, expect, test } from 'vitest'
import { createBook } from '../book/index.ts'
import { createExcelHost } from './excel-host.ts'
import { createWebHost } from './web-host.ts'
import type { PageEvent } from './web-page.ts'

const origin = 'https://werkbank.test'

/** A page with a frame in which an add-in speaks as office.js does. */
function setUp() {
  const host = createExcelHost(createBook())
  const listeners = new Set<(event: PageEvent) => void>()
  const heard: Record<string, unknown>[] = []
  let onHeard: () => void = () => undefined
  const contentWindow = {
    postMessage: (text: string) => {
      heard.push(JSON.parse(text) as Record<string, unknown>)
      onHeard()
    },
  }
  const frame = { src: '', contentWindow }
  const page = {
    origin,
    addEventListener: (_type: 'message', listener: (event: PageEvent) => void) => void listeners.add(listener),
    removeEventListener: (_type: 'message', listener: (event: PageEvent) => void) => void listeners.delete(listener),
  }
  const web = createWebHost({ host, page, frame, locale: 'nl-NL', addInName: 'Gebied' })
  const deliver = (event: PageEvent) => listeners.forEach((listener) => listener(event))
  const say = (action: string, data: unknown = null, actionType = 0) => {
    const message = {
      _messageType: 0,
      _actionName: action,
      _conversationId: 'c',
      _correlationId: 7,
      _actionType: actionType,
    }
    deliver({ data: JSON.stringify({ ...message, _data: data }), origin, source: contentWindow })
  }
  /** What the add-in hears next, after what it heard so far. */
  const next = async (count: number) => {
    while (heard.length < count) await new Promise<void>((resolve) => (onHeard = resolve))
    return heard[count - 1]
  }
  return { host, web, frame, heard, listeners, say, deliver, next }
}

const execute = (id: number, values: readonly unknown[] = []) => ({ DdaMethod: { DispatchId: id }, ArrayData: values })

describe('the page of an add-in', () => {
  test('is opened with who the host is and whom to talk to', () => {
    const { web, frame } = setUp()
    web.open('/taskpane.html?taal=nl')
    expect(frame.src).toBe(
      `${origin}/taskpane.html?taal=nl&_host_Info=Excel$Web$16.00$nl-NL$$$$3#&_xdm_Info=workbench|add-in|${origin}/&_serializer_version=1`,
    )
  })

  test('is told the language and the requirement sets', () => {
    const { say, heard } = setUp()
    say('ContextActivationManager_getAppContextAsync')
    expect(heard[0]).toMatchObject({
      _messageType: 1,
      _correlationId: 7,
      _errorCode: 0,
      _data: { _appName: 16, _appUILocale: 'nl-NL', _requirementMatrix: expect.stringContaining('"ExcelApi":"1.14"') },
    })
  })

  test('gets the answer to a batch', async () => {
    const { say, next } = setUp()
    const batch = {
      Actions: [{ Id: 2, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
    }
    say('executeMethod', execute(93, ['', 'POST', 'ProcessQuery', [], JSON.stringify(batch), 0, 0]))
    const answer = JSON.stringify({ Results: [{ ActionId: 2, Value: { Name: 'Werkbank.xlsx' } }], TraceIds: [] })
    expect(await next(1)).toMatchObject({ _data: { Version: 1, Error: 0, Data: [200, [], answer] } })
  })

  test('hears events when it listens; what came before is not lost', async () => {
    const { say, host, next } = setUp()
    const pushed = new Promise((resolve) => host.listen(resolve))
    host.runtime.showPane(false)
    await pushed
    say('richApiMessage', null, 1)
    expect(await next(2)).toMatchObject({
      _actionName: 'richApiMessage',
      _responseType: 1,
      _data: { ArrayData: [[65_536, 65_539, '', '{"visibility":"Hidden"}', 0]] },
    })
  })

  test('hears which button was pressed', async () => {
    const { say, host, next } = setUp()
    say('appCommandInvoked', null, 1)
    host.runtime.press('controleren')
    expect(await next(2)).toMatchObject({
      _actionName: 'appCommandInvoked',
      _data: ['controleren', 'controleren', '{"source":{"id":"controleren"}}'],
    })
    say('executeMethod', execute(94))
    expect(await next(3)).toMatchObject({ _data: { Error: 0 } })
  })

  test('is refused what Excel has and this host has not, and that is noted', async () => {
    const { say, web, next } = setUp()
    say('executeMethod', execute(77))
    say('ContextActivationManager_openWindowInHost')
    say('ContextActivationManager_notifyHost')
    expect(await next(1)).toMatchObject({ _data: { Error: 5000 } })
    expect(web.unknown).toEqual(['executeMethod 77', 'ContextActivationManager_openWindowInHost'])
  })
})

test('messages of other windows, and such as are no requests, are left alone', () => {
  const { deliver, frame, heard, web, listeners } = setUp()
  deliver({ data: '{"_messageType":0,"_actionName":"executeMethod"}', origin, source: {} })
  const request = '{"_messageType":0,"_actionName":"ContextActivationManager_getAppContextAsync"}'
  deliver({ data: request, origin: 'https://elders.test', source: frame.contentWindow })
  deliver({ data: 'iets anders', origin, source: null })
  deliver({ data: { kind: 'hello' }, origin, source: null })
  expect(heard).toEqual([])
  web.close()
  expect(listeners.size).toBe(0)
})
