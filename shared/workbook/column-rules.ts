/** What Excel lets a person type in each column of the template: lists to choose from, bounds of numbers, dates and texts. */
import { centsMax, isoDateSchema, serialOfDate } from '#shared/cells/index.ts'
import { type Field, horizonYears, rowsPerTableMax, type TableId } from '#shared/model/index.ts'
import { choices, quotedList } from './choices.ts'
import { listName } from './codes-sheet.ts'
import type { ValidationDesign } from './design.ts'
import { bodyArea, templateColumns } from './tables.ts'

/** The rules of a table, for as many rows as it may ever get. */
export function columnRules(table: TableId, budgetYear: number): readonly ValidationDesign[] {
  const body = bodyArea(table, rowsPerTableMax)
  return templateColumns(table, budgetYear).flatMap(({ field, heading }, column) => {
    if (field === undefined) return []
    return [{ area: { ...body, left: column, right: column }, title: heading, ...ruleOf(table, field, budgetYear) }]
  })
}

type ColumnRule = Pick<ValidationDesign, 'rule' | 'severity' | 'message'>

/** The municipality's lists change during the year, so what they miss may be typed all the same: the rules judge it. */
const codeLists: Readonly<Record<string, string>> = {
  areaCode: 'lstGebieden',
  counterpartAreaCode: 'lstGebieden',
  programmeCode: 'lstProgrammas',
  goalCode: 'lstDoelen',
  policyField: 'lstBeleidsvelden',
  phase: 'lstFasen',
  taakveldCode: 'lstTaakvelden',
  categoryCode: 'lstCategorieen',
  costCentreCode: 'lstKostenplaatsen',
  costTypeCode: 'lstKostensoorten',
  sourceCode: 'lstBronnen',
  component: 'lstOnderdelen',
  allocationKeyCode: 'lstVerdeelsleutels',
  role: 'lstFuncties',
  reserveCode: 'lstReserves',
}

const fixedLists: Readonly<Record<string, readonly string[]>> = {
  side: choices.side,
  nature: choices.nature,
  domain: choices.domain,
  track: choices.track,
  lineType: choices.lineType,
  vatTreatment: choices.vatTreatment,
  body: choices.body,
  outcome: choices.outcome,
  councilRoute: choices.councilRoute,
  amendsBudget: choices.yesNo,
  isNewPolicy: choices.yesNo,
  isNeutral: choices.yesNo,
  isPublic: choices.yesNo,
  status: choices.planStatus,
}

function ruleOf(table: TableId, field: Field, budgetYear: number): ColumnRule {
  const list = codeLists[field.id]
  if (list !== undefined) {
    return {
      rule: { kind: 'list', source: listName(list) },
      severity: 'warning',
      message: 'Deze waarde staat niet in de lijst op het blad Codes. Toch gebruiken?',
    }
  }
  const words = fixedLists[field.id]
  if (words !== undefined) {
    return {
      rule: { kind: 'list', source: quotedList(words) },
      severity: 'stop',
      message: `Kies ${words.slice(0, -1).join(', ')} of ${words.at(-1)}.`,
    }
  }
  return ruleOfKind(table, field, budgetYear)
}

function ruleOfKind(table: TableId, field: Field, budgetYear: number): ColumnRule {
  switch (field.kind) {
    case 'cents': {
      const max = centsMax / 100
      const unit = table === 'inzet' ? 'euro' : 'de eenheid van het voorblad'
      return {
        rule: { kind: 'decimal', min: -max, max },
        severity: 'stop',
        message: `Vul een bedrag in ${unit} in, als getal.`,
      }
    }
    case 'hours':
      return {
        rule: { kind: 'decimal', min: 0, max: centsMax / 100 },
        severity: 'stop',
        message: 'Vul een aantal uren in, als getal en niet negatief.',
      }
    case 'year': {
      const last = budgetYear + horizonYears - 1
      return {
        rule: { kind: 'decimal', min: budgetYear, max: last },
        severity: 'warning',
        message: `Deze begroting loopt van ${budgetYear} tot en met ${last}. Toch een ander jaar?`,
      }
    }
    case 'date':
      return {
        rule: { kind: 'date', minSerial: serialOf('2000-01-01'), maxSerial: serialOf('2100-12-31') },
        severity: 'stop',
        message: 'Vul een datum in als dag-maand-jaar, bijvoorbeeld 31-12-2025.',
      }
    case 'code':
    case 'text': {
      const max = field.max ?? 0
      return {
        rule: { kind: 'textLength', max },
        severity: 'stop',
        message: `Hier passen ten hoogste ${max} tekens.`,
      }
    }
  }
}

function serialOf(date: string): number {
  return serialOfDate(isoDateSchema.parse(date))
}
