import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as z from 'zod/mini'
import { compareCodes, countedBudgets, coverageOf, defaultVersion, groupings } from '#shared/consolidation/index.ts'
import { derivedVersion, versionSchema, yearsOf } from '#shared/model/index.ts'
import type { AppContext } from '../app.ts'
import { sha256 } from '../store/audit-chain.ts'
import { newestSeq } from '../store/commits.ts'
import { loadBudgetsOfYear, loadDraws } from '../store/load-sums.ts'
import { loadMatrixCells, type MatrixCell } from '../store/matrix.ts'
import { loadSources } from '../store/reference.ts'
import { parse, textQuery, yearParameter, yearQuery } from './query.ts'

const perSchema = z.enum([...groupings, 'bron'])
const askedVersionSchema = z.union([versionSchema, z.literal(derivedVersion)])

/** Totals are for everybody whom the municipality knows, so no further right is asked. */
export const consolidationRoutes = new Hono<AppContext>().get(
  '/consolidatie/:per',
  describeRoute({
    summary: 'Geconsolideerde totalen per gebied, domein, taakveld of programma, of het beroep per bron',
    parameters: [yearQuery, textQuery('versie', 'de laatst vastgestelde als hij ontbreekt; ook na-wijziging')],
    responses: { 200: { description: 'bedragen als tekst van hele centen' }, 304: { description: 'ongewijzigd' } },
  }),
  async (c) => {
    const db = c.env.DB
    const per = parse('per', c.req.param('per'), perSchema)
    const year = yearParameter(c.req.query('jaar'))
    const budgets = await loadBudgetsOfYear(db, year)
    const asked = c.req.query('versie')
    const version = asked === undefined ? defaultVersion(budgets) : parse('versie', asked, askedVersionSchema)
    const counted = countedBudgets(version, budgets)
    const head = {
      jaar: year,
      versie: version,
      per,
      uit: counted.map((budget) => ({ gebied: budget.areaCode, versie: budget.version, toestand: budget.state })),
    }
    const sources = per === 'bron' ? await loadSources(db, year) : []
    const etag = await etagOf(await newestSeq(db), head, sources)
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag })
    const content =
      per === 'bron'
        ? { bronnen: coverageOf(await loadDraws(db, counted), sources, yearsOf(year)).map(coverageJson) }
        : matrixJson(await loadMatrixCells(db, counted, per), year)
    return c.json({ ...head, ...content }, 200, { etag })
  },
)

/**
 * Names everything that the answer depends on: the commits, and what changes without one (states of budgets, ceilings of
 * sources). The commit number is read before the sums, so an answer can only be newer than its tag says.
 */
async function etagOf(seq: number, ...parts: readonly unknown[]): Promise<string> {
  return `"v${seq}-${(await sha256(JSON.stringify(parts))).slice(0, 16)}"`
}

function matrixJson(cells: readonly MatrixCell[], budgetYear: number) {
  const counted = cells.filter((cell) => cell.side === 'L' || cell.side === 'B')
  const byKey = Map.groupBy(counted, (cell) => cell.key)
  const keys = [...byKey.keys()].sort(compareCodes)
  return {
    rijen: keys.map((key) => rowJson(key, byKey.get(key) ?? [], budgetYear)),
    totaal: rowJson('', counted, budgetYear),
    zonderKantCents: String(sum(cells) - sum(counted)),
  }
}

function rowJson(key: string, cells: readonly MatrixCell[], budgetYear: number) {
  const years = yearsOf(budgetYear).map((year) => {
    const lasten = sum(cells.filter((cell) => cell.year === year && cell.side === 'L'))
    const baten = sum(cells.filter((cell) => cell.year === year && cell.side === 'B'))
    return [
      year,
      { lastenCents: String(lasten), batenCents: String(baten), saldoCents: String(baten - lasten) },
    ] as const
  })
  const lineCount = cells.reduce((total, cell) => total + cell.lineCount, 0)
  return { code: key, regels: lineCount, jaren: Object.fromEntries(years) }
}

function sum(cells: readonly MatrixCell[]): bigint {
  return cells.reduce((total, cell) => total + cell.cents, 0n)
}

function coverageJson(row: ReturnType<typeof coverageOf>[number]) {
  return {
    bron: row.sourceCode,
    onderdeel: row.component,
    jaar: row.year,
    plafondCents: row.ceilingCents?.toString() ?? null,
    beroepCents: row.drawCents.toString(),
    restantCents: row.remainingCents?.toString() ?? null,
  }
}
