/** The lists of a municipality whose items hold no list: each is one table on the sheet Codes. */
import type { Reference } from '#shared/model/index.ts'
import { code, type CodeList, column, name, validity } from './code-lists.ts'

/** By their key in the reference. */
export const flatLists = {
  areas: {
    table: 'lstGebieden',
    title: 'Gebieden',
    columns: [
      code,
      name,
      column('isDynamic', 'Dynamisch', 'flag'),
      column('isPilot', 'Pilot', 'flag'),
      column('policyFields', 'Beleidsvelden', 'texts'),
      ...validity,
    ],
  },
  programmes: { table: 'lstProgrammas', title: "Programma's", columns: [code, name, ...validity] },
  goals: {
    table: 'lstDoelen',
    title: 'Doelen',
    columns: [code, column('programmeCode', 'Programma', 'code'), name, ...validity],
  },
  roles: {
    table: 'lstFuncties',
    title: 'Functies',
    columns: [
      column('code', 'Functie', 'text'),
      column('aliases', 'Ook genoemd', 'texts'),
      column('isOverhead', 'Overhead', 'flag'),
      column('isCoreTeam', 'Kernteam', 'flag'),
      ...validity,
    ],
  },
  rates: {
    table: 'lstTarieven',
    title: 'Uurtarieven in euro',
    columns: [
      code,
      column('role', 'Functie', 'text'),
      column('year', 'Jaar', 'year'),
      column('centsPerHour', 'Tarief', 'cents'),
      column('surchargeCents', 'Opslag overhead', 'cents'),
    ],
  },
  phases: {
    table: 'lstFasen',
    title: 'Fasen',
    columns: [column('code', 'Fase', 'text'), column('from', 'Van', 'date'), column('to', 'Tot', 'date'), ...validity],
  },
  policyFields: {
    table: 'lstBeleidsvelden',
    title: 'Beleidsvelden',
    columns: [
      column('code', 'Beleidsveld', 'text'),
      column('usualTaakvelden', 'Gebruikelijke taakvelden', 'texts'),
      ...validity,
    ],
  },
  costCentres: {
    table: 'lstKostenplaatsen',
    title: 'Kostenplaatsen',
    columns: [code, name, column('isBlocked', 'Geblokkeerd', 'flag'), ...validity],
  },
  costTypes: {
    table: 'lstKostensoorten',
    title: 'Kostensoorten',
    columns: [code, name, column('categoryCode', 'Categorie', 'code'), ...validity],
  },
  deadlines: {
    table: 'lstKalender',
    title: 'Kalender van planning en control',
    since: 2,
    columns: [
      code,
      column('name', 'Moment', 'text'),
      column('year', 'Begrotingsjaar', 'year'),
      column('version', 'Versie', 'code'),
      column('date', 'Datum', 'date'),
    ],
  },
  instruments: {
    table: 'lstInstrumenten',
    title: 'Gebiedsinstrumenten',
    since: 2,
    columns: [
      code,
      name,
      column('areaCode', 'Gebied', 'code'),
      column('type', 'Soort', 'text'),
      column('from', 'Van', 'date'),
      column('to', 'Tot', 'date'),
      column('parentCode', 'Onder', 'code'),
      column('status', 'Stand', 'text'),
      column('decisionNumber', 'Besluit', 'code'),
    ],
  },
  capacities: {
    table: 'lstCapaciteiten',
    title: 'Capaciteit van medewerkers',
    since: 2,
    columns: [
      code,
      column('person', 'Medewerker', 'code'),
      column('year', 'Jaar', 'year'),
      column('hours', 'Uren', 'hours'),
    ],
  },
  programmeCeilings: {
    table: 'lstProgrammaplafonds',
    title: "Plafonds van programma's voor de gebieden samen",
    since: 2,
    columns: [
      code,
      column('programmeCode', 'Programma', 'code'),
      column('year', 'Jaar', 'year'),
      column('cents', 'Plafond', 'cents'),
    ],
  },
  concernTotals: {
    table: 'lstConcerntotalen',
    title: 'Totalen van de gebieden in de begroting van het concern',
    since: 2,
    columns: [code, column('year', 'Jaar', 'year'), column('side', 'L/B', 'code'), column('cents', 'Totaal', 'cents')],
  },
} as const satisfies Partial<Record<keyof Reference, CodeList>>
export type FlatListKey = keyof typeof flatLists
