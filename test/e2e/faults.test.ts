import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { startWorld, type World } from './world.ts'

/** What goes wrong in Excel and around it, in the pane with the workbench's own client. */
describe('when something goes wrong', () => {
  let world: World
  let desk: Desk

  beforeAll(async () => {
    world = await startWorld('own')
  })

  beforeEach(async () => {
    desk = await world.open('?gebied=HOL&jaar=2023')
    await desk.signIn('controller-hol')
  })

  afterEach(async () => {
    expect(await desk.troubles()).toEqual([])
    await desk.page.context().close()
  })

  afterAll(() => world.stop())

  const check = () => desk.pane.getByRole('button', { name: /^Controleer/ }).click()

  test('somebody who is typing in a cell is asked to finish, and then it goes on', async () => {
    const { page, pane } = desk
    await desk.openTab('Controle')
    await page.getByLabel(/^Naamvak/).fill('Begroting!S5')
    await page.keyboard.press('Enter')
    await page.keyboard.type('12')
    await check()
    await pane.getByText(/Excel wacht nog/).waitFor()
    await page.getByRole('button', { name: 'Invoeren' }).click()
    await pane.getByText(/10 regels/).waitFor()
    await desk.expectCell('Begroting', 'S5', '12')
  })

  test('a protected sheet is named before anything is written, and the work goes on afterwards', async () => {
    const { pane, page } = desk
    const protect = (isProtected: boolean) =>
      page.evaluate((value) => {
        const book = window.workbench?.book
        const sheet = book?.sheets().find(({ name }) => name === 'Begroting')
        if (sheet !== undefined) book?.setSheet(sheet.id, { isProtected: value })
      }, isProtected)
    await protect(true)
    await desk.openTab('Synchroniseren')
    await pane.getByRole('button', { name: /^Bekijk/ }).click()
    await pane.getByRole('button', { name: /^Verstuur/ }).click()
    await pane.getByText('Dit deel van het werkboek is beveiligd').waitFor()
    await pane.getByText('Het gaat om Begroting.').waitFor()
    await protect(false)
    await desk.synchronise('10 nieuwe regels opgeslagen')
  })

  test('a refusal of Excel is explained without its own words', async () => {
    const { pane, page } = desk
    // Values of functions on their way would be refused too.
    await desk.expectCell('Voorblad', 'C30', '500.000')
    await page.evaluate(() => {
      if (window.workbench !== undefined) window.workbench.host.faults.accessDenied = true
    })
    await desk.openTab('Controle')
    await check()
    await pane.getByText('Dit deel van het werkboek is beveiligd').waitFor()
    expect(await pane.locator('body').innerText()).not.toMatch(/RichApi|You cannot perform/)
    await page.evaluate(() => {
      if (window.workbench !== undefined) window.workbench.host.faults.accessDenied = false
    })
    await check()
    await pane.getByText(/10 regels/).waitFor()
  })

  test('more than Excel carries in one answer is said in words', async () => {
    const { pane, page } = desk
    await page.evaluate(() => {
      if (window.workbench !== undefined) window.workbench.host.faults.payloadMaxBytes = 2_000
    })
    await desk.openTab('Controle')
    await check()
    await pane.getByText('Dit werkboek is te groot').waitFor()
  })

  test('a slow Excel is waited for', async () => {
    const { pane, page } = desk
    await page.evaluate(() => {
      if (window.workbench !== undefined) window.workbench.host.faults.slowSyncMs = 300
    })
    await desk.openTab('Controle')
    await check()
    await pane.getByText(/10 regels/).waitFor()
  })

  test('a function that Excel calls twice gives its value once', async () => {
    const { page } = desk
    await page.evaluate(() => {
      if (window.workbench !== undefined) window.workbench.host.faults.invokesTwice = true
    })
    await desk.type('Voorblad!G1', '=GEBIED.PLAFOND("SP-GGW-2023";2023)')
    await desk.expectCell('Voorblad', 'G1', /^500\.?000/)
    await desk.type('Voorblad!G2', '=GEBIED.TAAKVELD("0.1";2023)')
    await desk.expectCell('Voorblad', 'G2', 'Bestuur')
  })

  test('without the server cells keep their value, new ones say why they have none, and none shows 0', async () => {
    const { page } = desk
    await desk.type('Voorblad!G1', '=GEBIED.PLAFOND("SP-GGW-2023";2023)')
    await desk.expectCell('Voorblad', 'G1', /^500\.?000/)
    await page.context().setOffline(true)
    await desk.type('Voorblad!G2', '=GEBIED.BEROEP("PB-4";2023)')
    await desk.expectCell('Voorblad', 'G2', '#N/B')
    await desk.type('Voorblad!G3', '=GEBIED.TAAKVELD("0.10";2023)')
    await desk.expectCell('Voorblad', 'G3', 'Mutaties reserves')
    expect(await desk.cell('Voorblad', 'G1')).toMatch(/^500\.?000/)
    await desk.openTab('Over')
    await desk.pane.getByRole('button', { name: 'Ga naar G2 op blad Voorblad' }).first().waitFor()
    await page.context().setOffline(false)
    await desk.expectCell('Voorblad', 'G2', '0')
  })

  test('a bad argument harms its own cell only', async () => {
    await desk.type('Voorblad!G1', '=GEBIED.TOTAAL(12;2023)')
    await desk.expectCell('Voorblad', 'G1', '#WAARDE!')
    await desk.type('Voorblad!G2', '=GEBIED.PLAFOND("SP-GGW-2023";2023)')
    await desk.expectCell('Voorblad', 'G2', /^500\.?000/)
  })
})
