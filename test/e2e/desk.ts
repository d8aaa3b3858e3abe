/** One person's window: the workbook on the left, the task pane on the right, by what a person sees and does. */
import type { FrameLocator, Page } from 'playwright-core'
import type { Book } from '../../workbench/book/book.ts'
import { boxOfAddress } from '../../workbench/book/index.ts'
import type { ExcelHost } from '../../workbench/host/index.ts'

declare global {
  interface Window {
    workbench?: { readonly book: Book; readonly host: ExcelHost }
  }
}

export interface Desk {
  readonly page: Page
  readonly pane: FrameLocator
  readonly signIn: (person: string) => Promise<void>
  /** In an empty workbook, as who is signed in. */
  readonly makeWorkbook: (areaCode: string, options: { readonly isExample: boolean }) => Promise<void>
  /** Looks at the changes, sends them, and waits for this in the outcome. */
  readonly synchronise: (outcome: string) => Promise<void>
  readonly openTab: (name: 'Start' | 'Controle' | 'Synchroniseren' | 'Indienen' | 'Over') => Promise<void>
  /** Goes there by the name box, types and presses Enter. */
  readonly type: (address: string, text: string) => Promise<void>
  /** Pastes, which no data validation stops. */
  readonly paste: (address: string, text: string) => Promise<void>
  /** What the cell shows. */
  readonly cell: (sheet: string, address: string) => Promise<string>
  /** Waits until the cell shows this. */
  readonly expectCell: (sheet: string, address: string, text: string | RegExp) => Promise<void>
  /** Complaints of pages, and members that the host does not have: all must be empty after a story. */
  readonly troubles: () => Promise<readonly string[]>
}

/** How long anything may take to show. */
const patienceMs = 10_000

export async function createDesk(page: Page, address: string): Promise<Desk> {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself reports what the server refuses and what cannot be reached; the stories ask for both.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) {
      complaints.push(`console: ${message.text()}`)
    }
  })
  page.setDefaultTimeout(patienceMs)
  await page.goto(address)
  const pane = page.frameLocator('iframe.pane-frame')
  const cell = (sheet: string, at: string) =>
    page.evaluate(
      ({ sheet, box }) => {
        const book = window.workbench?.book
        const found = book?.sheets().find(({ name }) => name === sheet)
        return found === undefined ? '' : (book?.texts(found.id, box)[0]?.[0] ?? '')
      },
      { sheet, box: boxOfAddress(at) },
    )
  const goTo = async (address: string) => {
    await page.getByLabel(/^Naamvak/).fill(address)
    await page.keyboard.press('Enter')
  }
  return {
    page,
    pane,
    signIn: async (person) => {
      await pane.getByLabel('Als wie meldt u zich aan?').selectOption(person)
      await pane.getByRole('button', { name: 'Aanmelden' }).click()
      await pane
        .getByText(/^Aangemeld als/)
        .first()
        .waitFor()
    },
    makeWorkbook: async (areaCode, { isExample }) => {
      await pane.getByLabel('Begrotingsjaar').fill('2023')
      await pane.getByRole('combobox', { name: 'Gebied', exact: true }).selectOption(areaCode)
      if (isExample) await pane.getByLabel('Met voorbeeldregels om van te leren').check()
      await pane.getByRole('button', { name: 'Maak werkboek' }).click()
      await pane.getByText('Het werkboek is gemaakt.').waitFor({ state: 'attached' })
    },
    synchronise: async (outcome) => {
      await pane.getByRole('button', { name: /^Bekijk (wijzigingen|opnieuw)/ }).click()
      await pane.getByRole('button', { name: /^(Verstuur|Haal op)/ }).click()
      await pane.getByText(outcome).waitFor()
    },
    openTab: (name) => pane.getByRole('tab', { name: new RegExp(`^${name}`) }).click(),
    type: async (address, text) => {
      await goTo(address)
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    paste: async (address, text) => {
      await goTo(address)
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
      await page.keyboard.press('Control+V')
    },
    cell,
    expectCell: async (sheet, address, text) => {
      const deadlineMs = Date.now() + patienceMs
      for (;;) {
        const shown = await cell(sheet, address)
        if (typeof text === 'string' ? shown === text : text.test(shown)) return
        if (Date.now() > deadlineMs) throw new Error(`${sheet}!${address} shows "${shown}", not ${String(text)}.`)
        await page.waitForTimeout(25)
      }
    },
    troubles: async () => [
      ...complaints,
      ...(await page.evaluate(() => {
        const host = window.workbench?.host
        if (host === undefined) return ['no workbook is open']
        return [
          ...host.statistics.missing.map((member) => `missing: ${member}`),
          ...host.bugs.map((bug) => `bug: ${String(bug)}`),
        ]
      })),
    ],
  }
}
