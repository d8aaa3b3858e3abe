/** What the page for the lists shows and does: signals that views follow, and the commands behind its buttons. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Language, PersonRole } from '#shared/model/index.ts'
import type { Collection, FieldFault, ItemVersion, ListedItem, ListsServer } from '../ports/lists.ts'
import type { Session, SessionState } from '../ports/session.ts'
import { hasHistory, keptBy } from './collections.ts'
import { type Beside, besideFields, copyOf, type Draft, draftOf, readDraft } from './draft.ts'
import type { Shown } from './shown-items.ts'
import { en } from './text/en.ts'
import { nl } from './text/nl.ts'

export interface AdminPorts {
  readonly session: Session
  readonly server: ListsServer
  readonly language: Signal<Language>
}

/** The form that is open. */
export interface Editing {
  readonly draft: Draft
  readonly beside: Beside
  /** Somebody else was earlier: what stands there now. */
  readonly conflict: ListedItem | null
}

export interface AdminModel {
  readonly ports: AdminPorts
  readonly session: ReadonlySignal<SessionState>
  /** Null: not known yet. */
  readonly role: ReadonlySignal<PersonRole | null>
  readonly collections: ReadonlySignal<readonly Collection[]>
  readonly chosen: ReadonlySignal<Collection>
  /** Null: being asked. */
  readonly items: ReadonlySignal<readonly ListedItem[] | null>
  readonly shown: Signal<Shown>
  readonly editing: Signal<Editing | null>
  readonly history: ReadonlySignal<readonly ItemVersion[] | null>
  readonly isBusy: ReadonlySignal<boolean>
  /** What went wrong last, for people; null: nothing. */
  readonly error: Signal<unknown>
  /** Warnings about what was kept last. */
  readonly warnings: Signal<readonly FieldFault[]>
  /** Code of what was kept last, for who listens. */
  readonly kept: Signal<string | null>
  readonly start: () => Promise<void>
  readonly signIn: (hint?: string) => Promise<void>
  readonly signOut: () => Promise<void>
  readonly choose: (collection: Collection) => Promise<void>
  readonly refresh: () => Promise<void>
  readonly openNew: () => void
  readonly open: (item: ListedItem) => void
  /** A new item that begins like the one in the form. */
  readonly copy: () => void
  readonly change: (draft: Draft) => void
  readonly save: () => Promise<void>
  /** Shows what stands there now instead of what was typed. */
  readonly takeTheirs: () => void
  /** Keeps what was typed over what stands there now, which the person has seen. */
  readonly saveOverTheirs: () => Promise<void>
  readonly showHistory: () => Promise<void>
  /** Runs a command alone and shows what goes wrong. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>
}

export function createAdminModel(ports: AdminPorts): AdminModel {
  const { server } = ports
  const session = signal<SessionState>(ports.session.current())
  const role = signal<PersonRole | null>(null)
  const collections = signal<readonly Collection[]>([])
  const chosen = signal<Collection>('bronnen')
  const items = signal<readonly ListedItem[] | null>(null)
  const shown = signal<Shown>({ query: '', year: null })
  const editing = signal<Editing | null>(null)
  const history = signal<readonly ItemVersion[] | null>(null)
  const isBusy = signal(false)
  const error = signal<unknown>(null)
  const warnings = signal<readonly FieldFault[]>([])
  const kept = signal<string | null>(null)
  ports.session.subscribe((state) => (session.value = state))

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    error.value = null
    try {
      await work()
    } catch (caught) {
      error.value = caught
    } finally {
      isBusy.value = false
    }
  }
  const load = async () => {
    const collection = chosen.value
    const list = await server.list(collection)
    // Another list was chosen meanwhile: this answer is nobody's.
    if (collection === chosen.value) items.value = list
  }
  const enter = async () => {
    const mine = await server.role()
    role.value = mine
    collections.value = keptBy(mine)
    const [first] = collections.value
    if (first === undefined) return
    if (!collections.value.includes(chosen.value)) chosen.value = first
    await load()
  }
  /** Counts the forms that were opened: an answer to what an earlier one asked is not for the one that is open now. */
  let form = 0
  const edit = (draft: Draft) => {
    form++
    editing.value = { draft, beside: new Map(), conflict: null }
    history.value = null
    error.value = null
  }
  const save = async ({ draft }: Editing) => {
    const mine = form
    /** What was typed meanwhile stays, and a form that was closed meanwhile stays closed. */
    const answer = (said: Pick<Editing, 'beside' | 'conflict'> | null) => {
      if (editing.value !== null && form === mine) editing.value = said && { ...editing.value, ...said }
    }
    const { item, beside } = readDraft(draft)
    if (beside.size > 0) return answer({ beside, conflict: editing.value?.conflict ?? null })
    const { collection, seen } = draft
    const outcome = await server.put(collection, item, seen?.etag ?? null)
    if (outcome.kind === 'wrong') answer({ beside: besideFields(collection, outcome.faults), conflict: null })
    else if (outcome.kind === 'conflict') answer(overtaken(outcome.now))
    else {
      warnings.value = outcome.warnings
      kept.value = String(item['code'] ?? item['name'] ?? '')
      answer(null)
      await load()
    }
  }

  return {
    ports,
    session,
    role,
    collections,
    chosen,
    items,
    shown,
    editing,
    history,
    isBusy,
    error,
    warnings,
    kept,
    attempt,
    /** Who signed in before is signed in again; nobody is asked. */
    start: () =>
      attempt(async () => {
        const isKnown = await ports.session.token().then(
          () => true,
          () => false,
        )
        if (isKnown) await enter()
      }),
    signIn: (hint) =>
      attempt(async () => {
        await ports.session.signIn(hint)
        await enter()
      }),
    signOut: () =>
      attempt(async () => {
        await ports.session.signOut?.()
        role.value = null
        items.value = null
        editing.value = null
        collections.value = []
      }),
    choose: (collection) =>
      attempt(async () => {
        chosen.value = collection
        items.value = null
        warnings.value = []
        kept.value = null
        shown.value = { query: '', year: shown.value.year }
        await load()
      }),
    refresh: () => attempt(load),
    openNew: () => edit(draftOf(chosen.value, null)),
    open: (item) => edit(draftOf(chosen.value, item)),
    copy: () => {
      if (editing.value !== null) edit(copyOf(editing.value.draft))
    },
    change: (draft) => {
      if (editing.value !== null) editing.value = { ...editing.value, draft }
    },
    save: () => attempt(async () => (editing.value === null ? undefined : save(editing.value))),
    takeTheirs: () => {
      const theirs = editing.value?.conflict
      if (theirs !== undefined && theirs !== null) edit(draftOf(chosen.value, theirs))
    },
    saveOverTheirs: () =>
      attempt(async () => {
        if (editing.value === null) return
        const { draft, conflict } = editing.value
        editing.value = { ...editing.value, draft: { ...draft, seen: conflict } }
        await save(editing.value)
      }),
    showHistory: () =>
      attempt(async () => {
        const seen = editing.value?.draft.seen
        const collection = chosen.value
        if (seen === undefined || seen === null || !hasHistory(collection)) return
        const versions = await server.history(collection, seen.code)
        if (editing.value?.draft.seen === seen) history.value = versions
      }),
  }
}

/** Null: a server that was put back does not have what was seen. */
function overtaken(now: ListedItem | null): Pick<Editing, 'beside' | 'conflict'> {
  const gone = new Map([['', { nl: nl.conflictGone, en: en.conflictGone }]])
  return { beside: now === null ? gone : new Map(), conflict: now }
}
