/**
 * `npm run sim -- --seeds=1000 --from=1 --steps=120 --fault=last-writer-wins`: the synchronisation under simulated people,
 * networks and servers. Prints counts, and each violation with its seed; exit code 1 when there is one.
 */
import { parseArgs } from 'node:util'
import { type PlantedBug, plantedBugs } from './planted-bugs.ts'
import { trueProtocol } from './protocol-under-test.ts'
import { simulate, type SimulationResult } from './simulate.ts'
import { countNames } from './world.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '120' },
    fault: { type: 'string' },
  },
})
const protocol = values.fault === undefined ? trueProtocol : plantedBugs[readFault(values.fault)]
const first = readCount('from', values.from)
const seeds = readCount('seeds', values.seeds)
const steps = readCount('steps', values.steps)

const startMs = performance.now()
const failed: SimulationResult[] = []
const totals = new Map<string, number>(countNames.map((name) => [name, 0]))
let roundsMost = 0
for (let seed = first; seed < first + seeds; seed++) {
  const result = simulate(seed, steps, protocol)
  if (result.violations.length > 0) failed.push(result)
  for (const name of countNames) totals.set(name, (totals.get(name) ?? 0) + result.counts[name])
  roundsMost = Math.max(roundsMost, result.rounds)
  showProgress(seed - first + 1)
}
report()

function readFault(name: string): PlantedBug {
  if (name in plantedBugs) return name as PlantedBug
  return stop(`Unknown --fault=${name}. Choose one of: ${Object.keys(plantedBugs).join(', ')}.`)
}

function readCount(option: string, text: string): number {
  const count = Number(text)
  if (Number.isSafeInteger(count) && count > 0) return count
  return stop(`--${option}=${text} is not a whole number above zero.`)
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

function showProgress(done: number): void {
  if (!process.stderr.isTTY || (done % 20 !== 0 && done !== seeds)) return
  process.stderr.write(`\r${done} of ${seeds} seeds, ${failed.length} failed`)
}

function report(): void {
  const seconds = (performance.now() - startMs) / 1_000
  if (process.stderr.isTTY) process.stderr.write('\n')
  for (const { seed, violations } of failed) {
    console.log(`seed ${seed}: ${violations.length} violations`)
    for (const violation of violations.slice(0, 5)) console.log(`  ${violation}`)
  }
  const counted = [...totals].map(([name, total]) => `${name} ${total.toLocaleString('en')}`).join(', ')
  console.log(
    `${seeds} seeds of ${steps} steps in ${seconds.toFixed(1)} s, quiet within ${roundsMost} rounds: ${counted}`,
  )
  console.log(failed.length === 0 ? 'No violations.' : `${failed.length} seeds with violations.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
