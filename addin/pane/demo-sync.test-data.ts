/** Every stand of a synchronisation, for the gallery and the tests in the browser. */
import { exampleWorkbooks } from '#shared/example/index.ts'
import { ServerError } from '../ports/server.ts'
import type { ConflictView, OutcomeView, PreviewView, QuestionView, RowView, SyncView } from '../ports/synchroniser.ts'
import { demoNowMs } from './demo-moment.test-data.ts'

const row = (number: number, description: string): RowView => ({
  lineNumber: `HOL-${String(number).padStart(3, '0')}`,
  description,
  sheet: 'Begroting',
  cell: `A${number + 6}`,
})

const nothing: PreviewView = { created: [], changed: [], missing: [], heldBack: [], twins: [] }

const preview: PreviewView = {
  created: [row(9, 'Experiment: buurtkamer Palestrinalaan'), row(10, 'Inzet verbindingsofficier')],
  changed: [
    row(1, 'Experiment: data benutten in het gebied'),
    row(3, 'Experiment: sturing en governance op maat'),
    row(4, 'Bijdrage wijkcentrum'),
  ],
  missing: [
    { id: '0193cccc-0000-7000-8000-000000000005', lineNumber: 'HOL-005', table: 'begroting' },
    { id: '0193cccc-0000-7000-8000-000000000006', lineNumber: 'HOL-006', table: 'begroting' },
  ],
  heldBack: [row(7, 'Onderzoek verkeersveiligheid')],
  twins: [row(8, 'Communicatie en participatie')],
}

const conflicts: readonly ConflictView[] = [
  {
    id: '0193cccc-0000-7000-8000-000000000001',
    lineNumber: 'HOL-001',
    field: 'amount.2023',
    heading: '2023',
    base: '45.000,00',
    mine: '52.500,00',
    theirs: '48.000,00',
    kind: 'cents',
    by: 'Medewerker financiën',
    at: '2023-04-20T09:14:00Z',
    sheet: 'Begroting',
    cell: 'S7',
  },
  {
    id: '0193cccc-0000-7000-8000-000000000003',
    lineNumber: 'HOL-003',
    field: 'description',
    heading: 'Omschrijving',
    base: null,
    mine: 'Experiment: sturing en governance op maat, tweede fase',
    theirs: '',
    kind: 'text',
    by: 'Concerncontroller',
    at: '2023-04-19T15:40:00Z',
    sheet: 'Begroting',
    cell: 'F9',
  },
  ...[2024, 2025].map(
    (year, index): ConflictView => ({
      id: '0193cccc-0000-7000-8000-000000000004',
      lineNumber: 'HOL-004',
      field: `amount.${year}`,
      heading: String(year),
      base: '',
      mine: '12.000,00',
      theirs: '1.250.000,00',
      kind: 'cents',
      by: 'Medewerker financiën',
      at: '2023-04-20T09:14:00Z',
      sheet: 'Begroting',
      cell: `${index === 0 ? 'T' : 'U'}10`,
    }),
  ),
]

const questions: readonly QuestionView[] = [
  {
    kind: 'duplicate',
    id: '0193cccc-0000-7000-8000-000000000011',
    lineNumber: 'HOL-011',
    description: 'Inzet wijkmanager',
    by: 'Medewerker financiën',
    canKeep: false,
  },
  {
    kind: 'gone',
    id: '0193cccc-0000-7000-8000-000000000012',
    lineNumber: 'HOL-012',
    description: 'Bijdrage sociale basis',
    by: 'Concerncontroller',
    canKeep: true,
  },
  {
    kind: 'lost',
    id: '0193cccc-0000-7000-8000-000000000013',
    lineNumber: 'HOL-013',
    description: '',
    by: null,
    canKeep: true,
  },
  {
    kind: 'delete-conflict',
    id: '0193cccc-0000-7000-8000-000000000014',
    lineNumber: 'HOL-014',
    description: 'Onderhoud speelplekken',
    by: 'Medewerker financiën',
    canKeep: true,
  },
]

const outcome: OutcomeView = {
  created: 2,
  changed: 3,
  deleted: 1,
  pulled: 2,
  pulledRows: exampleWorkbooks.get('HOL')?.begroting.slice(1, 3) ?? [],
  findings: [
    {
      rule: 'GB-701',
      severity: 'error',
      message: {
        nl: 'SP-GGW-2023 is over alle gebieden heen overschreden: 512.000 van 500.000.',
        en: 'SP-GGW-2023 is overdrawn across all areas: 512,000 of 500,000.',
      },
    },
  ],
  skippedCells: ['Begroting!S12', 'Begroting!T12'],
}

const idle: SyncView = {
  kind: 'idle',
  preview: null,
  conflicts: [],
  questions: [],
  progress: null,
  outcome: null,
  retryAtMs: null,
  error: null,
  headSeq: 41,
  hasNews: false,
  hasEdits: false,
  syncedAtMs: demoNowMs - 5 * 60_000,
}

const refused = new ServerError('refused', {
  status: 409,
  problem: 'begroting-vergrendeld',
  requestId: '8f2c41d0a7',
  detail: {
    nl: 'De begroting van HOL voor 2023 is ingediend.',
    en: 'The budget of HOL for 2023 was submitted.',
  },
})

export const demoSyncs = {
  never: { ...idle, headSeq: null, syncedAtMs: null },
  idle,
  news: { ...idle, hasNews: true },
  reading: { ...idle, kind: 'reading' },
  previewed: { ...idle, kind: 'previewed', preview },
  nothing: { ...idle, kind: 'previewed', preview: nothing },
  nothingButNews: { ...idle, kind: 'previewed', preview: nothing, hasNews: true },
  sending: { ...idle, kind: 'sending', preview, progress: { done: 1_200, total: 3_400 } },
  writing: { ...idle, kind: 'writing', preview, progress: { done: 3_400, total: 3_400 } },
  waiting: { ...idle, kind: 'waiting', retryAtMs: demoNowMs + 24_000, error: new ServerError('offline') },
  asking: { ...idle, kind: 'asking', conflicts, questions, preview: nothing, outcome },
  refused: { ...idle, kind: 'refused', error: refused },
  restored: {
    ...idle,
    kind: 'refused',
    error: new ServerError('refused', { status: 409, problem: 'geschiedenis-wijkt-af', requestId: '77ab' }),
  },
  done: { ...idle, outcome, preview: { ...nothing, heldBack: preview.heldBack }, syncedAtMs: demoNowMs },
} as const satisfies Record<string, SyncView>
