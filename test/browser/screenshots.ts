/** The pictures of the README: `npm run screenshots` builds the site, plays a scene and writes `docs/images`. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildGallery, buildSite } from '../../cli/build-site.ts'
import { startWorld, type World } from '../e2e/world.ts'
import { galleryFolder, siteFolder } from '../site/site-folder.ts'
import { serveFolder } from './serve-folder.ts'

const images = path.join(import.meta.dirname, '../../docs/images')
const paneStates = ['gekoppeld-bezig', 'controle-12', 'sync-beslissen', 'indienen-concept'] as const

mkdirSync(images, { recursive: true })
await Promise.all([buildSite(siteFolder), buildGallery(galleryFolder)])
const world = await startWorld('own')
try {
  await drawWorkbench(world)
  await drawPane(world)
} finally {
  await world.stop()
}

/** A controller who has just typed an amount that the source does not cover, beside live totals of the server. */
async function drawWorkbench({ open }: World): Promise<void> {
  const desk = await open('?gebied=HOL&jaar=2023')
  await desk.pane.getByRole('button', { name: 'Overslaan' }).click()
  await desk.signIn('controller-hol')
  await desk.openTab('Synchroniseren')
  await desk.synchronise('10 nieuwe regels opgeslagen')
  await desk.openTab('Controle')
  await desk.pane.getByRole('button', { name: /^Controleer/ }).click()
  await desk.pane.getByText('Alles klopt').waitFor()
  await desk.type('Begroting!S5', '46000')
  await desk.paste('Begroting!G6', 'SOCIAAL')
  await desk.pane
    .getByText(/^GB-212$/)
    .first()
    .waitFor()
  await desk.page.screenshot({ path: path.join(images, 'werkbank.png') })
  await desk.type('Voorblad!G15', '=GEBIED.RESTANT("SP-GGW-2023";2023)')
  await desk.expectCell('Voorblad', 'B17', /\d/)
  await desk.page.getByLabel(/^Naamvak/).fill('Voorblad!G15')
  await desk.page.keyboard.press('Enter')
  await desk.page.screenshot({ path: path.join(images, 'functies.png') })
}

/** Four states of the pane beside each other. */
async function drawPane({ browser }: World): Promise<void> {
  const gallery = await serveFolder(galleryFolder)
  const page = await browser.newPage({ viewport: { width: 1460, height: 720 }, deviceScaleFactor: 1 })
  const frames = paneStates.map((state) => `<iframe src="${gallery.url}/gallery.html?staat=${state}"></iframe>`)
  await page.goto(`${gallery.url}/gallery.html`)
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:20px;background:#d1d1d1}iframe{border:0;width:350px;height:720px}</style>${frames.join('')}`,
  )
  for (const index of paneStates.keys()) {
    await page.frameLocator('iframe').nth(index).locator('[role=tabpanel] > *').first().waitFor()
  }
  await page.screenshot({ path: path.join(images, 'taakvenster.png') })
  gallery.stop()
}
