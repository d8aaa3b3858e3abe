/** From which size on the municipality wants a difference explained: an amount and a share, and both must be passed. */
import type { Reference } from '#shared/model/index.ts'

/** The share in percent of what it was when the difference passes both thresholds, else undefined. Of 0 any is 100%. */
export function notableShare(
  differenceCents: number,
  fromCents: number,
  { varianceCents, variancePercent }: Reference['parameters'],
): number | undefined {
  const share = fromCents === 0 ? 100 : (Math.abs(differenceCents) / Math.abs(fromCents)) * 100
  const isNotable = differenceCents !== 0 && Math.abs(differenceCents) >= varianceCents && share >= variancePercent
  return isNotable ? share : undefined
}
