/** Draws the icons of the ribbon from their SVG source: `node test/browser/draw-icons.ts` after a change of one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser } from './launch.ts'

const root = path.join(import.meta.dirname, '../..')
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96]

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  mkdirSync(path.join(root, 'worker/public/icons'), { recursive: true })
  for (const name of ['gebied', 'controleren', 'synchroniseren']) {
    const svg = readFileSync(path.join(root, `addin/icons/${name}.svg`), 'utf8')
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
      const png = await page.screenshot({ omitBackground: true })
      writeFileSync(path.join(root, `worker/public/icons/${name}-${size}.png`), png)
    }
  }
} finally {
  await browser.close()
}
