import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld('own')
})

afterAll(() => world.stop())

/** Excel compares what looks like a number as a number: to SUMIFS the codes 0.1 and 0.10 are one. */
test('[S-85] SUMIFS adds taakveld 0.10 to 0.1, GEBIED.TOTAAL does not', async () => {
  const desk = await world.open('?gebied=HOL&jaar=2023')
  await desk.signIn('controller-hol')
  await desk.type('Begroting!N5', '0.1')
  await desk.type('Begroting!N6', '0.10')
  await desk.openTab('Synchroniseren')
  await desk.synchronise('10 nieuwe regels opgeslagen')
  expect([await desk.cell('Begroting', 'S5'), await desk.cell('Begroting', 'S6')]).toEqual(['45.000', '52.500'])
  await desk.type('Voorblad!G1', '=SOMMEN.ALS(tblBegroting[2023];tblBegroting[Taakveld];"0.1")')
  await desk.type('Voorblad!G2', '=GEBIED.TOTAAL("HOL";2023;"primitief";"L";;"0.1")')
  await desk.type('Voorblad!G3', '=GEBIED.TOTAAL("HOL";2023;"primitief";"L";;"0.10")')
  await desk.expectCell('Voorblad', 'G1', '97500')
  await desk.expectCell('Voorblad', 'G2', /^45\.?000/)
  await desk.expectCell('Voorblad', 'G3', /^52\.?500/)
})
