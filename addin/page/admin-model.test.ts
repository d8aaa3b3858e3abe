import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/model/index.ts'
import type { ListedItem, ListsServer, PutOutcome } from '../ports/lists.ts'
import { ServerError } from '../ports/server.ts'
import type { Session, SessionState } from '../ports/session.ts'
import { createAdminModel } from './admin-model.ts'
import { createLoadModel } from './load-model.ts'

const programme = (name: string, etag = '"2023-1"'): ListedItem => ({
  code: '6',
  firstYear: 2023,
  etag,
  item: { code: '6', name, validFrom: 2023, validTo: 2026 },
})

/** Signed in from the start, unless `isKnown` is false. */
function session(isKnown: boolean): Session {
  const state: SessionState = isKnown ? { kind: 'signed-in', name: 'F', account: 'f' } : { kind: 'signed-out' }
  return {
    kind: 'local',
    current: () => state,
    subscribe: () => () => undefined,
    token: () => (isKnown ? Promise.resolve('t') : Promise.reject(new Error('nobody'))),
    signIn: async () => undefined,
    signOut: async () => undefined,
  }
}

function desk(parts: Partial<ListsServer> = {}, isKnown = true) {
  const puts: unknown[] = []
  const server: ListsServer = {
    role: async () => 'financien',
    list: async () => [programme('Stad')],
    put: async (...put) => {
      puts.push(put)
      return { kind: 'kept', warnings: [] }
    },
    history: async () => [],
    load: async () => ({ kind: 'wrong', faults: [] }),
    loadPeople: async () => ({ kind: 'wrong', faults: [] }),
    ...parts,
  }
  const language = signal<Language>('nl')
  return { model: createAdminModel({ session: session(isKnown), server, language }), server, language, puts }
}

async function opened(parts: Partial<ListsServer> = {}) {
  const made = desk(parts)
  await made.model.start()
  await made.model.choose('programmas')
  made.model.open(programme('Stad'))
  const draft = made.model.editing.value?.draft
  if (draft === undefined) throw new Error('no form opened')
  made.model.change({ ...draft, texts: { ...draft.texts, name: 'De stad' } })
  return made
}

describe('the page for the lists', () => {
  test('shows nothing and asks nobody until somebody signs in', async () => {
    const { model } = desk({}, false)
    await model.start()
    expect([model.collections.value, model.items.value]).toEqual([[], null])
    await model.signIn('financien')
    expect(model.items.value).toHaveLength(1)
  })

  test('[S-105] keeps what was typed over what was seen, and shows the list anew', async () => {
    const { model, puts } = await opened()
    await model.save()
    const item = { code: '6', name: 'De stad', validFrom: 2023, validTo: 2026 }
    expect(puts).toEqual([['programmas', item, '"2023-1"']])
    expect([model.editing.value, model.kept.value]).toEqual([null, '6'])
  })

  test('does not send what cannot be read', async () => {
    const { model, puts } = await opened()
    const { draft } = model.editing.value ?? {}
    if (draft !== undefined) model.change({ ...draft, texts: { ...draft.texts, validTo: 'ooit' } })
    await model.save()
    expect([puts, [...(model.editing.value?.beside.keys() ?? [])]]).toEqual([[], ['validTo']])
  })

  test('[S-105] keeps the form open at a conflict, and lets a person choose', async () => {
    const theirs = programme('Van een ander', '"2023-2"')
    const outcomes: PutOutcome[] = [{ kind: 'conflict', now: theirs }]
    const etags: (string | null)[] = []
    const { model } = await opened({
      put: async (_, __, etag) => {
        etags.push(etag)
        return outcomes.shift() ?? { kind: 'kept', warnings: [] }
      },
    })
    await model.save()
    expect(model.editing.value?.conflict).toBe(theirs)
    expect(model.editing.value?.draft.texts['name']).toBe('De stad')
    await model.saveOverTheirs()
    expect([etags, model.editing.value]).toEqual([['"2023-1"', '"2023-2"'], null])
  })

  test('says that what was seen is gone, on a server that was put back', async () => {
    const { model } = await opened({ put: async () => ({ kind: 'conflict', now: null }) })
    await model.save()
    expect(model.editing.value?.beside.get('')?.nl).toBe(
      'Dit item staat er niet meer zoals u het zag. Sluit dit venster en kies Ververs.',
    )
  })

  test('takes what stands there when the person says so', async () => {
    const theirs = programme('Van een ander', '"2023-2"')
    const { model } = await opened({ put: async () => ({ kind: 'conflict', now: theirs }) })
    await model.save()
    model.takeTheirs()
    expect(model.editing.value).toMatchObject({
      conflict: null,
      draft: { seen: theirs, texts: { name: 'Van een ander' } },
    })
  })

  test('[S-105] keeps what was typed while the server was asked, and leaves a form closed that was closed meanwhile', async () => {
    const answers: ((outcome: PutOutcome) => void)[] = []
    const { model } = await opened({ put: () => new Promise((resolve) => answers.push(resolve)) })
    const fault = {
      collection: 'programmas',
      index: 0,
      code: '6',
      field: 'name',
      nl: 'kan niet',
      en: 'cannot',
    } as const
    const first = model.save()
    const { draft } = model.editing.value ?? {}
    if (draft !== undefined) model.change({ ...draft, texts: { ...draft.texts, name: 'De stad van morgen' } })
    answers.shift()?.({ kind: 'wrong', faults: [fault] })
    await first
    expect(model.editing.value?.draft.texts['name']).toBe('De stad van morgen')
    expect(model.editing.value?.beside.get('name')?.nl).toBe('kan niet')
    const second = model.save()
    model.editing.value = null
    answers.shift()?.({ kind: 'wrong', faults: [fault] })
    await second
    expect([model.editing.value]).toEqual([null])
    model.open(programme('Stad'))
    const third = model.save()
    model.openNew()
    answers.shift()?.({ kind: 'kept', warnings: [] })
    await third
    expect(model.editing.value).toMatchObject({ draft: { seen: null } })
  })

  test('shows history at the item that it is of, not at one that opened meanwhile', async () => {
    const answers: ((versions: []) => void)[] = []
    const { model } = await opened({ history: () => new Promise((resolve) => answers.push(resolve)) })
    const asked = model.showHistory()
    model.editing.value = null
    answers.shift()?.([])
    await asked
    expect(model.history.value).toBeNull()
  })

  test('a list that could not be asked can be asked again', async () => {
    let isOffline = true
    const { model } = desk({
      list: async () => {
        if (isOffline) throw new ServerError('offline')
        return [programme('Stad')]
      },
    })
    await model.start()
    expect([model.items.value, model.isBusy.value, model.error.value]).toMatchObject([
      null,
      false,
      { reason: 'offline' },
    ])
    isOffline = false
    await model.refresh()
    expect([model.items.value?.length, model.error.value]).toEqual([1, null])
  })

  test('shows what went wrong, and that again is gone at the next try', async () => {
    let isOffline = true
    const { model } = await opened({
      put: async () => {
        if (isOffline) throw new ServerError('offline')
        return { kind: 'kept', warnings: [] }
      },
    })
    await model.save()
    expect(model.error.value).toBeInstanceOf(ServerError)
    isOffline = false
    await model.save()
    expect([model.error.value, model.editing.value]).toEqual([null, null])
  })
})

const file = (name: string, text: string) => ({
  name,
  arrayBuffer: async () => new TextEncoder().encode(text).buffer,
})
const counts = { created: 1, changed: 0, unchanged: 2, items: [], warnings: [] }

describe('[S-108] files on the page', () => {
  test('are tried first, and kept when the person says so', async () => {
    const asked: unknown[] = []
    const { server, language } = desk({
      load: async (load, isTrial) => {
        asked.push([load, isTrial])
        return { kind: 'decided', ...counts }
      },
    })
    const loader = createLoadModel(server, language)
    await loader.preview([file('programmas.csv', '\ufeffCode;Naam;Van jaar;T/m jaar\r\n6;"De; stad";2023;2026\r\n')])
    expect(loader.state.value).toMatchObject({ kind: 'preview', counts: { created: 1 } })
    await loader.carryOut()
    expect(loader.state.value).toMatchObject({ kind: 'loaded' })
    const programmas = [{ code: '6', name: 'De; stad', validFrom: 2023, validTo: 2026 }]
    expect(asked).toEqual([
      [{ programmas }, true],
      [{ programmas }, false],
    ])
  })

  test('with a fault are not sent; what the server finds has its place in the file', async () => {
    const fault = { collection: 'programmas', index: 0, code: '6', field: 'name', nl: 'leeg', en: 'empty' } as const
    const { server, language } = desk({ load: async () => ({ kind: 'wrong', faults: [fault] }) })
    const loader = createLoadModel(server, language)
    await loader.preview([file('programmas.csv', 'Code,Naam,Van jaar,T/m jaar\n6,Stad,ooit,2026')])
    expect(loader.state.value).toEqual({
      kind: 'wrong',
      faults: [
        { place: 'programmas.csv, regel 2, kolom Van jaar', text: '"ooit" past niet; schrijf een jaar zoals 2023' },
      ],
    })
    language.value = 'en'
    await loader.preview([file('programmas.csv', 'Code,Naam,Van jaar,T/m jaar\n6,,2023,2026')])
    expect(loader.state.value).toEqual({
      kind: 'wrong',
      faults: [{ place: 'programmas.csv, line 2, column Naam', text: 'empty' }],
    })
    await loader.preview([file('lijsten.json', '{')])
    expect(loader.state.value).toMatchObject({ faults: [{ place: 'lijsten.json' }] })
  })

  test('that cannot be read are told with what to do, and nothing of before is loaded in their place', async () => {
    const asked: unknown[] = []
    const { server, language } = desk({
      load: async (load) => {
        asked.push(load)
        return { kind: 'decided', ...counts }
      },
    })
    const loader = createLoadModel(server, language)
    await loader.preview([file('programmas.csv', 'Code;Naam;Van jaar;T/m jaar\n\n6;Stad;2023;2026')])
    const latin1 = { name: 'programmas.csv', arrayBuffer: async () => Uint8Array.of(0x43, 0xe9).buffer }
    await loader.preview([latin1, file('doelen.csv', 'Code;"Naam'), file('personen.json', '{')])
    expect(loader.state.value).toEqual({
      kind: 'wrong',
      faults: [
        { place: 'programmas.csv', text: 'geen geldige UTF-8; bewaar het bestand in Excel als "CSV UTF-8"' },
        { place: 'doelen.csv, regel 1', text: 'de aanhalingstekens kloppen niet; sluit elk aanhalingsteken af' },
        { place: 'personen.json', text: 'geen geldige JSON; herstel het bestand' },
      ],
    })
    await loader.carryOut()
    await loader.preview([file('personen.json', '{}')])
    expect(loader.state.value).toMatchObject({ kind: 'wrong', faults: [{ place: 'personen.json' }] })
    expect(asked).toHaveLength(1)
  })

  test('keep the number of their lines when some are blank', async () => {
    const { server, language } = desk()
    const loader = createLoadModel(server, language)
    await loader.preview([file('programmas.csv', 'Code;Naam;Van jaar;T/m jaar\n\n6;Stad;ooit;2026\n')])
    expect(loader.state.value).toMatchObject({ faults: [{ place: 'programmas.csv, regel 3, kolom Van jaar' }] })
  })

  test('named personen hold people', async () => {
    const asked: unknown[] = []
    const { server, language } = desk({
      loadPeople: async (people) => {
        asked.push(people)
        return { kind: 'decided', ...counts }
      },
    })
    const loader = createLoadModel(server, language)
    await loader.preview([file('personen.csv', 'Naam;Rol;Gebieden;Object-id\nKim;griffie;"HOL; SPZ";1')])
    expect(asked).toEqual([[{ name: 'Kim', role: 'griffie', areas: ['HOL', 'SPZ'], oid: '1' }]])
  })
})
