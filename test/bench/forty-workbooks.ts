import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { areaCodes, makeWorkbook, referenceWith } from './make-workbook.ts'
import { sized } from './measure.ts'
import type { FortyTimes } from './forty-workbooks-pass.ts'

const pass = path.join(import.meta.dirname, 'forty-workbooks-pass.ts')

/**
 * A controller's morning: the files of all areas read, checked and consolidated. In a process of its own and in one
 * pass, so that the time to warm up is in it, as it is for `gebied consolidate`.
 */
export const fortyWorkbooks: Bench = {
  name: 'forty-workbooks',
  run(share): readonly Figure[] {
    const areas = areaCodes(sized(40, share))
    const rows = sized(2_500, share)
    const reference = referenceWith(areas)
    const folder = mkdtempSync(path.join(tmpdir(), 'gebied-bench-'))
    try {
      const files = areas.map((areaCode, i) => {
        const file = path.join(folder, `${areaCode}.xlsx`)
        writeFileSync(file, makeWorkbook(areaCode, makeLines(areaCode, rows, i + 1), reference))
        return file
      })
      return figuresOf(runPass(share < 1 ? 1 : 3, files), `${areas.length} workbooks of ${rows} rows`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

/** The quickest of some processes, each in one pass. */
function runPass(processes: number, files: readonly string[]): FortyTimes {
  const times = Array.from({ length: processes }, (): FortyTimes => {
    const output = execFileSync(process.execPath, [pass, ...files], { encoding: 'utf8' })
    return JSON.parse(output)
  })
  return times.reduce((best, one) => (one.totalMs < best.totalMs ? one : best))
}

function figuresOf(times: FortyTimes, what: string): readonly Figure[] {
  return [
    { what: `${what}: files to grids, by the clock`, value: times.readMs / 1000, unit: 's' },
    { what: `${what}: grids to rows, by the clock`, value: times.rowsMs / 1000, unit: 's' },
    { what: `${what}: checked, by the clock`, value: times.checkMs / 1000, unit: 's' },
    { what: `${what}: consolidated, by the clock`, value: times.consolidateMs / 1000, unit: 's' },
    {
      what: `${what}: read, checked and consolidated, processor time`,
      value: times.totalMs / 1000,
      unit: 's',
      goal: { atMost: 2 },
    },
  ]
}
