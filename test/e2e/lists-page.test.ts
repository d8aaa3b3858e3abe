import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from './world.ts'

const axeSource = readFileSync(path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

let world: World
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  world = await startWorld('own')
  const context = await world.browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'nl-NL',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The browser itself reports what the server refuses, which the story asks for.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text())
  })
})

afterAll(() => world.stop())

const button = (name: string) => page.getByRole('button', { name, exact: true })

/** What has the focus, by its text. */
const focused = () => page.evaluate(() => document.activeElement?.textContent)

test('[S-105] finance and administration keep the lists on a page of their own', async () => {
  await page.goto(`${world.origin}/beheer.html`)
  await page.getByLabel('Als wie meldt u zich aan?').selectOption('beheer')
  expect(await faultsOn(page)).toEqual([])
  await button('Aanmelden').click()
  await page.getByLabel('Zoek').fill('stelpost')
  await page.getByText('1 van 6').waitFor()

  // A ceiling that does not fit is said beside its field, in the row where it stands.
  await button('SP-GGW-2023').click()
  await page.getByRole('group', { name: 'Plafonds van bronnen 2' }).getByLabel('Plafond').fill('319.000,5,1')
  await button('Leg vast').click()
  await page.getByText('Schrijf een bedrag in euro zoals 1.234,56.').waitFor()
  await page.getByRole('group', { name: 'Plafonds van bronnen 2' }).getByLabel('Plafond').fill('319.000,50')
  await page.getByRole('group', { name: 'Plafonds van bronnen 2' }).getByLabel('Gebied').fill('NRD')
  await button('Leg vast').click()
  await page.getByText('NRD staat niet in de lijst gebieden').waitFor()
  await page.getByRole('group', { name: 'Plafonds van bronnen 2' }).getByLabel('Gebied').fill('')
  expect(await faultsOn(page)).toEqual([])
  await button('Leg vast').click()
  await page.getByText('SP-GGW-2023 is vastgelegd.').waitFor()
  expect(await focused()).toBe('SP-GGW-2023')

  await button('SP-GGW-2023').click()
  await button('Toon geschiedenis').click()
  await page.getByText('2023 kernteam 319.000,50').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await focused()).toBe('SP-GGW-2023')
})

test('[S-105] who was overtaken sees what stands there now, and chooses', async () => {
  await button("Programma's").click()
  await button('6').click()
  await page.getByLabel('Naam').fill('Van mij')
  const { results } = await world.server.db
    .prepare("SELECT body FROM reference_item WHERE kind = 'programmas' AND code = '6'")
    .all<{ body: string }>()
  await world.server.db
    .prepare("UPDATE reference_item SET item_version = 2, body = ?1 WHERE kind = 'programmas' AND code = '6'")
    .bind(JSON.stringify({ ...JSON.parse(results[0]?.body ?? '{}'), name: 'Van een ander' }))
    .run()
  await button('Leg vast').click()
  await page.getByText('Een ander was eerder').waitFor()
  expect(await page.getByRole('row', { name: /Naam/ }).last().innerText()).toMatch(/Van een ander\s+Van mij/)
  expect(await faultsOn(page)).toEqual([])
  await button('Neem over wat er staat').click()
  expect(await page.getByLabel('Naam').inputValue()).toBe('Van een ander')

  // An item ends; it is not deleted.
  await page.getByText('Beëindigen').click()
  await page.getByLabel('Laatste jaar').fill('2024')
  await button('Beëindig').click()
  await page.getByText('6 is vastgelegd.').waitFor()
  await page.getByLabel('Geldig in').selectOption('2026')
  await page.getByText('2 van 3').waitFor()
})

test('[S-108] a file is shown before it is loaded, and its faults have their place', async () => {
  const give = async (text: string) => {
    const files = page.locator('input[type=file]')
    await files.setInputFiles([{ name: 'programmas.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }])
  }
  await page.getByLabel('Geldig in').selectOption('')
  await button('Laad bestanden').click()
  await give('Code;Naam;Van jaar;T/m jaar\n9;Dienstverlening;later;2026\n')
  await page.getByText('programmas.csv, regel 2, kolom Van jaar').waitFor()
  await give('Code;Naam;Van jaar;T/m jaar\n9;Dienstverlening;2023;2026\n')
  await page.getByText('Nieuw 1, gewijzigd 0, ongewijzigd 0').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await button('Laad').click()
  await page.getByText('Geladen', { exact: true }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Sluit' }).click()
  await page.getByText('Dienstverlening').waitFor()
})

test('[S-109] administration keeps the people, and the last of it stays', async () => {
  await button('Mensen en rechten').click()
  await button('Griffie').click()
  await page.getByLabel('Gebieden').fill('HOL')
  await button('Leg vast').click()
  await page.getByText('Griffie is vastgelegd.').waitFor()
  await button('Beheerder').click()
  await page.getByLabel('Rol').selectOption('griffie')
  await button('Leg vast').click()
  await page.getByRole('dialog').getByText('Geef eerst een ander de rol beheer.').waitFor()
  await page.keyboard.press('Escape')
})

test('the page speaks English, in the dark and on a narrow screen, without a fault that axe finds', async () => {
  await page.getByLabel('Taal').selectOption('en')
  await button('Sources of funding').click()
  await button('SP-GGW-2023').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'none' })
    await page.reload()
    await button('SP-GGW-2023').waitFor()
    expect(await faultsOn(page), colorScheme).toEqual([])
    await button('SP-GGW-2023').click()
    expect(await faultsOn(page), `form in ${colorScheme}`).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await faultsOn(page)).toEqual([])
  expect(complaints).toEqual([])
})

/** Faults as `rule: element`; the scan runs in the page. */
async function faultsOn(scanned: Page): Promise<readonly string[]> {
  await scanned.evaluate(axeSource)
  const results = await scanned.evaluate<AxeResults>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] })',
  )
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
