import type { Finding } from '#shared/model/index.ts'
import { loadCrossFindings } from '../store/cross-findings.ts'
import { loadWaiverEvents } from '../store/life-events.ts'
import { waiversIn, withWaivers } from './life-of.ts'

/**
 * What is said across areas, with waivers: of one area, or of all. A waiver that finance gave under one area holds for the
 * others too, because the finding is the same.
 */
export async function loadWaivedCrossFindings(
  db: D1Database,
  asked: { readonly year: number; readonly version: string; readonly areaCode?: string },
): Promise<readonly Finding[]> {
  const waivers = waiversIn(await loadWaiverEvents(db, asked.year, asked.version))
  return withWaivers(await loadCrossFindings(db, asked), waivers)
}
