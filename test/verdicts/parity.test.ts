/** One verdict everywhere: the command line on a file, the pane on the simulated Excel, and GEBIED.CONTROLE on a row. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { exampleWorkbooks } from '#shared/example/index.ts'
import type { Finding } from '#shared/model/index.ts'
import { checkFile } from '../../cli/commands/check.ts'
import { draftFile } from './draft-file.ts'
import { draftOf } from './draft.ts'
import { type Nursery, nurseries, type Plant, planted, plants } from './plants.ts'
import { findingsInPane } from './simulated-pane.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gebied-parity-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const workbookId = '0193eeee-0000-7000-8000-000000000001'

/** The pane cannot see merged cells (docs/decisions/0014). */
const unseenInPane: ReadonlySet<string> = new Set(['GB-107'])
/** The simulated Excel calculates a formula that looks into another file to an error; a file and Excel keep the last value. */
const calculatedAnew: ReadonlySet<string> = new Set(['GB-110'])
const alike = plants.filter(({ rule }) => !unseenInPane.has(rule) && !calculatedAnew.has(rule))

describe('[S-118] a file and the pane', () => {
  test.for([...exampleWorkbooks.keys()])('say the same of the sound workbook of %s', async (areaCode) => {
    await expectSameVerdict(draftFile(draftOf(areaCode), workbookId))
  })

  test.for(alike)('say the same of a workbook with $rule', async ({ nursery, plant }) => {
    const draft = nurseries[nursery]()
    plant(draft)
    await expectSameVerdict(draftFile(draft, workbookId))
  })

  test('say the same of workbooks in which any of them come together', async () => {
    await fc.assert(
      fc.asyncProperty(somePlants, async ({ nursery, chosen }) => {
        const draft = nurseries[nursery]()
        for (const { plant } of chosen) plant(draft)
        await expectSameVerdict(draftFile(draft, workbookId))
      }),
      { numRuns: 25 },
    )
  })

  test('differ in nothing but what the pane cannot see', async () => {
    const draft = planted().get('primitief')
    if (draft === undefined) throw new Error('There is no such nursery.')
    const bytes = draftFile(draft, workbookId)
    const [inFile, inPane] = [rulesOf(findingsInFile(bytes)), rulesOf(await findingsInPane(bytes))]
    expect([...inFile].filter((rule) => !inPane.has(rule))).toEqual([...unseenInPane])
  })
})

const somePlants = fc.constantFrom(...(Object.keys(nurseries) as Nursery[])).chain((nursery) =>
  fc.record({
    nursery: fc.constant(nursery),
    chosen: fc.shuffledSubarray<Plant>(alike.filter((plant) => plant.nursery === nursery)),
  }),
)

async function expectSameVerdict(bytes: Uint8Array): Promise<void> {
  expect(await findingsInPane(bytes)).toEqual(findingsInFile(bytes))
}

function findingsInFile(bytes: Uint8Array): readonly Finding[] {
  const file = path.join(folder, 'werkboek.xlsx')
  writeFileSync(file, bytes)
  const checked = checkFile(file)
  if ('error' in checked) throw new Error(checked.error)
  return checked.findings
}

function rulesOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(({ rule }) => rule))
}
