/** The cover of a new workbook: labelled values, control totals, live numbers of the server, sign-off. */
import { centsMax } from '#shared/cells/index.ts'
import { type BudgetState, horizonYears, type Reference, type Source } from '#shared/model/index.ts'
import { choices, quotedList } from './choices.ts'
import {
  controlTotalFields,
  type CoverField,
  coverFields,
  coverSheet,
  labelColumn,
  signOffHeading,
  signOffRow,
  signOffSteps,
  sourcesRow,
  valueColumn,
} from './cover-layout.ts'
import { absoluteReference } from './defined-name.ts'
import type { CellDesign, CellValue, SheetDesign, StyleName, ValidationDesign, WorkbookDesign } from './design.ts'
import { coverTotals, type CoverTotalsInput, standardNamespace } from './cover-totals.ts'
import { cellAddress, cellArea } from './grid.ts'

export interface CoverInput extends CoverTotalsInput {
  readonly state: BudgetState
  readonly reference: Reference
  readonly templateVersion: number
}

const eurosMax = centsMax / 100

export function coverDesign(input: CoverInput): SheetDesign {
  return {
    name: coverSheet,
    visibility: 'visible',
    cells: [
      ...titleCells(input),
      ...fieldCells(input),
      ...coverTotals(input),
      ...signOffCells(),
      ...sourceCells(input),
    ],
    tables: [],
    validations: coverValidations(),
    conditionalFormats: [],
    columnWidths: new Map([26, 22, 16, 16, 16].map((width, column) => [column, width])),
  }
}

/** One name for each value, so that a moved cell is still found; the control totals are rows of four cells. */
export function coverNames(): WorkbookDesign['names'] {
  return [
    ...Object.values(coverFields).map((field) => nameOf(field, 1)),
    ...Object.values(controlTotalFields).map((field) => nameOf(field, horizonYears)),
  ]
}

function nameOf({ name, row }: CoverField, width: number): WorkbookDesign['names'][number] {
  const area = { top: row, left: valueColumn, bottom: row, right: valueColumn + width - 1 }
  return { name, refersTo: absoluteReference(coverSheet, area) }
}

function titleCells({ budget, reference }: CoverInput): readonly CellDesign[] {
  const area = reference.areas.find(({ code }) => code === budget.areaCode)?.name ?? budget.areaCode
  return [
    { row: 0, column: 0, value: `Gebiedsbegroting ${area} ${budget.year}`, style: 'title' },
    {
      row: 1,
      column: 0,
      value:
        'Eén werkboek is één gebied, één begrotingsjaar en één versie. Maak voor een andere versie een nieuw werkboek.',
      style: 'note',
    },
  ]
}

function fieldCells({ budget, state, reference, templateVersion }: CoverInput): readonly CellDesign[] {
  return [
    ...labelled(coverFields.areaCode, budget.areaCode, 'code'),
    ...labelled(coverFields.year, budget.year, 'year'),
    ...labelled(coverFields.version, budget.version, 'code'),
    ...labelled(coverFields.unit, choices.unit[0], 'text'),
    ...labelled(coverFields.state, state, 'locked'),
    ...labelled(coverFields.template, templateVersion, 'locked'),
    ...labelled(coverFields.reference, reference.version, 'code'),
  ]
}

function labelled(field: CoverField, value: CellValue, style: StyleName): readonly CellDesign[] {
  return [
    { row: field.row, column: labelColumn, value: field.label, style: 'label' },
    { row: field.row, column: valueColumn, value, style },
  ]
}

function signOffCells(): readonly CellDesign[] {
  const headings = [signOffHeading, 'Wie', 'Datum', 'Uitkomst']
  return [
    ...headings.map((value, column): CellDesign => ({ row: signOffRow, column, value, style: 'heading' })),
    ...signOffSteps.flatMap((step, index): readonly CellDesign[] => {
      const row = signOffRow + 1 + index
      return [
        { row, column: 0, value: step, style: 'label' },
        { row, column: 1, value: null, style: 'text' },
        { row, column: 2, value: null, style: 'date' },
        { row, column: 3, value: null, style: 'text' },
      ]
    }),
  ]
}

/** Sources of this budget year, with their ceiling from the lists and what all areas together leave of it. */
function sourceCells({ budget, reference, functionNamespace = standardNamespace }: CoverInput): readonly CellDesign[] {
  const headings = ['Dekkingsbron', 'Omschrijving', 'Plafond', 'Restant']
  const sources = reference.sources.filter(({ years }) => years.includes(budget.year))
  const yearCell = coverFields.year.name
  return [
    ...headings.map((value, column): CellDesign => ({ row: sourcesRow, column, value, style: 'heading' })),
    ...sources.flatMap((source, index): readonly CellDesign[] => {
      const row = sourcesRow + 1 + index
      const call = (name: string) => `${functionNamespace}.${name}(${cellAddress(row, 0)},${yearCell})`
      const ceiling = ceilingOf(source, budget.year)
      return [
        { row, column: 0, value: source.code, style: 'code' },
        { row, column: 1, value: source.name, style: 'text' },
        { row, column: 2, value: ceiling, style: 'euro', formula: call('PLAFOND'), isAddInFormula: true },
        { row, column: 3, value: null, style: 'euro', formula: call('RESTANT'), isAddInFormula: true },
      ]
    }),
  ]
}

/** The ceiling for all areas and components together, in euros; null when the source has none. */
function ceilingOf(source: Source, year: number): number | null {
  const whole = source.ceilings.find(
    (ceiling) => ceiling.year === year && ceiling.areaCode === null && ceiling.component === null,
  )
  return whole === undefined ? null : whole.cents / 100
}

function coverValidations(): readonly ValidationDesign[] {
  const totals = Object.values(controlTotalFields).map(({ row }) => row)
  return [
    {
      area: cellArea(coverFields.unit.row, valueColumn),
      rule: { kind: 'list', source: quotedList(choices.unit) },
      severity: 'stop',
      title: 'Eenheid',
      message: 'Kies euro of x € 1.000.',
    },
    {
      area: {
        top: Math.min(...totals),
        left: valueColumn,
        bottom: Math.max(...totals),
        right: valueColumn + horizonYears - 1,
      },
      rule: { kind: 'decimal', min: -eurosMax, max: eurosMax },
      severity: 'stop',
      title: 'Controletotaal',
      message: 'Vul een bedrag in, of laat de cel leeg.',
    },
  ]
}
