/** What the page about a rule says, in one language: from the rule itself and its explanation. */
import { type Field, fieldsByTable, type Language, type Severity, type TableId, tableIds } from '#shared/model/index.ts'
import { originText, type RuleExplanation } from '#shared/rules/explanations/index.ts'
import { type Rule, type RuleText, rules } from '#shared/rules/index.ts'

export interface RuleHelpText {
  /** With its places open: `Taakveld {code} bestaat niet in {jaar}.` */
  readonly message: string
  readonly facts: readonly (readonly [name: string, text: string])[]
  readonly sections: readonly (readonly [heading: string, text: string])[]
}

export function ruleHelpText(rule: RuleText, explanation: RuleExplanation, language: Language): RuleHelpText {
  const words = language === 'nl' ? dutch : english
  const fields = fieldsRead(rule.id, words)
  const { fix } = explanation
  return {
    message: rule.message[language],
    facts: [
      [words.severity, severityOf(rule, words)],
      [words.scope, words.scopes[rule.scope]],
      [words.where, words.wheres[rule.where]],
      ...(fields === undefined ? [] : [[words.fields, fields] as const]),
      [words.origin, originText(explanation.origin)[language]],
    ],
    sections: [
      [words.why, explanation.explanation[language]],
      [words.remedy, explanation.remedy[language]],
      [words.fix, fix === undefined ? words.noFix : fix[language]],
      [words.example, explanation.example[language]],
    ],
  }
}

/** An error across areas stops who approves, not who submits. */
function severityOf({ severity, scope }: RuleText, words: Words): string {
  return severity === 'error' && scope === 'cross-area' ? words.errorAcross : words.severities[severity]
}

interface Words {
  readonly severity: string
  readonly scope: string
  readonly where: string
  readonly fields: string
  readonly origin: string
  readonly why: string
  readonly remedy: string
  readonly fix: string
  readonly noFix: string
  readonly example: string
  readonly yearAmounts: string
  readonly severities: Readonly<Record<Severity, string>>
  readonly errorAcross: string
  readonly scopes: Readonly<Record<RuleText['scope'], string>>
  readonly wheres: Readonly<Record<RuleText['where'], string>>
}

const dutch: Words = {
  severity: 'Soort',
  scope: 'Gaat over',
  where: 'Beoordeeld',
  fields: 'Leest',
  origin: 'Herkomst',
  why: 'Waarom',
  remedy: 'Wat u kunt doen',
  fix: 'Herstel met één klik',
  noFix: 'Nee: u kiest zelf wat het moet worden.',
  example: 'Een voorbeeld dat een bevinding geeft',
  yearAmounts: 'de bedragen per jaar',
  severities: {
    error: 'fout: moet weg voordat u kunt indienen',
    warning: 'waarschuwing: mag blijven staan als u weet waarom',
    info: 'opmerking: alleen ter informatie',
  },
  errorAcross: 'fout: moet weg, of met een reden zijn aanvaard, voordat financiën goedkeurt',
  scopes: {
    cell: 'één cel',
    row: 'één rij',
    table: 'een tabel',
    workbook: 'het hele werkboek',
    'cross-area': 'alle gebieden samen',
  },
  wheres: {
    addin: 'in het werkboek: de cellen of het blad zijn ervoor nodig',
    both: 'in het werkboek, en nog eens op de server',
    server: 'op de server: alleen die weet wat ervoor nodig is',
  },
}

const english: Words = {
  severity: 'Severity',
  scope: 'About',
  where: 'Judged',
  fields: 'Reads',
  origin: 'Origin',
  why: 'Why',
  remedy: 'What you can do',
  fix: 'Fix in one click',
  noFix: 'No: you choose what it must be.',
  example: 'An example that gives a finding',
  yearAmounts: 'the amounts of the years',
  severities: {
    error: 'error: must be gone before you can submit',
    warning: 'warning: may stay when you know why',
    info: 'remark: for information only',
  },
  errorAcross: 'error: must be gone, or accepted with a reason, before finance approves',
  scopes: {
    cell: 'one cell',
    row: 'one row',
    table: 'a table',
    workbook: 'the whole workbook',
    'cross-area': 'all areas together',
  },
  wheres: {
    addin: 'in the workbook: it needs the cells or the sheet',
    both: 'in the workbook, and once more on the server',
    server: 'on the server: only that knows what it needs',
  },
}

/** `Inzet: Uren, Tarief`; undefined for a rule that does not say which fields of a row it reads. */
function fieldsRead(id: string, words: Words): string | undefined {
  const reads = readsOf(rules.find((one) => one.id === id))
  const ofTables = tableIds.flatMap((table) => {
    const names = fieldsByTable[table]
      .filter((field) => reads(table).includes(field.id))
      .map((field) => nameOf(field, words))
    return names.length === 0 ? [] : [`${sheetOf(table)}: ${[...new Set(names)].join(', ')}`]
  })
  return ofTables.length === 0 ? undefined : ofTables.join('; ')
}

function readsOf(rule: Rule | undefined): (table: TableId) => readonly string[] {
  switch (rule?.on) {
    case 'row':
      return (table) => (rule.tables.includes(table) ? rule.reads : [])
    case 'workbook':
      return (table) => rule.reads?.[table] ?? []
    default:
      return () => []
  }
}

/** The four amounts are headed with their years. */
function nameOf({ heading }: Field, words: Words): string {
  return heading === '' ? words.yearAmounts : heading
}

function sheetOf(table: TableId): string {
  return `${table.charAt(0).toUpperCase()}${table.slice(1)}`
}
