/** Loading files: read them, ask the server what they would change, show that, and only then keep it. */
import { type ReadonlySignal, signal } from '@preact/signals'
import Papa from 'papaparse'
import type { Language } from '#shared/model/index.ts'
import {
  type CsvRows,
  type FileFault,
  gatherLists,
  gatherPeople,
  placeText,
  readSentFile,
  type SentFile,
} from '#shared/workbook/index.ts'
import type { FieldFault, ListsServer, LoadCounts, LoadOutcome } from '../ports/lists.ts'

/** A file as the page gets it. */
export interface GivenFile {
  readonly name: string
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

export interface PlacedText {
  readonly place: string
  readonly text: string
}

export type LoadState =
  | { readonly kind: 'nothing' }
  /** What the files would change; not kept yet. */
  | { readonly kind: 'preview'; readonly counts: LoadCounts; readonly warnings: readonly PlacedText[] }
  | { readonly kind: 'wrong'; readonly faults: readonly PlacedText[] }
  | { readonly kind: 'loaded'; readonly counts: LoadCounts }

export interface LoadModel {
  readonly state: ReadonlySignal<LoadState>
  readonly preview: (files: readonly GivenFile[]) => Promise<void>
  readonly carryOut: () => Promise<void>
  readonly reset: () => void
}

/** `language` is that in which places are said. `preview` and `carryOut` throw ServerError. */
export function createLoadModel(server: ListsServer, language: ReadonlySignal<Language>): LoadModel {
  const state = signal<LoadState>({ kind: 'nothing' })
  let ready: ReadFiles | null = null
  const said = (fault: { readonly nl: string; readonly en: string }) => fault[language.value]
  const placed = (files: ReadFiles) => (fault: FieldFault) => ({
    place: files.placeOf(fault, language.value),
    text: said(fault),
  })
  const wrongFiles = (faults: readonly FileFault[]): LoadState => ({
    kind: 'wrong',
    faults: faults.map((fault) => ({ place: placeText(fault, language.value), text: said(fault) })),
  })
  return {
    state,
    preview: async (files) => {
      ready = null
      state.value = { kind: 'nothing' }
      const read = readAll(await Promise.all(files.map(sentFile)))
      if (read.faults.length > 0) {
        state.value = wrongFiles(read.faults)
        return
      }
      const outcome = await read.send(server, true)
      if (outcome.kind === 'wrong') state.value = { kind: 'wrong', faults: outcome.faults.map(placed(read)) }
      else {
        ready = read
        state.value = { kind: 'preview', counts: outcome, warnings: outcome.warnings.map(placed(read)) }
      }
    },
    carryOut: async () => {
      if (ready === null) return
      const outcome = await ready.send(server, false)
      state.value =
        outcome.kind === 'decided'
          ? { kind: 'loaded', counts: outcome }
          : { kind: 'wrong', faults: outcome.faults.map(placed(ready)) }
    },
    reset: () => (state.value = { kind: 'nothing' }),
  }
}

interface ReadFiles {
  readonly faults: readonly FileFault[]
  readonly send: (server: ListsServer, isTrial: boolean) => Promise<LoadOutcome>
  readonly placeOf: (fault: FieldFault, language: Language) => string
}

/** A file `personen` holds people, all others hold lists; people go alone, for only administration sees them. */
function readAll(read: readonly (SentFile | FileFault)[]): ReadFiles {
  const files = read.filter((file) => 'content' in file)
  const [first] = files
  const isPeople = first !== undefined && read.length === 1 && /(?:^|[/\\])personen\.[^.]*$/i.test(first.source)
  const sent = isPeople ? readPeople(first) : readLists(files)
  return { ...sent, faults: [...read.flatMap((file) => ('content' in file ? [] : [file])), ...sent.faults] }
}

function readLists(files: readonly SentFile[]): ReadFiles {
  const { load, faults, placeOf } = gatherLists(files)
  return {
    faults,
    send: (server, isTrial) => server.load(load, isTrial),
    placeOf: ({ collection, index, field }, language) =>
      collection === 'personen' ? field : placeOf(collection, index, field, language),
  }
}

function readPeople(file: SentFile): ReadFiles {
  const { people, faults, placeOf } = gatherPeople(file)
  return {
    faults,
    send: (server, isTrial) => server.loadPeople(people, isTrial),
    placeOf: ({ index, field }, language) => placeOf(index, field, language),
  }
}

async function sentFile(file: GivenFile): Promise<SentFile | FileFault> {
  return readSentFile(file.name, textOf(await file.arrayBuffer()), csvRows)
}

/** Undefined: no UTF-8. Read as something else, names would be kept with wrong letters. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const csvRows: CsvRows = (text, delimiter) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const [error] = errors
  return error === undefined ? { rows: data } : { wrongRow: (error.row ?? 0) + 1 }
}
