/** Loading files: read them, ask the server what they would change, show that, and only then keep it. */
import { type ReadonlySignal, signal } from '@preact/signals'
import Papa from 'papaparse'
import type { Language } from '#shared/model/index.ts'
import {
  csvDelimiter,
  type FileFault,
  gatherLists,
  personColumns,
  placeText,
  readColumns,
  type SentFile,
} from '#shared/workbook/index.ts'
import type { FieldFault, ListsServer, LoadCounts, LoadOutcome } from '../ports/lists.ts'

/** A file as the page gets it. */
export interface GivenFile {
  readonly name: string
  readonly text: () => Promise<string>
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

/** `language` is that in which places are said. Both commands throw ServerError. */
export function createLoadModel(server: ListsServer, language: ReadonlySignal<Language>): LoadModel {
  const state = signal<LoadState>({ kind: 'nothing' })
  let ready: ReadFiles | null = null
  const said = (fault: { readonly nl: string; readonly en: string }) => fault[language.value]
  const wrongFiles = (faults: readonly FileFault[]): LoadState => ({
    kind: 'wrong',
    faults: faults.map((fault) => ({ place: placeText(fault, language.value), text: said(fault) })),
  })
  return {
    state,
    preview: async (files) => {
      const read = readAll(await Promise.all(files.map(sentFile)))
      if (read.faults.length > 0) {
        state.value = wrongFiles(read.faults)
        return
      }
      ready = read
      const placed = (fault: FieldFault) => ({ place: read.placeOf(fault, language.value), text: said(fault) })
      const outcome = await read.send(server, true)
      state.value =
        outcome.kind === 'wrong'
          ? { kind: 'wrong', faults: outcome.faults.map(placed) }
          : { kind: 'preview', counts: outcome, warnings: outcome.warnings.map(placed) }
    },
    carryOut: async () => {
      if (ready === null) return
      const outcome = await ready.send(server, false)
      state.value =
        outcome.kind === 'decided'
          ? { kind: 'loaded', counts: outcome }
          : { kind: 'wrong', faults: outcome.faults.map((fault) => ({ place: fault.code, text: said(fault) })) }
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
function readAll(files: readonly SentFile[]): ReadFiles {
  const [first] = files
  if (first !== undefined && files.length === 1 && /(?:^|[/\\])personen\.[^.]*$/i.test(first.source)) {
    return readPeople(first)
  }
  const { load, faults, placeOf } = gatherLists(files)
  return {
    faults,
    send: (server, isTrial) => server.load(load, isTrial),
    placeOf: ({ collection, index, field }, language) =>
      collection === 'personen' ? field : placeOf(collection, index, field, language),
  }
}

function readPeople({ source, content }: SentFile): ReadFiles {
  if (content.kind === 'json') {
    const people = Array.isArray(content.value) ? content.value : []
    return {
      faults: [],
      send: (server, isTrial) => server.loadPeople(people, isTrial),
      placeOf: ({ index, field }) => `${source}, ${index + 1}, ${field}`,
    }
  }
  const { rows, faults } = readColumns(personColumns, source, content.rows)
  const people = rows.map(({ values }) => values)
  return {
    faults,
    send: (server, isTrial) => server.loadPeople(people, isTrial),
    placeOf: ({ index, field }, language) => {
      const heading = personColumns.find(({ key }) => key === field.split('.')[0])?.heading ?? null
      return placeText({ source, row: rows[index]?.row ?? null, heading }, language)
    },
  }
}

/** What is no JSON is no list either, which `gatherLists` says. */
async function sentFile(file: GivenFile): Promise<SentFile> {
  const { name } = file
  const content = (await file.text()).replace(/^\ufeff/, '')
  if (!name.toLowerCase().endsWith('.json')) {
    const delimiter = csvDelimiter(content)
    const { data } = Papa.parse<string[]>(content, { delimiter, skipEmptyLines: true })
    return { source: name, content: { kind: 'rows', rows: data } }
  }
  try {
    return { source: name, content: { kind: 'json', value: JSON.parse(content) } }
  } catch {
    return { source: name, content: { kind: 'json', value: undefined } }
  }
}
