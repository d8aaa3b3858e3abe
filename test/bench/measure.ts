/** Time of the processor, all threads of this process together: what others do on the machine weighs little in it. */

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
