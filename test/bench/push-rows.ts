import { v7 as uuidV7 } from 'uuid'
import { exampleYear } from '#shared/example/index.ts'
import type { BudgetLine } from '#shared/model/index.ts'
import { noHash, protocolVersion, type SyncRequest, templateVersion } from '#shared/sync/index.ts'
import { type Api, connect, personFor } from '../../cli/api.ts'
import { type LocalServer, startLocalServer } from '../../cli/local-server/start.ts'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { areaCodes, referenceWith } from './make-workbook.ts'
import { sized, wallMs } from './measure.ts'

/** Over HTTP into a local store, each row with its revision checked and every push in the audit chain. */
export const pushRows: Bench = {
  name: 'push-rows',
  async run(share): Promise<readonly Figure[]> {
    const areas = areaCodes(sized(20, share) + 1)
    const rowsPerPush = sized(5_000, share)
    const server = await startLocalServer({ port: 0, stateDir: null })
    try {
      const finance = await prepareServer(server, areas)
      const [first, ...others] = areas.map((areaCode, i) => ({
        areaCode,
        request: requestOf(makeLines(areaCode, rowsPerPush, i + 1)),
      }))
      if (first === undefined) throw new Error('There is no area to push to.')
      const oneMs = await wallMs(() => finance.synchronise(first.areaCode, first.request))
      const allMs = await wallMs(async () => {
        const queue = others.values()
        const pushAll = async () => {
          for (const { areaCode, request } of queue) await finance.synchronise(areaCode, request)
        }
        await Promise.all(Array.from({ length: controllersAtOnce }, pushAll))
      })
      await expectRows(server, areas.length * rowsPerPush, areas.length)
      const count = others.length * rowsPerPush
      return [
        { what: `first push of ${rowsPerPush} rows`, value: oneMs / 1000, unit: 's' },
        {
          what: `${count} rows in ${others.length} pushes, ${controllersAtOnce} at a time`,
          value: allMs / 1000,
          unit: 's',
          goal: { atMost: 10 },
        },
        { what: `rows pushed a second`, value: count / (allMs / 1000), unit: 'rows/s' },
      ]
    } finally {
      await server.stop()
    }
  },
}

/** Areas are pushed by their own controllers, so some at the same time: the client of one works while the server does another. */
const controllersAtOnce = 4

/** The areas on the server's list, and a connection as finance, who may write in all of them when there is a reason. */
export async function prepareServer({ url }: LocalServer, areas: readonly string[]): Promise<Api> {
  const administration = await connect(url, personFor('beheer'))
  for (const area of referenceWith(areas).areas) await administration.put(`/v1/referentie/gebieden/${area.code}`, area)
  return connect(url, personFor('financien'))
}

/** New rows of a budget, from a workbook that knows of no others. */
export function requestOf(lines: readonly BudgetLine[]): SyncRequest {
  return {
    protocol: protocolVersion,
    template: templateVersion,
    workbookId: uuidV7(),
    pushId: uuidV7(),
    jaar: exampleYear,
    versie: 'primitief',
    head: null,
    isRecovering: false,
    reason: 'meting van de snelheid',
    rows: lines.map((fields) => ({ id: uuidV7(), rev: 0, hash: noHash, pend: {}, fields })),
    deletions: [],
    known: [],
    heldBack: [],
  }
}

/** A push that was quick because it did not write would be no figure at all. */
async function expectRows({ db }: LocalServer, lines: number, commits: number): Promise<void> {
  const counts = await db
    .prepare('SELECT (SELECT count(*) FROM line) AS lines, (SELECT count(*) FROM commit_log) AS commits')
    .first()
  if (counts?.['lines'] === lines && counts['commits'] === commits) return
  throw new Error(`Pushed ${lines} rows in ${commits} commits, but the store has ${JSON.stringify(counts)}.`)
}
