import { expect, test } from 'vitest'
import { simulatedExcel } from '../../workbench/client/simulated-excel.ts'
import { excelWithMicrosoftClient } from './excel-with-microsoft-client.ts'
import { scenarios } from './scenarios.ts'
import { transcriptOf } from './transcript.ts'

test.for(scenarios)("[S-86] %s: our client says what Microsoft's says", async ([, scenario]) => {
  const theirs = excelWithMicrosoftClient()
  const ours = simulatedExcel()
  const expected = await transcriptOf(scenario, theirs)
  expect(await transcriptOf(scenario, ours)).toEqual(expected)
  expect(expected.length).toBeGreaterThan(0)
  for (const { host } of [theirs, ours]) {
    expect(host.statistics.missing).toEqual([])
    expect(host.bugs).toEqual([])
  }
})
