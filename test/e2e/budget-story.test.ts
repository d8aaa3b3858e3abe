import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { startWorld, type World } from './world.ts'

/** The story of an area controller and of finance, in the pane with Microsoft's unmodified office.js. */
describe('a budget from the first cell to the totals', () => {
  let world: World
  let controller: Desk
  let finance: Desk
  let colleague: Desk

  beforeAll(async () => {
    world = await startWorld('office.js')
  })

  afterEach(async ({ task }) => {
    expect(await world.troubles(task.name)).toEqual([])
  })

  afterAll(() => world.stop())

  test('an empty workbook becomes the workbook of an area', async () => {
    controller = await world.open('?leeg')
    await controller.signIn('controller-hol')
    await controller.makeWorkbook('HOL', { isExample: true })
    await controller.expectCell('Voorblad', 'A1', 'Gebiedsbegroting Holtenbroek 2023')
    await controller.expectCell('Begroting', 'B5', 'HOL-001')
  })

  test('a wrong amount is found as it is typed, and is gone when it is right', async () => {
    const { pane } = controller
    await controller.openTab('Controle')
    await pane.getByRole('button', { name: 'Controleer' }).click()
    await pane.getByText('Alles klopt').waitFor()
    await controller.paste('Begroting!S5', '45.000,00 EUR p.j.')
    await pane.getByText('"45.000,00 EUR p.j." is geen bedrag.').waitFor()
    await controller.expectCell('Begroting', 'AN5', /^fout: GB-101/)
    await pane.getByRole('button', { name: 'Uitleg GB-101' }).click()
    await pane.getByText('Een fout moet weg voordat u kunt indienen. Synchroniseren mag wel.').waitFor()
    await controller.type('Begroting!S5', '45000')
    await pane.getByText('Alles klopt').waitFor()
    await controller.expectCell('Begroting', 'AN5', /^info: GB-510/)
  })

  test('what has an obvious remedy is mended with one click', async () => {
    const { pane } = controller
    const domain = await controller.cell('Begroting', 'G5')
    await controller.paste('Begroting!G5', domain.toUpperCase())
    await pane.getByRole('button', { name: /^Herstel: .* in G5$/ }).click()
    await pane.getByText('Alles klopt').waitFor()
    await controller.expectCell('Begroting', 'G5', domain)
  })

  test('synchronising first shows what will happen, and afterwards there is nothing left to do', async () => {
    const { pane } = controller
    await controller.openTab('Synchroniseren')
    await pane.getByRole('button', { name: /^Bekijk (wijzigingen|opnieuw)/ }).click()
    await pane.getByText('10 nieuwe regels', { exact: true }).waitFor()
    await pane.getByRole('button', { name: 'Verstuur 10 wijzigingen' }).click()
    await pane.getByText('10 nieuwe regels opgeslagen').waitFor()
    await pane.getByRole('button', { name: /^Bekijk (wijzigingen|opnieuw)/ }).click()
    await pane.getByText('Niets te versturen').waitFor()
  })

  test('[S-87] a formula cell in another workbook follows within a second', async () => {
    finance = await world.open('?leeg')
    await finance.signIn('financien')
    await finance.type('Blad1!A1', '=GEBIED.TOTAAL("HOL";2023;"primitief";"L")')
    await finance.expectCell('Blad1', 'A1', '299520')
    await controller.type('Begroting!S5', '46000')
    await controller.synchronise('1 wijziging opgeslagen')
    const storedMs = Date.now()
    await finance.expectCell('Blad1', 'A1', '300520')
    expect(Date.now() - storedMs).toBeLessThan(1_000)
  })

  test('the same budget on another machine takes its rows from the server', async () => {
    colleague = await world.open('?leeg')
    await colleague.signIn('controller-hol')
    await colleague.makeWorkbook('HOL', { isExample: false })
    await colleague.openTab('Synchroniseren')
    await colleague.synchronise('10 regels overgenomen van de server')
    await colleague.expectCell('Begroting', 'B5', 'HOL-001')
    await colleague.expectCell('Begroting', 'S5', '46.000')
  })

  test('who changed the same cell is asked, sees both values, and decides', async () => {
    await controller.type('Begroting!S5', '47000')
    await controller.synchronise('1 wijziging opgeslagen')
    await colleague.type('Begroting!S5', '48000')
    const { pane } = colleague
    await pane.getByRole('button', { name: /^Bekijk (wijzigingen|opnieuw)/ }).click()
    await pane.getByRole('button', { name: 'Verstuur 1 wijziging' }).click()
    await pane.getByText('1 verschil om te beslissen').waitFor()
    await pane.getByText('HOL-001, kolom 2023').waitFor()
    await colleague.expectCell('Begroting', 'S5', '48.000')
    await pane.getByRole('button', { name: /^Neem deze/ }).click()
    await pane.getByText('1 verschil om te beslissen').waitFor({ state: 'hidden' })
    await colleague.expectCell('Begroting', 'S5', '47.000')
  })

  test('[S-88] without a connection the work waits in the workbook, and goes by itself when it is back', async () => {
    const { pane, page } = controller
    await page.context().setOffline(true)
    await controller.type('Begroting!S5', '49000')
    await pane.getByRole('button', { name: /^Bekijk (wijzigingen|opnieuw)/ }).click()
    await pane.getByRole('button', { name: 'Verstuur 1 wijziging' }).click()
    await pane.getByText('De server is even niet bereikbaar').first().waitFor()
    await finance.expectCell('Blad1', 'A1', '301520')
    await page.context().setOffline(false)
    await pane.getByText('1 wijziging opgeslagen').waitFor()
    await finance.expectCell('Blad1', 'A1', '303520')
  })
})
