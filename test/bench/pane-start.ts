import type { Page } from 'playwright-core'
import { startWorld, type World } from '../e2e/world.ts'
import { kilobytesOf, startKilobytes } from '../site/start-size.ts'
import type { Bench, Figure } from './figure.ts'

/** How long it takes a slow machine to show the pane: from opening its page until the button Aanmelden can be clicked. */
export const paneStart: Bench = {
  name: 'pane-start',
  async run(share): Promise<readonly Figure[]> {
    const world = await startWorld('own')
    try {
      const starts: Start[] = []
      for (let run = 0; run < (share < 1 ? 1 : 5); run++) starts.push(await firstVisit(world))
      const best = starts.reduce((quickest, start) => (start.ms < quickest.ms ? start : quickest))
      return [
        {
          what: `pane usable, a processor ${slowness} times as slow`,
          value: best.ms,
          unit: 'ms',
          goal: { atMost: 800 },
        },
        {
          what: 'JavaScript in the page of the pane',
          value: startKilobytes('taskpane.html'),
          unit: 'kB',
          goal: { atMost: 40 },
        },
        {
          what: 'JavaScript that had arrived by then, our own client included',
          value: kilobytesOf(best.files),
          unit: 'kB',
        },
      ]
    } finally {
      await world.stop()
    }
  },
}

const slowness = 4

interface Start {
  readonly ms: number
  /** Scripts of the site that had arrived by then. */
  readonly files: readonly string[]
}

/** In the frame of the workbench, whose host stands already; nothing of the pane is in the browser's cache. */
async function firstVisit({ open }: World): Promise<Start> {
  const { page, pane } = await open('?leeg')
  await pane.getByRole('button', { name: 'Aanmelden' }).waitFor()
  const tools = await page.context().newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  const start = await openAnew(page)
  await page.context().close()
  return start
}

function openAnew(page: Page): Promise<Start> {
  return page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.pane-frame')
    if (frame === null) throw new Error('There is no pane.')
    const before = frame.contentDocument
    const isClickable = () => {
      const shown = frame.contentDocument
      if (shown === null || shown === before) return false
      const button = [...shown.querySelectorAll('button')].find(({ textContent }) => textContent === 'Aanmelden')
      if (button === undefined || button.disabled) return false
      const { left, top, width, height } = button.getBoundingClientRect()
      return button.contains(shown.elementFromPoint(left + width / 2, top + height / 2))
    }
    const scripts = () => {
      const loaded = frame.contentWindow?.performance.getEntriesByType('resource') ?? []
      return loaded.map(({ name }) => new URL(name).pathname.slice(1)).filter((file) => file.endsWith('.js'))
    }
    const startMs = performance.now()
    frame.contentWindow?.location.reload()
    return new Promise<Start>((resolve) => {
      const look = () => {
        if (isClickable()) resolve({ ms: performance.now() - startMs, files: scripts() })
        else requestAnimationFrame(look)
      }
      look()
    })
  })
}
