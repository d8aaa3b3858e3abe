/** The routes of a budget's life as calls of the Server port. Their schemas are loaded when they are first needed. */
import type { BudgetKey } from '#shared/model/index.ts'
import type { Server } from '../ports/server.ts'
import { parsed } from './read-answer.ts'
import { type Connection, send } from './send.ts'

export function lifeCalls(
  connection: Connection,
): Pick<Server, 'life' | 'verdict' | 'submit' | 'take' | 'signOff' | 'waive' | 'withdrawWaiver'> {
  const post = (budget: BudgetKey, rest: string, body: object) =>
    send(connection, path(budget, rest), { method: 'POST', body: JSON.stringify(body) })
  return {
    life: async (budget) => {
      const { lifeSchema } = await import('#shared/lifecycle/index.ts')
      const query = new URLSearchParams({ jaar: String(budget.year), versie: budget.version })
      return parsed(await send(connection, path(budget, `indieningen?${query}`)), lifeSchema)
    },
    verdict: async (budget, cover) => {
      const { verdictSchema } = await import('#shared/lifecycle/index.ts')
      return parsed(await post(budget, 'oordelen', { ...named(budget), voorblad: cover }), verdictSchema)
    },
    submit: async (budget, cover, extra) => {
      await post(budget, 'indieningen', { ...named(budget), voorblad: cover, ...extra })
    },
    take: async (budget, submissionId, request) => {
      await post(budget, `indieningen/${submissionId}/overgangen`, request)
    },
    signOff: async (budget, submissionId, request) => {
      await post(budget, `indieningen/${submissionId}/parafen`, request)
    },
    waive: async (budget, waiver) => {
      await post(budget, 'ontheffingen', { ...named(budget), ...waiver })
    },
    withdrawWaiver: async (budget, waiverId) => {
      await send(connection, path(budget, `ontheffingen/${waiverId}`), { method: 'DELETE' })
    },
  }
}

function path({ areaCode }: BudgetKey, rest: string): string {
  return `/v1/gebieden/${encodeURIComponent(areaCode)}/${rest}`
}

function named({ year, version }: BudgetKey) {
  return { jaar: year, versie: version }
}
