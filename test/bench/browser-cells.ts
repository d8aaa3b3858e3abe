import { exampleYear } from '#shared/example/index.ts'
import type { Desk } from '../e2e/desk.ts'
import { startWorld } from '../e2e/world.ts'
import type { Bench, Figure } from './figure.ts'
import { areaCodes } from './make-workbook.ts'
import { fillBudgets } from './many-budgets.ts'
import { sized } from './measure.ts'

/** In a real browser: the workbench computes, and the add-in in its frame asks the Worker for what it does not know. */
export const browserCells: Bench = {
  name: 'browser-cells',
  async run(share): Promise<readonly Figure[]> {
    const areas = areaCodes(sized(40, share))
    const formulas = formulasOf(areas, sized(1_000, share))
    const world = await startWorld('own')
    try {
      await fillBudgets(world.server.db, areas, sized(5_000, share))
      const entries: Entry[] = []
      for (let run = 0; run < (share < 1 ? 1 : 3); run++) {
        const desk = await world.open('?leeg')
        await desk.signIn('financien')
        entries.push(await enter(desk, formulas))
        await desk.page.context().close()
      }
      const best = entries.reduce((quickest, entry) => (entry.ms < quickest.ms ? entry : quickest))
      const count = (formulas.length * columns).toLocaleString('nl-NL')
      const what = `${count} cells in the workbench, ${formulas.length.toLocaleString('nl-NL')} different`
      return [
        { what, value: best.ms / 1000, unit: 's', goal: { atMost: 2 } },
        { what: `${what}: requests`, value: best.requests, unit: 'requests', goal: { atMost: 2 } },
      ]
    } finally {
      await world.stop()
    }
  },
}

/** Each formula stands in so many cells beside each other. */
const columns = 10

const taakvelden = ['6.1', '2.1', '5.7', '8.3', '8.1', '8.2', '0.4'] as const

/** Enough for a thousand different formulas of forty areas. */
function formulasOf(areas: readonly string[], count: number): readonly string[] {
  const years = [0, 1, 2, 3].map((offset) => exampleYear + offset)
  const all = years.flatMap((year) =>
    taakvelden.flatMap((taakveld) =>
      areas.map((area) => `=GEBIED.TOTAAL("${area}",${exampleYear},"primitief","L",,"${taakveld}",,${year})`),
    ),
  )
  if (all.length < count) throw new Error(`There are only ${all.length} different formulas.`)
  return all.slice(0, count)
}

interface Entry {
  /** From the step that writes the formulas until every cell shows an amount. */
  readonly ms: number
  readonly requests: number
}

async function enter({ page }: Desk, formulas: readonly string[]): Promise<Entry> {
  let requests = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/cellen')) requests += 1
  })
  const ms = await page.evaluate(
    ({ formulas, columns }) => {
      const book = window.workbench?.book
      const sheet = book?.sheets()[0]?.id
      if (book === undefined || sheet === undefined) throw new Error('No workbook is open.')
      const inputs = formulas.map((formula) =>
        Array.from({ length: columns }, () => ({ kind: 'formula' as const, formula })),
      )
      const box = { row: 0, column: 0, rows: formulas.length, columns }
      const isSettled = () => book.values(sheet, box).every((row) => row.every((value) => typeof value === 'number'))
      const startMs = performance.now()
      return new Promise<number>((resolve) => {
        const stop = book.subscribe(() => {
          if (!isSettled()) return
          stop()
          resolve(performance.now() - startMs)
        })
        book.transact('person', () => book.write(sheet, box, inputs))
      })
    },
    { formulas, columns },
  )
  return { ms, requests }
}
