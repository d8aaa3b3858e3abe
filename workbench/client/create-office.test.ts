import { expect, test } from 'vitest'
import { simulatedExcel } from './simulated-excel.ts'

test('buttons of the ribbon reach the function that is associated with them', async () => {
  const { Office, host } = simulatedExcel()
  await Office.onReady()
  const pressed = new Promise<unknown>((resolve) => {
    Office.actions.associate('controleren', (event: Office.AddinCommands.Event) => {
      event.completed()
      resolve(event.source)
    })
  })
  host.runtime.press('controleren')
  expect(await pressed).toEqual({ id: 'controleren' })
})

test('the pane is shown and hidden by the add-in and by a person, and the add-in hears of it', async () => {
  const { Office, host } = simulatedExcel()
  await Office.onReady()
  const heard: string[] = []
  const { promise: lastHeard, resolve } = Promise.withResolvers<void>()
  const stop = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    heard.push(visibilityMode)
    if (heard.length === 3) resolve()
  })
  await Office.addin.hide()
  expect(host.runtime.isPaneVisible()).toBe(false)
  await Office.addin.showAsTaskpane()
  expect(host.runtime.isPaneVisible()).toBe(true)
  host.runtime.showPane(false)
  await lastHeard
  expect(heard).toEqual(['Hidden', 'Taskpane', 'Hidden'])
  await stop()
})

test('whether the workbook starts the add-in is kept by the host', async () => {
  const { Office, host } = simulatedExcel()
  await Office.onReady()
  expect(await Office.addin.getStartupBehavior()).toBe(Office.StartupBehavior.none)
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load)
  expect(await Office.addin.getStartupBehavior()).toBe(Office.StartupBehavior.load)
  expect(host.runtime.startsWithWorkbook()).toBe(true)
})

test('a dialog is refused with the code of a host that allows none', async () => {
  const { Office } = simulatedExcel()
  await Office.onReady()
  const answer = await new Promise<Office.AsyncResult<Office.Dialog>>((resolve) => {
    Office.context.ui.displayDialogAsync('https://voorbeeld.invalid/', {}, resolve)
  })
  expect([answer.status, answer.error?.code]).toEqual([Office.AsyncResultStatus.Failed, 12_011])
})

test('asking for the language before Office is ready is an error', () => {
  const { Office } = simulatedExcel()
  expect(() => Office.context.displayLanguage).toThrow('not ready')
})
