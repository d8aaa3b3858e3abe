import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Bench, Figure } from './figure.ts'
import { wallMs } from './measure.ts'

const command = path.join(import.meta.dirname, '../../cli/bin.mjs')

/** From the keystroke to the answer, with the start of Node itself beside it. */
export const commandStart: Bench = {
  name: 'command-start',
  async run(share): Promise<readonly Figure[]> {
    const runs = share < 1 ? 1 : 7
    return [
      { what: 'gebied help', value: await quickest(runs, [command, 'help']), unit: 'ms' },
      { what: 'node without a program', value: await quickest(runs, ['-e', '']), unit: 'ms' },
    ]
  },
}

async function quickest(runs: number, args: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await wallMs(async () => execFileSync(process.execPath, args)))
  return Math.min(...times)
}
