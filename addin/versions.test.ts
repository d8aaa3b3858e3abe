import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exampleReference } from '#shared/example/index.ts'
import { templateDesign } from '#shared/workbook/index.ts'
import { manifestSource } from './build/manifest-source.ts'
import { addinVersion, manifestVersion } from './versions.ts'

test('the versions that the pane shows are those of the package, the manifest and the template', () => {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'))
  expect(addinVersion).toBe(version)
  expect(manifestSource()).toContain(`<Version>${manifestVersion}</Version>`)
  const { addIn } = templateDesign({
    budget: { areaCode: 'HOL', year: 2023, version: 'primitief' },
    state: 'concept',
    reference: exampleReference,
    templateVersion: 1,
    workbookId: '0190a2b4-0000-7000-8000-000000000001',
    rows: {},
    controlTotals: null,
    head: null,
    known: [],
  })
  expect(addIn.version).toBe(manifestVersion)
  expect(manifestSource()).toContain(`<Id>${addIn.manifestId}</Id>`)
})
