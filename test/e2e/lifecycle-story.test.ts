import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { startWorld, type World } from './world.ts'

/** The story of a budget from its first submission to approval, by a controller and the concerncontroller, in two panes. */
describe('a budget that is submitted, returned and approved', () => {
  let world: World
  let controller: Desk
  let concern: Desk

  beforeAll(async () => {
    world = await startWorld('office.js')
  })

  afterEach(async ({ task }) => {
    expect(await world.troubles(task.name)).toEqual([])
  })

  afterAll(() => world.stop())

  const state = (desk: Desk, name: string) =>
    desk.pane.locator('dt', { hasText: /^Status$/ }).locator('+ dd', { hasText: new RegExp(`^${name}$`) })

  test('an error on the server stands in the checklist and stops submitting', async () => {
    controller = await world.open('?leeg')
    await controller.signIn('controller-hol')
    await controller.makeWorkbook('HOL', { isExample: true })
    await controller.paste('Begroting!D5', '9.9.9')
    await controller.openTab('Synchroniseren')
    await controller.synchronise('10 nieuwe regels opgeslagen')
    await controller.openTab('Indienen')
    const { pane } = controller
    await pane.getByText('1 fout in deze begroting').waitFor()
    await pane.getByText('Alles is gesynchroniseerd').waitFor()
    expect(await pane.getByText('De lijsten in dit werkboek zijn niet meer die van nu').count()).toBe(0)
    await pane.getByRole('button', { name: 'Dien in' }).click()
    await pane.getByText('Indienen kan niet: nog 1 fouten.').first().waitFor()
    const blocking = pane.locator('.notice', { hasText: 'Dit houdt het tegen' })
    await blocking.getByText('Doel 9.9.9 bestaat niet in begroting 2023.').waitFor()
    await controller.expectCell('Voorblad', 'B8', 'concept')
  })

  test('[S-121] what is mended here and not sent yet is not left out of a submission in silence', async () => {
    const { pane } = controller
    const told = 'Synchroniseer eerst: op de server staat niet wat hier staat'
    await controller.type('Begroting!D5', '6.1.1')
    await controller.type('Begroting!AC5', 'Vragen: wijkteam@gemeente.nl')
    await pane.locator('.todo', { hasText: told }).waitFor()
    await pane.getByRole('button', { name: 'Dien in' }).click()
    await pane.locator('.invalid', { hasText: told }).waitFor()
    await controller.expectCell('Voorblad', 'B8', 'concept')
  })

  test('[S-121] what is mended and synchronised is submitted, and the cover and the first tab say so', async () => {
    const { pane } = controller
    await controller.openTab('Synchroniseren')
    await controller.synchronise('1 wijziging opgeslagen')
    await controller.openTab('Indienen')
    await pane.getByText('Geen fouten in de regels op de server').waitFor()
    await pane.getByRole('button', { name: 'Dien in' }).click()
    await state(controller, 'ingediend').waitFor()
    await pane.getByText('Indiening 1: ingediend').waitFor()
    await controller.expectCell('Voorblad', 'B8', 'ingediend')
    await controller.openTab('Start')
    await state(controller, 'ingediend').waitFor()
  })

  test('[S-121] a warning is accepted with a reason, and taken back', async () => {
    const { pane } = controller
    await controller.openTab('Indienen')
    const warning = pane.locator('.finding', { hasText: 'GB-120' })
    await warning.getByText('Aanvaard met een reden').click()
    await warning.getByLabel(/^Reden/).fill('Een postbus, geen persoon.')
    await warning.getByRole('button', { name: 'Aanvaard' }).click()
    await warning.getByText(/^Aanvaard door Controller Holtenbroek.*: Een postbus, geen persoon\.$/).waitFor()
    await warning.getByRole('button', { name: /^Neem terug/ }).click()
    await warning.getByText('Aanvaard met een reden').waitFor()
    expect(await warning.getByText('Een postbus, geen persoon.').count()).toBe(0)
  })

  test('[GB-603] a change is told to be in vain before it is sent, and refused when it is', async () => {
    const { pane } = controller
    await controller.type('Begroting!AC5', 'te laat')
    await controller.openTab('Synchroniseren')
    await pane.getByText('De begroting is ingediend', { exact: true }).waitFor()
    await pane.getByRole('button', { name: /^Bekijk (wijzigingen|opnieuw)/ }).click()
    await pane.getByRole('button', { name: 'Verstuur 1 wijziging' }).click()
    await pane.getByText(/er is niets gewijzigd\. Trek de indiening eerst in\..*GB-603/).waitFor()
    await pane.getByRole('button', { name: 'Naar indienen' }).click()
    await pane.getByRole('button', { name: 'Trek in' }).waitFor()
  })

  test('[S-121] finance returns it with a remark, which the controller sees within seconds', async () => {
    concern = await world.open('?leeg')
    await concern.signIn('concerncontroller')
    await concern.makeWorkbook('HOL', { isExample: false })
    await concern.openTab('Synchroniseren')
    await concern.synchronise('10 regels overgenomen van de server')
    await concern.expectCell('Voorblad', 'B8', 'ingediend')
    await concern.openTab('Indienen')
    const { pane } = concern
    await pane.getByRole('button', { name: 'Geef terug' }).click()
    await pane.getByText('Schrijf op waarom u de begroting teruggeeft.').first().waitFor()
    await pane.getByLabel(/^Opmerking/).fill('HOL-003 is dubbel.')
    await pane.getByRole('button', { name: 'Geef terug' }).click()
    await state(concern, 'teruggegeven').waitFor()
    const notice = controller.pane.locator('.notice', { hasText: 'Teruggegeven door Concerncontroller' })
    await notice.getByText('HOL-003 is dubbel.').waitFor()
    await state(controller, 'teruggegeven').waitFor()
  })

  test('the controller takes it back into concept, sends what he changed, and submits again', async () => {
    const { pane } = controller
    await pane.getByRole('button', { name: 'Neem weer in concept' }).click()
    await pane.getByText('Gedaan: weer in concept genomen.').waitFor({ state: 'attached' })
    await state(controller, 'in concept').waitFor()
    await controller.expectCell('Voorblad', 'B8', 'concept')
    await controller.openTab('Synchroniseren')
    expect(await pane.getByText('De begroting is teruggegeven').count()).toBe(0)
    expect(await pane.getByText(/GB-603|Synchroniseren is niet gelukt/).count()).toBe(0)
    await controller.synchronise('1 wijziging opgeslagen')
    await controller.openTab('Indienen')
    await pane.getByRole('button', { name: 'Dien in' }).click()
    await pane.getByText('Indiening 2: ingediend').waitFor()
  })

  test('[S-121] the concerncontroller sees it arrive and approves, and the controller sees that', async () => {
    const { pane } = concern
    await pane.getByText('Indiening 2: ingediend').waitFor()
    await pane.getByRole('button', { name: 'Geef financieel akkoord' }).click()
    await state(concern, 'goedgekeurd').waitFor()
    await state(controller, 'goedgekeurd').waitFor()
    await controller.pane.getByText('Indiening 2: goedgekeurd').waitFor()
    await controller.openTab('Synchroniseren')
    await controller.pane.getByText('De begroting is goedgekeurd', { exact: true }).waitFor()
  })
})
