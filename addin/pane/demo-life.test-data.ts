/** Lives that the example budget could have, for the gallery and the tests. */
import { lifeSchema, type TransitionName, type Verdict, verdictSchema } from '#shared/lifecycle/index.ts'
import { findingKey } from '#shared/model/index.ts'
import { type LifeView, unreadLife } from '../ports/life-desk.ts'
import { ServerError } from '../ports/server.ts'
import { demoNowMs } from './demo-moment.test-data.ts'

const at = (hoursAgo: number) => new Date(demoNowMs - hoursAgo * 3_600_000).toISOString()

const submitted = {
  overgang: 'indienen',
  door: 'Controller Holtenbroek',
  rol: 'gebiedscontroller',
  op: at(50),
  opmerking: null,
  besluit: null,
}
const returned = {
  overgang: 'teruggeven',
  door: 'Medewerker financiën',
  rol: 'financien',
  op: at(26),
  opmerking: 'HOL-003 mist een onderbouwing; splits de 38.620 in uren en materiaal.',
  besluit: null,
}

const submission = (status: string, overgangen: readonly object[], parafen: readonly object[] = []) => ({
  id: '0193dddd-0000-4000-8000-000000000010',
  nummer: 1,
  status,
  door: 'Controller Holtenbroek',
  op: at(50),
  opmerking: null,
  controlegetal: '9f2c4e61d0b7a8835c1f0e9d7b6a5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b',
  regels: 128,
  voorblad: null,
  codesHash: '1f',
  regelsVersie: '2.0',
  regelsHash: '2e',
  referentieVersie: '2023-1',
  overgangen,
  parafen,
})

const text = (nl: string, en: string) => ({ nl, en })
const finding = (rule: string, severity: string, message: object, extra: object = {}) => ({
  rule,
  severity,
  sheet: null,
  cell: null,
  table: 'begroting',
  lineNumber: 'HOL-003',
  field: null,
  message,
  ...extra,
})
const findings = [
  finding('GB-401', 'error', text('Regel is voor 1.380 niet gedekt in 2023.', 'Line lacks coverage of 1,380 in 2023.')),
  finding(
    'GB-701',
    'error',
    text(
      'SP-GGW-2023 is over alle gebieden heen overschreden: 525.000 van 500.000.',
      'SP-GGW-2023 is overdrawn across all areas: 525,000 of 500,000.',
    ),
    { table: null, lineNumber: null, areas: ['HOL', 'SPZ', 'STAD'] },
  ),
  finding(
    'GB-315',
    'warning',
    text('Rond bedrag van 100.000 zonder onderbouwing.', 'Round amount of 100,000 without a basis.'),
  ),
  finding(
    'GB-302',
    'warning',
    text('Negatieve last/bate zonder toelichting.', 'Negative cost/income without explanation.'),
    {
      waiver: { reason: 'Correctie op 2022, zie de jaarstukken.', by: 'Controller Holtenbroek', at: at(30) },
    },
  ),
]

/** The server's list of what was accepted, of the findings that say so. */
function waiverOf(finding: Verdict['bevindingen'][number]): Verdict['ontheffingen'] {
  if (finding.waiver === undefined) return []
  const { reason, by, at: op } = finding.waiver
  return [{ id: '0193dddd-0000-4000-8000-000000000020', sleutel: findingKey(finding), reden: reason, door: by, op }]
}

function viewOf(
  staat: string,
  mag: readonly TransitionName[],
  indieningen: readonly object[],
  bevindingen: readonly object[],
): LifeView {
  const verdict = verdictSchema.parse({
    staat,
    controlegetal: '9f2c',
    regels: 128,
    regelsVersie: '2.0',
    referentieVersie: '2023-1',
    bevindingen,
    ontheffingen: [],
  })
  return {
    ...unreadLife,
    kind: 'read',
    life: lifeSchema.parse({ staat, mag, indieningen }),
    verdict: { ...verdict, ontheffingen: verdict.bevindingen.flatMap(waiverOf) },
    readAtMs: demoNowMs - 60_000,
  }
}

const concept = viewOf('concept', ['indienen'], [], findings)

export const demoLives = {
  concept,
  reading: { ...unreadLife, kind: 'reading' },
  stale: { ...concept, staleLists: ["Programma's", 'Dekkingsbronnen', 'Kalender van planning en control'] },
  ready: viewOf('concept', ['indienen'], [], []),
  refused: {
    ...concept,
    error: new ServerError('refused', {
      status: 409,
      problem: 'overgang-geweigerd',
      detail: text('Indienen kan niet: nog 1 fouten.', 'Cannot submit: 1 errors remain.'),
      requestId: 'r-1',
    }),
    blocking: concept.verdict?.bevindingen.slice(0, 1) ?? [],
  },
  submitted: viewOf(
    'ingediend',
    ['teruggeven', 'goedkeuren', 'intrekken', 'aanhouden'],
    [
      submission(
        'ingediend',
        [submitted],
        [{ rol: 'opdrachtgever', door: 'Ambtelijk opdrachtgever', op: at(3), uitkomst: 'akkoord', opmerking: null }],
      ),
    ],
    findings.slice(1, 2),
  ),
  signable: viewOf('ingediend', [], [submission('ingediend', [submitted])], []),
  returned: viewOf('teruggegeven', ['heropenen'], [submission('teruggegeven', [submitted, returned])], findings),
} as const satisfies Readonly<Record<string, LifeView>>
