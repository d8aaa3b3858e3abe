import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { v7 as uuidV7 } from 'uuid'
import { exampleReference, exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import { type BudgetKey, versionSchema } from '#shared/model/index.ts'
import { untouched } from '#shared/renewal/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { templateDesign } from '#shared/workbook/index.ts'
import { writeXlsx } from '../../xlsx/index.ts'
import { budgetYearOf } from '../budget-year.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { languageOf } from '../language.ts'
import { makeFromWorkbook } from '../template/from-workbook.ts'
import { saveBytes } from '../workbook-file.ts'

export const templateCommand: Command = {
  name: 'template',
  usage:
    'template (--gebied HOL --jaar 2023 [--versie primitief] [--voorbeeld] | --uit OUD.xlsx [--jaar 2024 [--hernummer] | --versie wijziging-1 [--regels HOL-001,HOL-004]] [--server URL] [--als PERSOON]) [--overschrijf] [--taal nl|en] FILE.xlsx',
  explanation:
    'Maakt een leeg gebiedswerkboek, of met --voorbeeld dat van de voorbeeldgemeente. Met --uit: uit een ander werkboek, voor het volgende jaar, voor een wijziging, of in het sjabloon en (met --server) met de lijsten van nu.',
  run: runTemplate,
}

/** The bytes of a new workbook; with `isExample` filled with the example rows of its area. */
export function newWorkbook(budget: BudgetKey, isExample: boolean): Uint8Array {
  const example = isExample ? exampleWorkbooks.get(budget.areaCode) : undefined
  return writeXlsx(
    templateDesign({
      budget,
      state: 'concept',
      reference: exampleReference,
      templateVersion,
      workbookId: uuidV7(),
      rows: {
        begroting: untouched(example?.begroting ?? []),
        inzet: untouched(example?.inzet ?? []),
        dekking: untouched(example?.dekking ?? []),
        besluiten: untouched(example?.besluiten ?? []),
        jaarplan: untouched(example?.jaarplan ?? []),
      },
      controlTotals: null,
      head: null,
      known: [],
    }),
  )
}

async function runTemplate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      gebied: { type: 'string' },
      uit: { type: 'string' },
      jaar: { type: 'string' },
      versie: { type: 'string' },
      hernummer: { type: 'boolean', default: false },
      regels: { type: 'string' },
      server: { type: 'string' },
      als: { type: 'string' },
      taal: { type: 'string' },
      voorbeeld: { type: 'boolean', default: false },
      overschrijf: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new CliError(`Noem één bestand. Gebruik: gebied ${templateCommand.usage}`)
  if (existsSync(file) && !values.overschrijf) {
    throw new CliError(`${file} bestaat al; er is niets geschreven. Kies een andere naam of geef --overschrijf.`)
  }
  refuseMixed(values)
  if (values.uit === undefined) {
    const budget = budgetOf(values.gebied, values.jaar, values.versie ?? 'primitief')
    if (values.voorbeeld) refuseNoExample(budget)
    saveBytes(file, newWorkbook(budget, values.voorbeeld))
    console.log(`${file}: werkboek voor ${budget.areaCode} ${budget.year} ${budget.version}.`)
    return 0
  }
  const { design, lines } = await makeFromWorkbook({
    source: values.uit,
    file,
    year: values.jaar === undefined ? undefined : budgetYearOf(values.jaar),
    version: values.versie,
    lines: values.regels,
    isRenumbering: values.hernummer,
    server: values.server,
    person: values.als,
    language: languageOf(values.taal),
  })
  saveBytes(file, writeXlsx(design))
  console.log(lines.join('\n'))
  return 0
}

/** Options that belong to a new workbook only, or to one that is made from another. */
function refuseMixed(values: Readonly<Record<string, unknown>>): void {
  const isFromWorkbook = values['uit'] !== undefined
  const foreign = isFromWorkbook ? ['gebied', 'voorbeeld'] : ['hernummer', 'regels', 'server', 'als']
  const first = foreign.find((name) => values[name] !== undefined && values[name] !== false)
  if (first === undefined) return
  throw new CliError(
    isFromWorkbook
      ? `--${first} gaat niet samen met --uit: het gebied en de regels komen uit het oude werkboek. Laat --${first} weg.`
      : `--${first} hoort bij --uit. Noem met --uit het oude werkboek, of laat --${first} weg.`,
  )
}

function budgetOf(areaCode: string | undefined, year: string | undefined, version: string): BudgetKey {
  const areas = exampleReference.areas.map((area) => area.code)
  if (areaCode === undefined || !areas.includes(areaCode)) {
    throw new CliError(`Noem met --gebied een gebied van de lijst: ${areas.join(', ')}.`)
  }
  const checked = versionSchema.safeParse(version)
  if (!checked.success) {
    throw new CliError(
      `"${version}" is geen versie. Kies met --versie uit primitief, wijziging-1 (2, 3 ...), realisatie of prognose.`,
    )
  }
  return { areaCode, year: budgetYearOf(year), version: checked.data }
}

function refuseNoExample(budget: BudgetKey): void {
  if (exampleWorkbooks.has(budget.areaCode) && budget.year === exampleYear && budget.version === 'primitief') return
  const areas = [...exampleWorkbooks.keys()].join(', ')
  throw new CliError(
    `Een voorbeeld is er alleen voor ${areas}, jaar ${exampleYear}, versie primitief. Laat --voorbeeld weg voor een leeg werkboek.`,
  )
}
