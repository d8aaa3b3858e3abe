/** Time of the processor, all threads of this process together: what others do on the machine weighs little in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of user and system time that one run takes. */
export function cpuMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The quickest of several runs: the one that was disturbed least, after the first have warmed the code. */
export function cpuMsMin(runs: number, run: () => void): number {
  return Math.min(...Array.from({ length: runs }, () => cpuMs(run)))
}

/** Milliseconds on the clock, for work that other processes share in. */
export async function wallMs(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await run()
  return performance.now() - before
}

/** A part of a full size, at least one. */
export function sized(full: number, share: number): number {
  return Math.max(1, Math.round(full * share))
}

/**
 * Milliseconds of user and system time that a child process of this one has used until now, all its threads together.
 * Undefined where the system does not tell it in /proc, or there is no such child.
 */
export function childCpuMs(name: string): number | undefined {
  const pids = existsSync('/proc/self/stat') ? readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)) : []
  const stats = pids.map((pid) => statOf(pid)).filter((stat) => stat?.[0]?.endsWith(`(${name})`))
  const own = stats.find((stat) => Number(stat?.[2]) === process.pid)
  return own === undefined ? undefined : (Number(own[12]) + Number(own[13])) * clockTickMs
}

/** USER_HZ is 100 on every Linux that Node runs on. */
const clockTickMs = 10

/** Pid and name, then the fields after them (proc(5)): state, parent, ... */
function statOf(pid: string): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')') + 1
    return [text.slice(0, end), ...text.slice(end + 1).split(' ')]
  } catch {
    // The process ended meanwhile.
    return undefined
  }
}
