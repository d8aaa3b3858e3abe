import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paneStates } from '../../addin/pane/demo-states.test-data.ts'
import { launchBrowser } from '../browser/launch.ts'
import { serveFolder, type ServedFolder } from '../browser/serve-folder.ts'
import { galleryFolder } from '../site/site-folder.ts'

const axeSource = readFileSync(path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

const looks = [
  { name: 'light', theme: 'licht', forcedColors: 'none' },
  { name: 'dark', theme: 'donker', forcedColors: 'none' },
  { name: 'forced colours', theme: 'contrast', forcedColors: 'active' },
] as const
const widths = [320, 350, 450]

/** A pane beside a sheet is about as high as this on a laptop. */
const height = 620

let browser: Browser
let gallery: ServedFolder

beforeAll(async () => {
  gallery = await serveFolder(galleryFolder)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  gallery.stop()
})

describe.for(looks)('the pane in $name', ({ theme, forcedColors }) => {
  let page: Page

  beforeAll(async () => {
    page = await browser.newPage({ forcedColors, reducedMotion: 'reduce' })
  })

  afterAll(() => page.close())

  test.for(paneStates)('[S-89] has no accessibility fault and no sideways scroll in state %s', async (state) => {
    await page.setViewportSize({ width: widths[0] ?? 320, height })
    await page.goto(`${gallery.url}/gallery.html?staat=${state}&thema=${theme}`)
    await page.locator('[role=tabpanel] > *').first().waitFor()
    expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().height)).toBeGreaterThan(20)
    for (const width of widths) {
      await page.setViewportSize({ width, height })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0)
      expect(await violationsOn(page), `at ${width} px`).toEqual([])
    }
  })
})

test('the pane is usable by keyboard alone: tabs by arrows, everything by Tab', async () => {
  const page = await browser.newPage({ viewport: { width: 350, height } })
  await page.goto(`${gallery.url}/gallery.html?staat=controle-12`)
  await page.getByRole('tab', { selected: true }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^Synchroniseren/)
  await page.keyboard.press('ArrowLeft')
  const reached = new Set<string>()
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
  }
  expect([...reached].some((text) => text.startsWith('Controleer'))).toBe(true)
  expect([...reached].some((text) => text.startsWith('Ga naar'))).toBe(true)
  await page.close()
})

/** Faults as `rule: element`; the scan runs in the page. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate<AxeResults>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] })',
  )
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}
