import { parseArgs, styleText } from 'node:util'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, personFor } from '../api.ts'
import { budgetYearOf } from '../budget-year.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { euros } from '../euros.ts'
import { type ImportFinding, judgeImport } from '../import/judge-import.ts'
import { readMapping } from '../import/mapping.ts'
import { type ImportPlan, planImport } from '../import/plan-import.ts'
import { type ImportOutcome, pushImport } from '../import/push-import.ts'
import { readCsv } from '../import/read-csv.ts'
import { startProgress } from '../progress.ts'

export const importCommand: Command = {
  name: 'import',
  usage: 'import FILE.csv --mapping FILE.json [--jaar 2023] [--server URL] [--als PERSOON] [--proef] [--json]',
  explanation:
    'Leest regels van een ander systeem in als versies van gebieden, tot op de cent, en meldt wat in het bestand niet klopt.',
  run: runImport,
}

/** Few are shown in full; the JSON has all of them. */
const shownMax = 5

async function runImport(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      jaar: { type: 'string' },
      server: { type: 'string', default: defaultServer },
      als: { type: 'string' },
      proef: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.mapping === undefined) {
    throw new CliError(`Noem één bestand en een mapping. Gebruik: gebied ${importCommand.usage}`)
  }
  const mapping = readMapping(values.mapping, values.jaar === undefined ? undefined : budgetYearOf(values.jaar))
  const rows = readCsv(file, mapping)
  const plan = planImport(file, rows, mapping)
  const findings = judgeImport(plan, mapping.jaar)
  let outcome: ImportOutcome | undefined
  if (!values.proef) {
    const progress = startProgress(say('nl', 'importing'), plan.budgets.length)
    outcome = await pushImport({
      plan,
      mapping,
      administration: await connect(values.server, personFor('beheer')),
      finance: await connect(values.server, values.als ?? personFor('financien')),
      step: (done, what) => progress.step(done, what),
    })
    progress.end()
  }
  if (values.json)
    console.log(JSON.stringify({ ...importJson(plan, findings, rows.length, mapping.jaar), imported: outcome ?? null }))
  else console.log([...importLines(file, plan, findings, rows.length), ...outcomeLines(outcome)].join('\n'))
  return 0
}

function importLines(
  file: string,
  plan: ImportPlan,
  findings: readonly ImportFinding[],
  rowCount: number,
): readonly string[] {
  const sums = [...plan.sums].map(([version, cents]) => `  ${version.padEnd(24)}${euros(cents, 'nl').padStart(22)}`)
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1))
  const duplicates = plan.duplicates.map(({ key, fileRows }) => `${key.join(' / ')}: regels ${fileRows.join(', ')}`)
  return [
    styleText('bold', `${file}: regels ${rowCount}, gebieden ${plan.areas.size}`),
    ...sums,
    ...byRule.flatMap(([rule, ofRule]) => countedLines(rule, ofRule.map(findingText))),
    ...(findings.length === 0 ? ['De versies kloppen met elkaar.'] : []),
    ...countedLines('GB-316 Sleutels die vaker voorkomen', duplicates),
  ]
}

/** How many there are and the first of them. */
function countedLines(heading: string, texts: readonly string[]): readonly string[] {
  const rest = texts.length - shownMax
  const shown = texts.slice(0, shownMax).map((text) => `  ${text}`)
  return [`${heading}: ${texts.length}`, ...shown, ...(rest > 0 ? [`  en ${rest} andere; --json noemt ze alle`] : [])]
}

function findingText({ areaCode, lineNumber, fileRow, message, expected, found }: ImportFinding): string {
  const place = fileRow === null ? areaCode : `regel ${fileRow} (${lineNumber})`
  const compared = expected === undefined || found === undefined ? '' : ` Begroot ${expected.nl}, hier ${found.nl}.`
  return `${place}: ${message.nl}${compared}`
}

/** Undefined: it was a rehearsal. */
function outcomeLines(outcome: ImportOutcome | undefined): readonly string[] {
  if (outcome === undefined) return [styleText('yellow', 'Proef: er is niets ingelezen.')]
  const { addedAreas, created, changed, unchanged } = outcome
  const areas = addedAreas.length === 0 ? [] : [`Gebieden toegevoegd aan de lijst: ${addedAreas.join(', ')}`]
  return [...areas, styleText('bold', `Ingelezen: nieuw ${created}, gewijzigd ${changed}, ongewijzigd ${unchanged}.`)]
}

function importJson(plan: ImportPlan, findings: readonly ImportFinding[], rows: number, year: number) {
  return {
    jaar: year,
    rows,
    areas: plan.areas.size,
    sumsCents: Object.fromEntries([...plan.sums].map(([version, cents]) => [version, cents.toString()])),
    findings: findings.map(({ rule, severity, areaCode, version, lineNumber, fileRow, message, expected, found }) => ({
      rule,
      severity,
      gebied: areaCode,
      versie: version,
      lineNumber,
      fileRow,
      message: message.nl,
      ...(expected && { expected: expected.nl }),
      ...(found && { found: found.nl }),
    })),
    duplicates: plan.duplicates.map((duplicate) => ({ rule: 'GB-316', ...duplicate })),
  }
}
