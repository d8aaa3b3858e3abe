/** One planted error for each rule that one workbook can show: what a person does wrong, and in which kind of workbook. */
import { addLine, addRow, type Draft, draftOf } from './draft.ts'
import { plantedReference } from './planted-lists.ts'

/** The kinds of workbook that it takes to show every rule. */
export const nurseries = {
  primitief: () => nursery('HOL'),
  /** Apart: a sum in which a cell cannot be read is not compared. */
  onleesbaar: () => nursery('HOL'),
  duizend: () => ({ ...nursery('HOL', 'wijziging-9'), unit: 'x € 1.000' }),
  gulden: () => ({ ...nursery('HOL', 'wijziging-8'), unit: 'gulden' }),
  wijziging: () => nursery('HOL', 'wijziging-1'),
  /** The youth and Wmo taakvelden were divided again in 2025. */
  later: () => nursery('HOL', 'primitief', 2025),
  prognose: () => nursery('SPZ', 'prognose'),
  realisatie: () => nursery('HOL', 'realisatie'),
} as const satisfies Readonly<Record<string, () => Draft>>
export type Nursery = keyof typeof nurseries

export interface Plant {
  readonly rule: string
  readonly nursery: Nursery
  readonly plant: (draft: Draft) => void
}

function nursery(areaCode: string, version?: string, year?: number): Draft {
  return { ...draftOf(areaCode, version, year), reference: plantedReference }
}

const on = (rule: string, nurseryName: Nursery, plant: Plant['plant']): Plant => ({ rule, nursery: nurseryName, plant })

/** A line of the original budget with these fields. */
const line = (rule: string, fields: Parameters<typeof addLine>[1]) =>
  on(rule, 'primitief', (draft) => void addLine(draft, fields))

/** A sound line, one cell of which holds something else. */
const cell = (rule: string, field: string, content: string | number) =>
  on(rule, 'onleesbaar', (draft) => {
    draft.typed.push({ table: 'begroting', lineNumber: addLine(draft), field, content })
  })

/** A row of tblInzet under a sound line that goes by a decision. */
const effort = (rule: string, fields: Parameters<typeof addRow>[2], lineFields: Parameters<typeof addLine>[1] = {}) =>
  on(rule, 'primitief', (draft) => void addRow(draft, 'inzet', { ...hour(addLine(draft, lineFields)), ...fields }))

const hour = (budgetLineNumber: string) => ({
  budgetLineNumber,
  role: 'wijkmanager',
  year: 2023,
  hours: 1_000,
  rateCents: 8_000,
  amountCents: 80_000,
  sourceCode: 'PB-6',
})

/** With the amount typed too: its formula would give an error with hours that are text. */
function typeHours(draft: Draft, content: string): void {
  const lineNumber = addRow(draft, 'inzet', hour(addLine(draft)))
  draft.typed.push({ table: 'inzet', lineNumber, field: 'hours', content })
  draft.typed.push({ table: 'inzet', lineNumber, field: 'amountCents', content: 800 })
}

const stelpost = {
  sourceCode: 'SP-GGW-2023',
  component: 'experimenten',
  nature: 'I',
  amount1: null,
  amount2: null,
  amount3: null,
  tags: 'gebiedsgericht werken',
} as const

const cells: readonly Plant[] = [
  cell('GB-101', 'amount0', 'ca. 500.000'),
  cell('GB-102', 'amount0', '1.000,00'),
  cell('GB-103', 'amount0', '1,234'),
  on(
    'GB-104',
    'duizend',
    (draft) => void addLine(draft, { amount0: 1_000_000, amount1: null, amount2: null, amount3: null }),
  ),
  on('GB-105', 'primitief', (draft) => void draft.hidden.push(addLine(draft))),
  line('GB-106', { description: 'Totaal Holtenbroek' }),
  on('GB-107', 'primitief', (draft) => {
    draft.merged.push({ field: 'basis', from: addLine(draft), to: addLine(draft) })
  }),
  cell('GB-108', 'amount0', '#REF!'),
  on('GB-109', 'primitief', (draft) => {
    const budgetLineNumber = addLine(draft)
    for (let i = 0; i < 3; i++) addRow(draft, 'inzet', hour(budgetLineNumber))
    const lineNumber = addRow(draft, 'inzet', hour(budgetLineNumber))
    draft.typed.push({ table: 'inzet', lineNumber, field: 'amountCents', content: 800 })
  }),
  cell('GB-110', 'amount0', '=[grootboek 2022.xlsx]Blad1!C4'),
  on('GB-111', 'primitief', (draft) => {
    draft.renamed.push({ table: 'jaarplan', field: 'owner', heading: 'Trekker' })
  }),
  line('GB-112', { goalCode: null }),
  cell('GB-113', 'taakveldCode', '8.1\u00a0'),
  cell('GB-114', 'amount0', 26_573.3333),
  on('GB-115', 'onleesbaar', (draft) => typeHours(draft, 'veel')),
  on('GB-116', 'gulden', () => {}),
  on('GB-117', 'primitief', (draft) => typeHours(draft, '10:00')),
  on('GB-118', 'primitief', (draft) => void addLine(draft, { lineNumber: addLine(draft) })),
  cell('GB-119', 'amount0', 'nog onbekend'),
  line('GB-120', { note: 'Vraag dhr. J. Jansen' }),
  effort('GB-121', { person: 'Jan Jansen' }),
]

const codes: readonly Plant[] = [
  line('GB-201', { taakveldCode: '9.9' }),
  cell('GB-202', 'taakveldCode', 0.1),
  line('GB-203', { categoryCode: '2.2.1', costTypeCode: null }),
  line('GB-204', { taakveldCode: '6.1', categoryCode: '4.2', costTypeCode: null, policyField: 'Sociale basis' }),
  line('GB-205', { categoryCode: '7.1', costTypeCode: null }),
  line('GB-206', { taakveldCode: '0.11', categoryCode: '7.1', costTypeCode: null, policyField: null }),
  line('GB-207', { taakveldCode: '6.', policyField: null }),
  on('GB-208', 'wijziging', (draft) => void addLine(draft, { taakveldCode: '0.8', policyField: null })),
  effort('GB-209', { role: 'gebiedscontroller' }),
  line('GB-210', { programmeCode: '5' }),
  line('GB-211', { goalCode: '9.9.9' }),
  line('GB-212', { domain: 'economie' }),
  line('GB-213', { policyField: 'Cultuur' }),
  line('GB-214', { policyField: 'Energie', taakveldCode: '6.3' }),
  line('GB-215', { costCentreCode: '6000' }),
  line('GB-216', { costTypeCode: 'inhuur' }),
  line('GB-217', { areaCode: 'STH' }),
  on('GB-218', 'later', (draft) => void addLine(draft, { taakveldCode: '6.2', policyField: null })),
]

const amounts: readonly Plant[] = [
  line('GB-301', { side: null }),
  line('GB-302', { amount0: -1_000 }),
  effort('GB-303', { amountCents: 90_000 }),
  effort('GB-304', { rateCents: 9_500, amountCents: 95_000 }),
  effort('GB-305', { person: 'P-901', hours: 160_000, amountCents: 12_800_000 }, { amount0: 12_800_000 }),
  on('GB-306', 'primitief', (draft) => {
    addRow(draft, 'besluiten', { decisionNumber: 'B-9', body: 'college', hours: 460_000, sourceCode: 'PB-6' })
  }),
  effort('GB-307', { role: 'jurist' }, { decisionNumber: 'B-2023-GGW' }),
  on('GB-308', 'primitief', (draft) => {
    addRow(draft, 'dekking', { budgetLineNumber: addLine(draft), year: 2028, sourceCode: 'PB-6', amountCents: 1_000 })
  }),
  line('GB-309', { phase: 'plan', from: '2023-05-01' }),
  line('GB-310', { vatTreatment: 'BCF', amount0: 6_050_000 }),
  line('GB-311', { index: null, amount1: 100_000, amount2: 100_000, amount3: 100_000 }),
  line('GB-313', { allocationKeyCode: 'VS-95' }),
  on('GB-314', 'primitief', (draft) => {
    draft.controlTotals = { L: 100, B: 0 }
  }),
  line('GB-315', { amount0: 10_000_000 }),
  on('GB-316', 'primitief', (draft) => {
    addLine(draft, { description: 'Tweemaal hetzelfde' })
    addLine(draft, { description: 'Tweemaal hetzelfde' })
  }),
]

const cover: readonly Plant[] = [
  line('GB-401', { sourceCode: null }),
  line('GB-402', { sourceCode: 'SP-9999' }),
  line('GB-403', { amount0: 60_000_001 }),
  line('GB-404', { ...stelpost, amount0: null, amount1: 100_000 }),
  line('GB-405', { ...stelpost, nature: 'S' }),
  line('GB-406', { ...stelpost, tags: null }),
  on('GB-407', 'wijziging', (draft) => void addLine(draft, { sourceCode: 'LF-2023' })),
  line('GB-408', stelpost),
  line('GB-409', { sourceCode: 'RES-H12', nature: 'I', amount3: null }),
  line('GB-410', { sourceCode: 'SUB-WBI', nature: 'I', amount3: null }),
  on('GB-411', 'prognose', () => {}),
  line('GB-412', { sourceCode: 'PPN-24', nature: 'I', amount3: null }),
  on('GB-413', 'primitief', (draft) => {
    const budgetLineNumber = addLine(draft)
    addRow(draft, 'dekking', { budgetLineNumber, year: 2023, sourceCode: 'PB-6', amountCents: 100_001 })
  }),
  line('GB-414', { ...stelpost, tags: 'gebiedsgericht werken; regulier programma' }),
]

const natureAndReserves: readonly Plant[] = [
  line('GB-501', { nature: null }),
  line('GB-502', { nature: 'I' }),
  line('GB-503', { amount2: null, amount3: null }),
  line('GB-504', { taakveldCode: '0.10', categoryCode: '7.1', costTypeCode: null, reserveCode: 'H12' }),
  line('GB-505', { ...stelpost, nature: 'S' }),
  line('GB-506', { reserveCode: 'H12' }),
  line('GB-507', { reserveCode: 'V03' }),
  line('GB-508', { sourceCode: 'VZ-V03', nature: 'I', amount3: null }),
  line('GB-509', { lineType: 'investering' }),
  on('GB-510', 'wijziging', (draft) => void addLine(draft, { decisionNumber: 'B-2023-GGW' })),
  line('GB-511', { amount0: -1_000, description: 'Dekking Nieuwe wet Inburgering' }),
  line('GB-512', { nature: 'I', amount0: 20_000_000, amount3: null }),
  line('GB-513', { categoryCode: '7.5', costTypeCode: null }),
]

/** An amendment of EUR 1.000 that goes by a decision of its own. */
const decided = (rule: string, fields: Parameters<typeof addRow>[2]) =>
  on(rule, 'wijziging', (draft) => {
    const decisionNumber = `B-${rule.slice(-3)}`
    addLine(draft, { decisionNumber, amount1: null, amount2: null, amount3: null })
    addRow(draft, 'besluiten', { decisionNumber, body: 'college', amendsBudget: 'ja', ...fields })
  })

const decisions: readonly Plant[] = [
  decided('GB-607', { date: '2024-01-14' }),
  decided('GB-609', { amendsBudget: 'nee' }),
  decided('GB-611', { amountCents: 50_500_000 }),
]

const deliveryAndInstruments: readonly Plant[] = [
  on('GB-802', 'duizend', (draft) => {
    const amounts = { amount0: 1_000_050, amount1: null, amount2: null, amount3: null }
    for (const categoryCode of ['3.8', '3.5.1']) addLine(draft, { categoryCode, costTypeCode: null, ...amounts })
  }),
  line('GB-804', { categoryCode: '6.1', costTypeCode: null }),
  on('GB-805', 'realisatie', (draft) => void addLine(draft, { categoryCode: '4.3.9', costTypeCode: null })),
  on('GB-901', 'later', (draft) => {
    const instruments = draft.reference.instruments.map((instrument) => ({ ...instrument, to: '2027-12-31' }))
    draft.reference = { ...draft.reference, instruments }
  }),
  on('GB-902', 'primitief', (draft) => {
    addRow(draft, 'jaarplan', { instrument: 'gebiedsjaarplan 2023', title: 'Te laat', to: '2024-06-30' })
  }),
  line('GB-903', { planActionNumber: null }),
  on('GB-905', 'realisatie', (draft) => void addLine(draft)),
  line('GB-906', { phase: 'implementatie', from: '2024-10-01', to: '2024-12-31' }),
]

export const plants: readonly Plant[] = [
  ...deliveryAndInstruments,
  ...cells,
  ...codes,
  ...amounts,
  ...cover,
  ...natureAndReserves,
  ...decisions,
]

/** Of each kind of workbook one that bears all its plants. */
export function planted(): ReadonlyMap<Nursery, Draft> {
  return new Map(
    (Object.keys(nurseries) as Nursery[]).map((name) => {
      const draft: Draft = nurseries[name]()
      for (const { nursery: kind, plant } of plants) if (kind === name) plant(draft)
      return [name, draft]
    }),
  )
}
