import { type CellsOverHttp, type Shown, startCells } from './cells-over-http.ts'
import type { Bench, Figure } from './figure.ts'
import { wallMs } from './measure.ts'

/** What a person waits for: a large workbook is opened, and all its formula cells are called and must show their value. */
export const formulaCells: Bench = {
  name: 'formula-cells',
  async run(share): Promise<readonly Figure[]> {
    const cells = await startCells(share)
    try {
      const firstMs = await enteredMs(cells)
      const coldTimes: number[] = []
      const knownTimes: number[] = []
      let coldRequests = 0
      for (let run = 0; run < (share < 1 ? 1 : 5); run++) {
        cells.startAnew()
        coldTimes.push(await enteredMs(cells))
        coldRequests = cells.requests()
        for (let again = 0; again < 5; again++) knownTimes.push(await enteredMs(cells))
      }
      const knownRequests = cells.requests() - coldRequests
      const what = `${cells.calls.length.toLocaleString('nl-NL')} formula cells`
      return [
        { what: `${what}, first of an isolate`, value: firstMs, unit: 'ms' },
        { what, value: Math.min(...coldTimes), unit: 'ms', goal: { atMost: 300 } },
        { what: `${what}: requests`, value: coldRequests, unit: 'requests', goal: { atMost: 2 } },
        { what: `${what} once more`, value: Math.min(...knownTimes), unit: 'ms', goal: { atMost: 20 } },
        { what: `${what} once more: requests`, value: knownRequests, unit: 'requests', goal: { atMost: 0 } },
      ]
    } finally {
      await cells.stop()
    }
  },
}

async function enteredMs(cells: CellsOverHttp): Promise<number> {
  let shown: Shown = []
  const ms = await wallMs(async () => {
    shown = await cells.enter(cells.calls)
  })
  refuseErrors(shown)
  return ms
}

/** Cells that were quick because they show an error would make the figure worth nothing. */
function refuseErrors(shown: Shown): void {
  const wrong = shown.find((value) => !isAmount(value))
  if (wrong !== undefined) throw new Error(`A cell shows no amount: ${JSON.stringify(wrong)}`)
}

function isAmount(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'basicValue' in value && typeof value.basicValue === 'number'
}
