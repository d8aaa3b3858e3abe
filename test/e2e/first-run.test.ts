import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld('own')
})

afterAll(() => world.stop())

test('the first time the pane says in three steps what it does, and not again', async () => {
  const desk = await world.open('?leeg')
  const { pane, page } = desk
  for (const step of ['Stap 1 van 3', 'Stap 2 van 3']) {
    await pane.getByText(step).waitFor()
    await pane.getByRole('button', { name: 'Volgende' }).click()
  }
  await pane.getByText('Stap 3 van 3').waitFor()
  await pane.getByRole('button', { name: 'Aan de slag' }).click()
  await page.reload()
  await pane.getByRole('button', { name: 'Aanmelden' }).waitFor()
  expect(await pane.getByText(/^Stap \d van 3/).count()).toBe(0)
  expect(await desk.troubles()).toEqual([])
})

test('who knows it already skips the steps', async () => {
  const { pane } = await world.open('?leeg')
  await pane.getByRole('button', { name: 'Overslaan' }).click()
  expect(await pane.getByText(/^Stap \d van 3/).count()).toBe(0)
})

test('who signed in is still signed in after the pane was closed and opened', async () => {
  const desk = await world.open('?leeg')
  await desk.signIn('controller-hol')
  await desk.page.reload()
  await desk.pane.getByText(/^Aangemeld als Controller Holtenbroek/).waitFor()
})

test('without office.js the page says where it belongs, in two languages', async () => {
  const context = await world.browser.newContext({ ignoreHTTPSErrors: true })
  await context.route('https://appsforoffice.microsoft.com/**', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(`${world.origin}/taskpane.html`)
  await page.getByText(/Deze pagina hoort in Excel/).waitFor()
  await page.getByText(/This page belongs in Excel/).waitFor()
})

test('the pane speaks English to who chooses it, also the next time', async () => {
  const desk = await world.open('?leeg')
  await desk.openTab('Over')
  await desk.pane.getByRole('radio', { name: 'English' }).check()
  await desk.pane.getByRole('tab', { name: 'Synchronise' }).waitFor()
  await desk.page.reload()
  await desk.pane.getByRole('button', { name: 'Sign in' }).waitFor()
})

test('in the workbench F6 leads from the sheet to its tabs and the pane, and Shift+F6 back', async () => {
  const { page } = await world.open('?leeg')
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName)
  await page.getByRole('grid').focus()
  await page.keyboard.press('F6')
  expect(await focused()).toBe('tab')
  await page.keyboard.press('F6')
  expect(await focused()).toBe('IFRAME')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Shift+F6')
  expect(await focused()).toBe('INPUT')
})
