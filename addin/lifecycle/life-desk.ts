/** Asks and changes where the open workbook's budget is in its life. The rows themselves go by synchronising. */
import { type Cover, coverOf } from '#shared/lifecycle/index.ts'
import type { BudgetKey } from '#shared/model/index.ts'
import { type LifeDesk, type LifeView, unreadLife } from '../ports/life-desk.ts'
import type { LinkedBudget } from '../ports/linker.ts'
import { type Server, ServerError } from '../ports/server.ts'
import { type Workbook, WorkbookError } from '../ports/workbook.ts'

export interface LifeDeskParts {
  readonly server: Pick<Server, 'life' | 'verdict' | 'submit' | 'take' | 'signOff' | 'waive' | 'withdrawWaiver'>
  readonly workbook: Pick<Workbook, 'read'>
  readonly linked: () => Promise<LinkedBudget | null>
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

export function createLifeDesk({ server, workbook, linked, clock }: LifeDeskParts): LifeDesk {
  const listeners = new Set<(view: LifeView) => void>()
  let view = unreadLife
  const show = (change: Partial<LifeView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener(view)
  }
  const read = async (budget: BudgetKey) => {
    const cover = await coverIn(workbook)
    const [life, verdict] = await Promise.all([server.life(budget), server.verdict(budget, cover)])
    show({ kind: 'read', life, verdict, readAtMs: clock() })
  }
  /** One thing at a time: a second click while something is under way does nothing. */
  const work = async (kind: 'reading' | 'working', action: (budget: BudgetKey) => Promise<unknown>) => {
    if (view.kind === 'reading' || view.kind === 'working') return
    const before = view.kind
    show({ kind, error: null, blocking: [] })
    try {
      const budget = await linked()
      if (budget === null) show(unreadLife)
      else {
        await action(budget)
        await read(budget)
      }
    } catch (error) {
      if (!(error instanceof ServerError || error instanceof WorkbookError)) throw error
      show({ kind: before, error, blocking: error instanceof ServerError ? error.findings : [] })
    }
  }
  const newest = () => view.life?.indieningen[0]?.id ?? ''
  return {
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => work('reading', () => Promise.resolve()),
    take: (name, remark, decision) =>
      work('working', async (budget) => {
        const opmerking = remark === '' ? {} : { opmerking: remark }
        const besluit = decision === '' ? {} : { besluit: decision }
        return name === 'indienen'
          ? server.submit(budget, await coverIn(workbook), opmerking)
          : server.take(budget, newest(), { overgang: name, ...opmerking, ...besluit })
      }),
    signOff: (uitkomst, remark) =>
      work('working', (budget) =>
        server.signOff(budget, newest(), { uitkomst, ...(remark !== '' && { opmerking: remark }) }),
      ),
    waive: (sleutel, reden) => work('working', (budget) => server.waive(budget, { sleutel, reden })),
    withdrawWaiver: (id) => work('working', (budget) => server.withdrawWaiver(budget, id)),
  }
}

/** What the cover says should come out: the server compares its rows with it. */
async function coverIn(workbook: Pick<Workbook, 'read'>): Promise<Cover> {
  const { readAreaWorkbook } = await import('#shared/workbook/index.ts')
  return coverOf(readAreaWorkbook(await workbook.read()))
}
