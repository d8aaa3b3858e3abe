/**
 * The lists of the example municipality. Areas, roles, policy fields, the stelpost and its two components come from the
 * decision memo "gebieds- en wijkgericht werken" of Zwolle; programmes, other sources and thresholds are ours, to have
 * something to budget on. The rate of EUR 80 is ours too: 3,986 hours at EUR 80 is one way to reach the memo's 318,880.
 */
import { centsSchema } from '#shared/cells/index.ts'
import { type Reference, referenceSchema } from '#shared/model/index.ts'

const euros = (amount: number) => centsSchema.parse(amount * 100)
const years = { validFrom: 2023, validTo: 2026 }
const horizon = [2023, 2024, 2025, 2026]

const policyFields: readonly (readonly [name: string, ...taakvelden: string[]])[] = [
  ['Energie', '7.4', '8.1'],
  ['Zorg', '6.1', '6.2', '6.71a'],
  ['Sociale basis', '6.1'],
  ['Zorg en Veiligheid', '6.1', '1.2'],
  ['Inwonersbetrokkenheid en Wijkgericht werken', '6.1', '0.1', '0.4', '8.1'],
  ['Arbeidsparticipatie', '6.5', '6.4'],
  ['Ruimtelijke ordening', '8.1', '8.2', '0.4'],
  ['Wonen', '8.3', '8.1'],
  ['Veiligheid', '1.2'],
  ['Beheer Openbare Ruimte', '2.1', '5.7'],
  ['Mobiliteit/bereikbaarheid', '2.1', '2.2', '2.5'],
]
const policyFieldNames = policyFields.map(([name]) => name)

const area = (code: string, name: string, isDynamic: boolean, isPilot = false) => ({
  code,
  name,
  isDynamic,
  isPilot,
  policyFields: policyFieldNames,
  ...years,
})

const programmeBudget = (code: string, name: string, perYear: number) => ({
  code,
  name,
  type: 'programmabudget' as const,
  purpose: name,
  purposeTags: [],
  nature: 'S' as const,
  years: horizon,
  status: 'vast' as const,
  ceilings: horizon.map((year) => ({ year, areaCode: null, component: null, cents: euros(perYear) })),
  decisionNumber: null,
  decisionBody: 'raad' as const,
  awardReference: null,
  remainderDestination: null,
  ...years,
})

const role = (code: string, isOverhead: boolean, aliases: readonly string[] = [], isCoreTeam = true) => ({
  code,
  aliases: [...aliases],
  isOverhead,
  isCoreTeam,
  ...years,
})

const roles = [
  role('verandermanager', false, ['programmaleider']),
  role('procesmanager', false, ['programmasecretaris']),
  role('programmamanager Holtenbroek', false),
  role('wijkmanager', false),
  role('strateeg', false),
  role('ambtelijk opdrachtgever', false),
  role('adviseur sociaal-fysiek', false, ['verbindingsofficier']),
  role('communicatieadviseur', true),
  role('bestuursadviseur', true),
  role('secretariële ondersteuning', true),
  role('gebiedscontroller', true),
]

export const exampleReference: Reference = referenceSchema.parse({
  version: 'voorbeeld-2023-1',
  municipality: { gmCode: 'GM0193', name: 'Zwolle (voorbeeld)', iv3Number: '060193' },
  parameters: {
    hoursNormPerFte: 132_000,
    hoursDeviationPercent: 5,
    varianceCents: euros(50_000),
    variancePercent: 10,
    roundAmountCents: euros(50_000),
    incidentalNoteCents: euros(200_000),
    newPolicyCents: euros(50_000),
  },
  areas: [
    area('HOL', 'Holtenbroek', true, true),
    area('SPZ', 'Spoorzone', true),
    area('STH', 'Stadshagen', true),
    area('SHT', 'Stadshart', true),
    area('STAD', 'Stadsbreed', false),
    area('CONCERN', 'Concern', false),
  ],
  programmes: [
    { code: '4', name: 'Sociale basis en zorg', ...years },
    { code: '5', name: 'Bereikbaarheid en openbare ruimte', ...years },
    { code: '6', name: 'Toekomstgerichte stad', ...years },
  ],
  goals: [
    { code: '4.1.1', programmeCode: '4', name: 'Inwoners doen mee en vinden steun in hun wijk', ...years },
    { code: '5.1.1', programmeCode: '5', name: 'De stad is bereikbaar en de openbare ruimte is op orde', ...years },
    {
      code: '6.1.1',
      programmeCode: '6',
      name: 'We ontwikkelen samen de kracht van de stad (en regio) met als leidende agenda een inspirerende, uitnodigende, strategische en integrale omgevingsvisie',
      ...years,
    },
  ],
  sources: [
    {
      code: 'SP-GGW-2023',
      name: 'Stelpost concern gebiedsgericht werken 2023',
      type: 'stelpost',
      purpose: 'gebieds- en wijkgericht werken',
      purposeTags: ['gebiedsgericht werken'],
      nature: 'I',
      years: [2023],
      status: 'vast',
      ceilings: [
        { year: 2023, areaCode: null, component: null, cents: euros(500_000) },
        { year: 2023, areaCode: null, component: 'kernteam', cents: euros(318_880) },
        { year: 2023, areaCode: null, component: 'experimenten', cents: euros(181_120) },
      ],
      decisionNumber: 'B-2023-GGW',
      decisionBody: 'college',
      awardReference: null,
      remainderDestination: null,
      ...years,
    },
    {
      code: 'LF-2023',
      name: 'Lopende formatie',
      type: 'lopende formatie',
      purpose: 'inzet uit bestaande formatie',
      purposeTags: [],
      nature: 'S',
      years: horizon,
      status: 'vast',
      ceilings: [],
      decisionNumber: null,
      decisionBody: null,
      awardReference: null,
      remainderDestination: null,
      ...years,
    },
    programmeBudget('PB-4', 'Programmabudget 4 Sociale basis en zorg', 400_000),
    programmeBudget('PB-5', 'Programmabudget 5 Bereikbaarheid en openbare ruimte', 900_000),
    programmeBudget('PB-6', 'Programmabudget 6 Toekomstgerichte stad', 600_000),
    {
      code: 'SUB-WBI',
      name: 'Woningbouwimpuls Rijk',
      type: 'subsidie',
      purpose: 'woningbouw Spoorzone',
      purposeTags: [],
      nature: 'I',
      years: [2023, 2024],
      status: 'vast',
      ceilings: [
        { year: 2023, areaCode: 'SPZ', component: null, cents: euros(150_000) },
        { year: 2024, areaCode: 'SPZ', component: null, cents: euros(150_000) },
      ],
      decisionNumber: null,
      decisionBody: null,
      awardReference: 'WBI-2022-0193',
      remainderDestination: null,
      ...years,
    },
  ],
  roles,
  rates: roles.map(({ code }) => ({ code: `${code} 2023`, role: code, year: 2023, centsPerHour: euros(80) })),
  phases: [
    { code: 'plan', from: '2023-01-01', to: '2023-03-31', ...years },
    { code: 'implementatie', from: '2023-04-01', to: '2024-09-30', ...years },
  ],
  policyFields: policyFields.map(([name, ...usualTaakvelden]) => ({ code: name, usualTaakvelden, ...years })),
  costCentres: [
    { code: '6100', name: 'Gebiedsgericht werken', isBlocked: false, ...years },
    { code: '5100', name: 'Openbare ruimte', isBlocked: false, ...years },
    { code: '4100', name: 'Sociale basis', isBlocked: false, ...years },
    { code: '6000', name: 'Stadsontwikkeling (gesloten 31-12-2022)', isBlocked: true, ...years },
  ],
  costTypes: [
    { code: 'salaris', name: 'Salarissen', categoryCode: '1.1', ...years },
    { code: 'inhuur', name: 'Ingeleend personeel', categoryCode: '3.5.1', ...years },
    { code: 'diensten', name: 'Goederen en diensten', categoryCode: '3.8', ...years },
    { code: 'bijdrage', name: 'Bijdragen aan instellingen', categoryCode: '4.3.8', ...years },
  ],
  allocationKeys: [
    {
      code: 'VS-GEBIED',
      name: 'Vier gebieden gelijk',
      shares: ['HOL', 'SPZ', 'STH', 'SHT'].map((areaCode) => ({ areaCode, basisPoints: 2_500 })),
      ...years,
    },
  ],
  decisions: [
    {
      code: 'B-2023-GGW',
      name: 'Vervolg gebieds- en wijkgericht werken: vrijgeven stelpost',
      body: 'college',
      date: null,
      outcome: null,
      amountCents: euros(500_000),
      hours: 400_000,
      roles: roles.map(({ code }) => code),
      carriesOver: null,
      text: 'Het vrijgeven van het krediet van € 500.000 uit de stelpost concern ten behoeve van gebiedsgericht werken 2023',
      items: [
        { number: '1', text: 'Kernteam en adviseur sociaal-fysiek', cents: euros(318_880) },
        { number: '2', text: 'Experimenten in de implementatiefase', cents: euros(181_120) },
      ],
      amendsBudget: true,
      isNewPolicy: false,
      isNeutral: true,
      councilRoute: 'n.v.t.',
      isPublic: true,
      ...years,
    },
  ],
  reserves: [
    {
      code: 'H12',
      name: 'Bestemmingsreserve Spoorzone',
      kind: 'reserve',
      type: 'bestemming',
      programmeCode: '6',
      openings: [{ year: 2023, cents: euros(400_000) }],
      undecidedCents: null,
      ...years,
    },
    {
      code: 'C04',
      name: 'Dekkingsreserve kapitaallasten',
      kind: 'reserve',
      type: 'kapitaallasten',
      programmeCode: '5',
      openings: [{ year: 2023, cents: euros(1_200_000) }],
      undecidedCents: null,
      ...years,
    },
    {
      code: 'V03',
      name: 'Voorziening groot onderhoud',
      kind: 'voorziening',
      type: null,
      programmeCode: null,
      openings: [{ year: 2023, cents: euros(250_000) }],
      undecidedCents: null,
      ...years,
    },
  ],
  deadlines: [
    { code: 'begroting 2023', name: 'Begroting 2023', year: 2023, version: 'primitief', date: '2022-10-01' },
    { code: 'berap-1 2023', name: 'Berap 1 2023', year: 2023, version: 'wijziging-1', date: '2023-03-01' },
    { code: 'berap-2 2023', name: 'Berap 2 2023', year: 2023, version: 'wijziging-2', date: '2023-09-01' },
    { code: 'jaarstukken 2023', name: 'Jaarstukken 2023', year: 2023, version: 'realisatie', date: '2024-03-01' },
  ],
  instruments: ['HOL', 'SPZ', 'STH', 'SHT'].flatMap(instrumentsOf),
  capacities: [],
  programmeCeilings: [
    ['4', 400_000],
    ['5', 900_000],
    ['6', 1_300_000],
  ].flatMap(([programmeCode, perYear]) =>
    horizon.map((year) => ({
      code: `${programmeCode} ${year}`,
      programmeCode: String(programmeCode),
      year,
      cents: euros(Number(perYear)),
    })),
  ),
  concernTotals: [],
})

/** A visie and the agenda under it; the pilot has a plan for this year too, so its lines are to name an action. */
function instrumentsOf(areaCode: string) {
  const instrument = (type: string, from: number, to: number, parentCode: string | null) => ({
    code: `${type} ${areaCode} ${from}`,
    name: `${type} ${from}${from === to ? '' : `-${to}`}`,
    areaCode,
    type,
    from: `${from}-01-01`,
    to: `${to}-12-31`,
    parentCode,
    status: 'lopend',
    decisionNumber: null,
  })
  return [
    instrument('gebiedsvisie', 2020, 2029, null),
    instrument('gebiedsagenda', 2022, 2026, `gebiedsvisie ${areaCode} 2020`),
    ...(areaCode === 'HOL' ? [instrument('gebiedsjaarplan', 2023, 2023, `gebiedsagenda ${areaCode} 2022`)] : []),
  ]
}
