/** A real browser for the tests: the one named in the environment, one that is installed, or the one from the npm package. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './unpack-chromium.ts'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/**
 * GEBIED_BROWSER names an executable to use instead. The flags of the npm package are not used: one process for all pages
 * dies with the first, and without web security the tests would pass wrongly.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--ignore-certificate-errors', '--font-render-hinting=none']
  const own = process.env['GEBIED_BROWSER'] ?? installed.find((file) => existsSync(file))
  if (own !== undefined) return chromium.launch({ executablePath: own, args })
  const folder = await unpackChromium()
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      LANG: 'nl_NL.UTF-8',
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
      FONTCONFIG_FILE: path.join(folder, 'fonts/fonts.conf'),
    },
  })
}
