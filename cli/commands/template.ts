import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { v7 as uuidV7 } from 'uuid'
import { exampleReference, exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import { type BudgetKey, type RowOf, type TableId, versionSchema } from '#shared/model/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { type TemplateRow, templateDesign } from '#shared/workbook/index.ts'
import { writeXlsx } from '../../xlsx/index.ts'
import { budgetYearOf } from '../budget-year.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { saveBytes } from '../workbook-file.ts'

export const templateCommand: Command = {
  name: 'template',
  usage: 'template --gebied HOL --jaar 2023 [--versie primitief] [--voorbeeld] [--overschrijf] FILE.xlsx',
  explanation:
    'Maakt een leeg gebiedswerkboek, of met --voorbeeld het werkboek van het gebied uit de voorbeeldgemeente.',
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
        begroting: untouched(example?.begroting),
        inzet: untouched(example?.inzet),
        dekking: untouched(example?.dekking),
        besluiten: untouched(example?.besluiten),
        jaarplan: untouched(example?.jaarplan),
      },
      controlTotals: null,
      head: null,
      known: [],
    }),
  )
}

/** Rows that the server does not know yet. */
function untouched<Table extends TableId>(rows: readonly RowOf<Table>[] = []): readonly TemplateRow<Table>[] {
  return rows.map((row) => ({ row, token: null }))
}

async function runTemplate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      gebied: { type: 'string' },
      jaar: { type: 'string' },
      versie: { type: 'string', default: 'primitief' },
      voorbeeld: { type: 'boolean', default: false },
      overschrijf: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new CliError(`Noem één bestand. Gebruik: gebied ${templateCommand.usage}`)
  const budget = budgetOf(values.gebied, values.jaar, values.versie)
  if (values.voorbeeld) refuseNoExample(budget)
  if (existsSync(file) && !values.overschrijf) {
    throw new CliError(`${file} bestaat al; er is niets geschreven. Kies een andere naam of geef --overschrijf.`)
  }
  saveBytes(file, newWorkbook(budget, values.voorbeeld))
  console.log(`${file}: werkboek voor ${budget.areaCode} ${budget.year} ${budget.version}.`)
  return 0
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
