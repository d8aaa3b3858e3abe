/**
 * The rows of the five example workbooks of 2023. STAD holds the core team (318,880) and HOL the experiments (181,120),
 * which use up the stelpost of 500,000 exactly; SPZ, STH and SHT have lines of their own on programme budgets.
 */
import { coverage, type ExampleRows, hoursLine, line, memoDecision, planAction } from './rows.ts'

const stelpost = {
  programmeCode: '6',
  goalCode: '6.1.1',
  sourceCode: 'SP-GGW-2023',
  decisionNumber: 'B-2023-GGW',
  costCentreCode: '6100',
  tags: 'gebiedsgericht werken',
}
const experiment = {
  ...stelpost,
  component: 'experimenten',
  phase: 'implementatie',
  policyField: 'Inwonersbetrokkenheid en Wijkgericht werken',
  taakveldCode: '8.1',
  categoryCode: '3.8',
  costTypeCode: 'diensten',
  from: '2023-04-01',
  to: '2023-12-31',
} as const
const coreTeam = {
  ...stelpost,
  component: 'kernteam',
  track: 'wijkgericht',
  policyField: 'Inwonersbetrokkenheid en Wijkgericht werken',
  basis: 'uren x tarief, zie Inzet',
}
const socialBasis = {
  programmeCode: '4',
  goalCode: '4.1.1',
  domain: 'sociaal',
  policyField: 'Sociale basis',
  taakveldCode: '6.1',
  categoryCode: '4.3.8',
  costCentreCode: '4100',
  costTypeCode: 'bijdrage',
  sourceCode: 'PB-4',
} as const
const publicSpace = {
  programmeCode: '5',
  goalCode: '5.1.1',
  domain: 'fysiek',
  policyField: 'Beheer Openbare Ruimte',
  taakveldCode: '5.7',
  categoryCode: '3.8',
  costCentreCode: '5100',
  costTypeCode: 'diensten',
  sourceCode: 'PB-5',
} as const
const city = {
  programmeCode: '6',
  goalCode: '6.1.1',
  domain: 'fysiek',
  policyField: 'Ruimtelijke ordening',
  taakveldCode: '8.1',
  categoryCode: '3.8',
  costCentreCode: '6100',
  costTypeCode: 'diensten',
} as const

const holtenbroek: ExampleRows = {
  begroting: [
    line('HOL-001', 'L', 'I', [45_000], {
      ...experiment,
      domain: 'publiek',
      planActionNumber: 'HOL-A001',
      description: 'Experiment: data benutten in het gebied',
    }),
    line('HOL-002', 'L', 'I', [52_500], {
      ...experiment,
      domain: 'sociaal',
      planActionNumber: 'HOL-A002',
      description: 'Experiment: tempo van sociaal en fysiek op elkaar afstemmen',
    }),
    line('HOL-003', 'L', 'I', [38_620], {
      ...experiment,
      domain: 'publiek',
      planActionNumber: 'HOL-A003',
      description: 'Experiment: sturing en governance op maat',
    }),
    line('HOL-004', 'L', 'I', [45_000], {
      ...experiment,
      domain: 'fysiek',
      planActionNumber: 'HOL-A003',
      description: 'Afwegingskader en lessen voor de stad',
    }),
    line('HOL-005', 'L', 'S', [118_400, 121_300, 124_300, 127_400], {
      ...city,
      sourceCode: 'PB-6',
      planActionNumber: 'HOL-A004',
      categoryCode: '1.1',
      costTypeCode: 'salaris',
      description: 'Programmateam Holtenbroek, lopend programma',
      index: 'loonindex',
      tags: 'regulier programma',
    }),
  ],
  inzet: [],
  dekking: [],
  besluiten: [memoDecision('HOL-B001', 181_120)],
  jaarplan: [
    planAction('HOL-A001', 'Data in het gebied', '6.1.1', 'publiek'),
    planAction('HOL-A002', 'Sociaal en fysiek in één tempo', '6.1.1', 'sociaal'),
    planAction('HOL-A003', 'Sturing en afwegingskader', '6.1.1', 'publiek'),
    planAction('HOL-A004', 'Lopend gebiedsprogramma', '6.1.1', 'fysiek'),
  ],
}

const citywide: ExampleRows = {
  begroting: [
    line('STAD-001', 'L', 'I', [195_200], {
      ...coreTeam,
      domain: 'publiek',
      taakveldCode: '8.1',
      categoryCode: '1.1',
      costTypeCode: 'salaris',
      description: 'Kernteam gebieds- en wijkgericht werken',
    }),
    line('STAD-002', 'L', 'I', [51_200], {
      ...coreTeam,
      domain: 'sociaal',
      taakveldCode: '6.1',
      categoryCode: '3.5.1',
      costTypeCode: 'inhuur',
      description: 'Adviseur sociaal-fysiek (verbindingsofficier)',
    }),
    line('STAD-003', 'L', 'I', [72_480], {
      ...coreTeam,
      domain: 'bedrijfsvoering',
      taakveldCode: '0.4',
      categoryCode: '1.1',
      costTypeCode: 'salaris',
      description: 'Kernteam: communicatie, advies, control en ondersteuning',
    }),
    line('STAD-004', 'L', 'S', [64_000, 65_600, 67_200, 68_900], {
      ...city,
      domain: 'fysiek',
      categoryCode: '1.1',
      costTypeCode: 'salaris',
      sourceCode: 'LF-2023',
      description: 'Wijkmanagers uit lopende formatie',
      index: 'loonindex',
    }),
  ],
  inzet: [
    hoursLine('STAD-I001', 'STAD-001', 'verandermanager', 520),
    hoursLine('STAD-I002', 'STAD-001', 'procesmanager', 460),
    hoursLine('STAD-I003', 'STAD-001', 'programmamanager Holtenbroek', 480),
    hoursLine('STAD-I004', 'STAD-001', 'wijkmanager', 420),
    hoursLine('STAD-I005', 'STAD-001', 'strateeg', 400),
    hoursLine('STAD-I006', 'STAD-001', 'ambtelijk opdrachtgever', 160),
    hoursLine('STAD-I007', 'STAD-002', 'adviseur sociaal-fysiek', 640),
    hoursLine('STAD-I008', 'STAD-003', 'communicatieadviseur', 280),
    hoursLine('STAD-I009', 'STAD-003', 'bestuursadviseur', 200),
    hoursLine('STAD-I010', 'STAD-003', 'secretariële ondersteuning', 226),
    hoursLine('STAD-I011', 'STAD-003', 'gebiedscontroller', 200),
  ],
  dekking: [],
  besluiten: [memoDecision('STAD-B001', 318_880, 4_000)],
  jaarplan: [],
}

const railwayZone: ExampleRows = {
  begroting: [
    line('SPZ-001', 'L', 'S', [212_500, 217_900, 223_300, 228_900], {
      ...publicSpace,
      policyField: 'Mobiliteit/bereikbaarheid',
      taakveldCode: '2.1',
      description: 'Openbare ruimte stationsomgeving',
      index: 'prijsindex',
    }),
    line('SPZ-002', 'L', 'I', [185_000, 96_000], {
      ...city,
      policyField: 'Wonen',
      taakveldCode: '8.3',
      sourceCode: 'PB-6',
      description: 'Voorbereiding woningbouw Spoorzone',
      note: 'Deels gedekt door de Woningbouwimpuls, zie Dekking.',
    }),
    line('SPZ-003', 'B', 'I', [40_000], {
      ...publicSpace,
      policyField: 'Mobiliteit/bereikbaarheid',
      taakveldCode: '2.1',
      categoryCode: '4.3.1',
      costTypeCode: '',
      sourceCode: '',
      description: 'Rijksbijdrage fietsenstalling',
    }),
  ],
  inzet: [],
  dekking: [
    coverage('SPZ-D001', 'SPZ-002', 2023, 'SUB-WBI', 120_000),
    coverage('SPZ-D002', 'SPZ-002', 2024, 'SUB-WBI', 96_000),
  ],
  besluiten: [],
  jaarplan: [],
}

const stadshagen: ExampleRows = {
  begroting: [
    line('STH-001', 'L', 'S', [86_400, 88_600, 90_800, 93_100], {
      ...socialBasis,
      description: 'Bijdrage wijkcentrum Stadshagen',
      index: 'prijsindex',
    }),
    line('STH-002', 'L', 'S', [134_750, 138_100, 141_600, 145_100], {
      ...publicSpace,
      description: 'Groen en spelen Stadshagen',
      index: 'prijsindex',
    }),
    line('STH-003', 'B', 'S', [12_600, 12_900, 13_200, 13_500], {
      ...socialBasis,
      categoryCode: '3.6',
      costTypeCode: '',
      sourceCode: '',
      description: 'Huur ruimten wijkcentrum',
      index: 'huurindex',
    }),
  ],
  inzet: [],
  dekking: [],
  besluiten: [],
  jaarplan: [],
}

const cityCentre: ExampleRows = {
  begroting: [
    line('SHT-001', 'L', 'S', [157_400, 161_300, 165_300, 169_350], {
      ...publicSpace,
      description: 'Beheer openbare ruimte Stadshart',
      index: 'prijsindex',
    }),
    line('SHT-002', 'L', 'I', [62_450, 41_300], {
      ...city,
      sourceCode: 'PB-6',
      description: 'Gebiedsagenda Stadshart',
      phase: 'implementatie',
      from: '2023-04-01',
      to: '2024-06-30',
    }),
    line('SHT-003', 'L', 'S', [48_900, 50_100, 51_400, 52_700], {
      ...socialBasis,
      domain: 'sociaal',
      description: 'Straathoekwerk binnenstad',
      index: 'loonindex',
    }),
  ],
  inzet: [],
  dekking: [],
  besluiten: [],
  jaarplan: [],
}

/** Area code -> rows of its example workbook. */
export const exampleWorkbooks: ReadonlyMap<string, ExampleRows> = new Map([
  ['HOL', holtenbroek],
  ['SPZ', railwayZone],
  ['STH', stadshagen],
  ['SHT', cityCentre],
  ['STAD', citywide],
])
