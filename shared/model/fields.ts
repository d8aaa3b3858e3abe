/**
 * The five synchronised tables, field by field, in the order of the template. This list is the one place that says
 * which column holds what: the workbook template, the store's columns, the row hash and the schemas follow it
 * (the schemas in `rows.ts` are held equal to it by a test).
 */

export const tableIds = ['begroting', 'inzet', 'dekking', 'besluiten', 'jaarplan'] as const
export type TableId = (typeof tableIds)[number]

/** Rows that one table of a workbook, and of a budget, can hold: what one push carries, and area sums stay exact. */
export const rowsPerTableMax = 5_000

/** How a cell of this field is read and stored. Codes are text that must not become a number. */
export type FieldKind = 'code' | 'text' | 'cents' | 'hours' | 'year' | 'date'

export interface Field {
  readonly id: string
  readonly kind: FieldKind
  /** Heading in the workbook. The four amount columns are headed with their calendar year instead. */
  readonly heading: string
  /** Most code points a text may have. */
  readonly max?: number
  /** Version of the template that brought the field; left out: the first. Hashes of rows without it stay what they were. */
  readonly since?: number
}

const codeMax = 60
const textMax = 500
const code = (id: string, heading: string, since?: number): Field => ({
  id,
  kind: 'code',
  heading,
  max: codeMax,
  ...(since !== undefined && { since }),
})
const text = (id: string, heading: string, max = textMax, since?: number): Field => ({
  id,
  kind: 'text',
  heading,
  max,
  ...(since !== undefined && { since }),
})
const cents = (id: string, heading: string): Field => ({ id, kind: 'cents', heading })
const hours = (id: string, heading: string): Field => ({ id, kind: 'hours', heading })
const year = (id: string, heading: string): Field => ({ id, kind: 'year', heading })
const date = (id: string, heading: string): Field => ({ id, kind: 'date', heading })

export const fieldsByTable: Readonly<Record<TableId, readonly Field[]>> = {
  begroting: [
    code('areaCode', 'Gebied'),
    code('lineNumber', 'Nr'),
    code('programmeCode', 'Programma'),
    code('goalCode', 'Doel'),
    code('planActionNumber', 'Actie'),
    text('description', 'Omschrijving', 200),
    text('domain', 'Domein', 60),
    text('policyField', 'Beleidsveld', 100),
    text('track', 'Spoor', 60),
    text('phase', 'Fase', 60),
    text('lineType', 'Soort', 60),
    code('side', 'L/B'),
    code('nature', 'I/S'),
    code('taakveldCode', 'Taakveld'),
    code('categoryCode', 'Categorie'),
    code('costCentreCode', 'Kostenplaats'),
    code('costTypeCode', 'Kostensoort'),
    cents('creditCents', 'Krediet'),
    cents('amount0', ''),
    cents('amount1', ''),
    cents('amount2', ''),
    cents('amount3', ''),
    code('sourceCode', 'Dekking'),
    code('component', 'Onderdeel'),
    code('counterpartAreaCode', 'Tegengebied'),
    code('allocationKeyCode', 'Verdeelsleutel'),
    text('vatTreatment', 'Btw', 60),
    text('basis', 'Onderbouwing'),
    text('note', 'Toelichting'),
    code('decisionNumber', 'Besluit'),
    code('changesNumber', 'Wijzigt'),
    text('index', 'Indexatie', 60),
    date('from', 'Van'),
    date('to', 'Tot'),
    text('tags', 'Kenmerken', 200),
    code('reserveCode', 'Reserve', 2),
    code('contractNumber', 'Contract', 2),
    text('experiment', 'Experiment', 100, 2),
  ],
  inzet: [
    code('lineNumber', 'Nr'),
    code('budgetLineNumber', 'Regel'),
    text('role', 'Functie', 100),
    code('person', 'Medewerker'),
    year('year', 'Jaar'),
    hours('hours', 'Uren'),
    cents('rateCents', 'Tarief'),
    cents('amountCents', 'Bedrag'),
    code('sourceCode', 'Dekking'),
    date('from', 'Van'),
    date('to', 'Tot'),
  ],
  dekking: [
    code('lineNumber', 'Nr'),
    code('budgetLineNumber', 'Regel'),
    year('year', 'Jaar'),
    code('sourceCode', 'Bron'),
    code('component', 'Onderdeel'),
    cents('amountCents', 'Bedrag'),
  ],
  besluiten: [
    code('lineNumber', 'Nr'),
    code('decisionNumber', 'Besluit'),
    date('date', 'Datum'),
    text('body', 'Orgaan', 60),
    text('description', 'Omschrijving'),
    code('sourceCode', 'Dekking'),
    cents('amountCents', 'Bedrag'),
    hours('hours', 'Uren'),
    text('roles', 'Functies'),
    text('amendsBudget', 'Begroting wijzigen', 10),
    text('isNewPolicy', 'Nieuw beleid', 10),
    text('isNeutral', 'Budgetneutraal', 10),
    text('councilRoute', 'Raad', 60),
    text('isPublic', 'Openbaar', 10),
    year('carriesOverTo', 'Overheveling naar'),
    text('outcome', 'Uitkomst', 60),
    cents('decidedCents', 'Vastgesteld bedrag'),
  ],
  jaarplan: [
    code('lineNumber', 'Nr'),
    text('instrument', 'Instrument', 100),
    text('title', 'Titel', 200),
    code('goalCode', 'Doel'),
    text('domain', 'Domein', 60),
    text('owner', 'Eigenaar', 100),
    date('from', 'Van'),
    date('to', 'Tot'),
    text('status', 'Status', 60),
  ],
}

/** A budget shows its own year and the three after it (BBV art. 22). */
export const horizonYears = 4

export const amountFields = ['amount0', 'amount1', 'amount2', 'amount3'] as const
export type AmountField = (typeof amountFields)[number]

/**
 * What a field is called outside the core: an amount is named by its calendar year (`amount.2024`), because "the second
 * column" means another year in another budget; every other field by its own id.
 */
export function fieldName(fieldId: string, budgetYear: number): string {
  const offset = amountFields.indexOf(fieldId as AmountField)
  return offset < 0 ? fieldId : `amount.${budgetYear + offset}`
}

/** The heading of a field in the workbook of a budget year: a calendar year for an amount. */
export function fieldHeading(field: Field, budgetYear: number): string {
  const offset = amountFields.indexOf(field.id as AmountField)
  return offset < 0 ? field.heading : String(budgetYear + offset)
}

/** The field behind an outside name; undefined when this budget has no such field. */
export function fieldIdOf(table: TableId, name: string, budgetYear: number): string | undefined {
  return fieldsByTable[table].find((field) => fieldName(field.id, budgetYear) === name)?.id
}
