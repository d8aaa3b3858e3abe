/** Asks and changes where the open workbook's budget is in its life. The rows themselves go by synchronising. */
import { coverOf } from '#shared/lifecycle/index.ts'
import type { AreaWorkbook, BudgetKey, Reference } from '#shared/model/index.ts'
import { type LifeDesk, type LifeView, unreadLife } from '../ports/life-desk.ts'
import type { LinkedBudget } from '../ports/linker.ts'
import { type Server, ServerError } from '../ports/server.ts'
import { type Workbook, WorkbookError } from '../ports/workbook.ts'

export interface LifeDeskParts {
  readonly server: Pick<
    Server,
    'life' | 'verdict' | 'reference' | 'submit' | 'take' | 'signOff' | 'waive' | 'withdrawWaiver'
  >
  readonly workbook: Pick<Workbook, 'read' | 'write'>
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
  const isBusy = () => view.kind === 'reading' || view.kind === 'working'
  /** Goes up with every reading: an answer that was overtaken by another one is dropped. */
  let readings = 0
  /** `listsBefore`: the stale lists that are known, for a reading that nobody asked for; lists change without a word. */
  const read = async (budget: BudgetKey, listsBefore?: LifeView['staleLists']) => {
    const reading = ++readings
    const area = await areaIn(workbook)
    const [life, verdict, staleLists] = await Promise.all([
      server.life(budget),
      server.verdict(budget, coverOf(area)),
      listsBefore ?? staleListsIn(server, budget.year, area.reference),
    ])
    if (reading === readings) show({ kind: 'read', life, verdict, staleLists, readAtMs: clock() })
  }
  const readLife = async (budget: BudgetKey) => {
    const reading = ++readings
    const life = await server.life(budget)
    if (reading === readings) show({ life })
  }
  const writeCover = async () => {
    if (view.life !== null) await writeState(workbook, view.life.staat)
  }
  const perform = async (kind: 'reading' | 'working', action: (budget: BudgetKey) => Promise<unknown>) => {
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
      if (!isKnown(error)) throw error
      show({ kind: before, error, blocking: error instanceof ServerError ? error.findings : [] })
    }
    if (kind === 'working' && view.error === null) await writeCover()
    if (due !== null) await renew(due.isCover)
  }
  let reading: Promise<void> | null = null
  let isStepping = false
  /** A step waits for the reading that is under way; a second click on a step does nothing. */
  const step = async (action: (budget: BudgetKey) => Promise<unknown>) => {
    if (isStepping) return
    isStepping = true
    try {
      await reading
      await perform('working', action)
    } finally {
      isStepping = false
    }
  }
  /** What came in while something was under way. */
  let due: { readonly isCover: boolean } | null = null
  const renew = async (isCover: boolean): Promise<void> => {
    if (isBusy()) {
      due = { isCover: isCover || due?.isCover === true }
      return
    }
    due = null
    try {
      const budget = await linked()
      if (budget === null) show(unreadLife)
      else if (view.kind === 'unread') await readLife(budget)
      else await read(budget, view.staleLists)
    } catch (error) {
      // Nobody asked for it: the next step or reading tells what is the matter.
      if (!isKnown(error)) throw error
      return
    }
    if (isCover) await writeCover()
  }
  const newest = () => view.life?.indieningen[0]?.id ?? ''
  return {
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: async () => {
      if (isStepping) return
      reading ??= perform('reading', () => Promise.resolve()).finally(() => (reading = null))
      await reading
    },
    renew: () => renew(false),
    synchronised: () => renew(true),
    take: (name, remark, decision) =>
      step(async (budget) => {
        const opmerking = remark === '' ? {} : { opmerking: remark }
        const besluit = decision === '' ? {} : { besluit: decision }
        return name === 'indienen'
          ? server.submit(budget, coverOf(await areaIn(workbook)), opmerking)
          : server.take(budget, newest(), { overgang: name, ...opmerking, ...besluit })
      }),
    signOff: (uitkomst, remark) =>
      step((budget) => server.signOff(budget, newest(), { uitkomst, ...(remark !== '' && { opmerking: remark }) })),
    waive: (sleutel, reden) => step((budget) => server.waive(budget, { sleutel, reden })),
    withdrawWaiver: (id) => step((budget) => server.withdrawWaiver(budget, id)),
  }
}

function isKnown(error: unknown): error is ServerError | WorkbookError {
  return error instanceof ServerError || error instanceof WorkbookError
}

/** A cover that cannot be written now keeps what it says; the pane tells what the server said. */
async function writeState(workbook: Pick<Workbook, 'read' | 'write'>, state: string): Promise<void> {
  try {
    const [grid, { coverStateEdit, heldValues }] = await Promise.all([
      workbook.read(),
      import('#shared/workbook/index.ts'),
    ])
    const edit = coverStateEdit(grid, state)
    if (edit === undefined) return
    const sheet = grid.sheets.find(({ name }) => name === edit.sheet)
    await workbook.write([{ ...edit, expected: heldValues(sheet, edit.cells) }])
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
  }
}

/** Its cover says what should come out, with which the server compares its rows. */
async function areaIn(workbook: Pick<Workbook, 'read'>): Promise<AreaWorkbook> {
  const { readAreaWorkbook } = await import('#shared/workbook/index.ts')
  return readAreaWorkbook(await workbook.read())
}

/** Lists that the server does not give now are not told: where the budget is in its life matters more. */
async function staleListsIn(
  server: Pick<Server, 'reference'>,
  year: number,
  snapshot: Reference | null,
): Promise<LifeView['staleLists']> {
  // Without lists there is nothing stale; the check tells that they are missing.
  if (snapshot === null) return []
  try {
    const [reference, { differingLists }, { filesOfList }] = await Promise.all([
      server.reference(year),
      import('#shared/model/index.ts'),
      import('#shared/workbook/index.ts'),
    ])
    return differingLists(snapshot, reference).map((list) => filesOfList(list)[0]?.title ?? list)
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    return []
  }
}
