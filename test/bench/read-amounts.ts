import { type Cell, readAmount } from '#shared/cells/index.ts'
import type { Bench, Figure } from './figure.ts'
import { seededRandom } from './make-lines.ts'
import { cpuMsMin, sized } from './measure.ts'

/** Cells as a template writes them: euros and cents under an amount format with a colour in it. */
export const readAmounts: Bench = {
  name: 'read-amounts',
  run(share): readonly Figure[] {
    const count = sized(1_000_000, share)
    const random = seededRandom(6)
    const cells = Array.from({ length: count }, (): Cell => {
      const value = Math.round((random() - 0.1) * 100_000_000) / 100
      return { kind: 'number', value, numberFormat: '#,##0.00;[Red]-#,##0.00' }
    })
    let cents = 0
    const ms = cpuMsMin(5, () => {
      for (const cell of cells) {
        const reading = readAmount(cell)
        if (reading.status === 'ok') cents += reading.value
      }
    })
    if (cents === 0) throw new Error('No amount was read.')
    return [{ what: `${count} number cells read as amounts`, value: ms, unit: 'ms' }]
  },
}
