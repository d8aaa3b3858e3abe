/**
 * The lists of a municipality as tables on the sheet Codes: which table holds which list, and in which columns. What is
 * a list inside an item (ceilings of a source, shares of a key) is a table of its own that names the item. Lists whose
 * items are flat stand in `flat-lists.ts`.
 */
import type { ListColumn, ListItem } from './list-column.ts'

export interface CodeList {
  /** Name of the Excel table. */
  readonly table: string
  readonly title: string
  readonly columns: readonly ListColumn[]
  /** Version of the template that brought the list; left out: the first. */
  readonly since?: number
}

export const column = (key: string, heading: string, kind: ListColumn['kind']): ListColumn => ({ key, heading, kind })
export const code = column('code', 'Code', 'code')
export const name = column('name', 'Naam', 'text')
export const validity = [column('validFrom', 'Van jaar', 'year'), column('validTo', 'T/m jaar', 'year')]

export const sourceList: CodeList = {
  table: 'lstBronnen',
  title: 'Dekkingsbronnen',
  columns: [
    code,
    name,
    column('type', 'Soort', 'text'),
    column('purpose', 'Doel', 'text'),
    column('purposeTags', 'Kenmerken', 'texts'),
    column('nature', 'I/S', 'code'),
    column('years', 'Jaren', 'years'),
    column('status', 'Stand', 'text'),
    column('decisionNumber', 'Besluit', 'code'),
    column('decisionBody', 'Orgaan', 'text'),
    column('awardReference', 'Beschikking', 'text'),
    column('remainderDestination', 'Restant naar', 'text'),
    column('reserveCode', 'Reserve', 'code'),
    ...validity,
  ],
}

/** `validFrom` names the item too: a code may come back in later years for something else. */
export const ceilingList: CodeList = {
  table: 'lstPlafonds',
  title: 'Plafonds van bronnen',
  columns: [
    column('ownerCode', 'Bron', 'code'),
    column('ownerFrom', 'Van jaar', 'year'),
    column('year', 'Jaar', 'year'),
    column('areaCode', 'Gebied', 'code'),
    column('component', 'Onderdeel', 'code'),
    column('cents', 'Plafond', 'cents'),
  ],
}

export const allocationKeyList: CodeList = {
  table: 'lstVerdeelsleutels',
  title: 'Verdeelsleutels',
  columns: [code, name, ...validity],
}

export const shareList: CodeList = {
  table: 'lstAandelen',
  title: 'Aandelen in verdeelsleutels (10.000 = 100%)',
  columns: [
    column('ownerCode', 'Sleutel', 'code'),
    column('ownerFrom', 'Van jaar', 'year'),
    column('areaCode', 'Gebied', 'code'),
    column('basisPoints', 'Aandeel', 'number'),
  ],
}

export const decisionList: CodeList = {
  table: 'lstBesluiten',
  title: 'Besluiten',
  columns: [
    code,
    name,
    column('body', 'Orgaan', 'text'),
    column('date', 'Datum', 'date'),
    column('outcome', 'Uitkomst', 'text'),
    column('amountCents', 'Bedrag', 'cents'),
    column('hours', 'Uren', 'hours'),
    column('roles', 'Functies', 'texts'),
    column('carryOverSource', 'Overheveling van', 'code'),
    column('carryOverYear', 'Overheveling t/m', 'year'),
    column('text', 'Tekst', 'text'),
    column('decidedCents', 'Vastgesteld bedrag', 'cents'),
    column('amendsBudget', 'Begroting wijzigen', 'flag'),
    column('isNewPolicy', 'Nieuw beleid', 'flag'),
    column('isNeutral', 'Budgetneutraal', 'flag'),
    column('councilRoute', 'Raad', 'text'),
    column('isPublic', 'Openbaar', 'flag'),
    ...validity,
  ],
}

export const decisionItemList: CodeList = {
  table: 'lstBesluitpunten',
  title: 'Besluitpunten',
  since: 2,
  columns: [
    column('ownerCode', 'Besluit', 'code'),
    column('ownerFrom', 'Van jaar', 'year'),
    column('number', 'Punt', 'code'),
    column('text', 'Tekst', 'text'),
    column('cents', 'Bedrag', 'cents'),
  ],
}

export const reserveList: CodeList = {
  table: 'lstReserves',
  title: 'Reserves en voorzieningen',
  since: 2,
  columns: [
    code,
    name,
    column('kind', 'Reserve of voorziening', 'text'),
    column('type', 'Soort', 'text'),
    column('programmeCode', 'Programma', 'code'),
    column('undecidedCents', 'Nog te besluiten', 'cents'),
    ...validity,
  ],
}

export const openingList: CodeList = {
  table: 'lstBeginstanden',
  title: 'Stand per 1 januari van reserves en voorzieningen',
  since: 2,
  columns: [
    column('ownerCode', 'Reserve', 'code'),
    column('ownerFrom', 'Van jaar', 'year'),
    column('year', 'Jaar', 'year'),
    column('cents', 'Stand', 'cents'),
  ],
}

/** Single values, one a row: the version of the lists, the municipality and its thresholds. */
export const generalTable = 'lstAlgemeen'
export const generalValues: readonly ListColumn[] = [
  column('version', 'Versie van de lijsten', 'text'),
  column('gmCode', 'Gemeentecode', 'code'),
  column('name', 'Gemeente', 'text'),
  column('iv3Number', 'Overheidsnummer Iv3', 'code'),
  column('hoursNormPerFte', 'Urennorm per fte', 'number'),
  column('hoursDeviationPercent', 'Afwijking van uren (%)', 'number'),
  column('varianceCents', 'Drempel afwijking (euro)', 'cents'),
  column('variancePercent', 'Drempel afwijking (%)', 'number'),
  column('roundAmountCents', 'Rond bedrag vanaf (euro)', 'cents'),
  column('incidentalNoteCents', 'Toelichting incidenteel vanaf (euro)', 'cents'),
  column('newPolicyCents', 'Nieuw beleid college tot (euro)', 'cents'),
]

/** An item that belongs to another one, as a row that names its owner. */
export function ownedItem(owner: { code: string; validFrom: number }, item: ListItem): ListItem {
  return { ownerCode: owner.code, ownerFrom: owner.validFrom, ...item }
}
