import { expect, test } from 'vitest'
import { codeListsText } from './index.ts'

test('[S-96] the text of the lists is that of their year, and holds codes, names and grey cells', () => {
  expect(codeListsText(2026)).toBe(codeListsText(2026))
  expect(codeListsText(2023)).not.toBe(codeListsText(2022))
  const [version, fields, [lasten, baten]] = JSON.parse(codeListsText(2026)) as [string, string[][], unknown[][][]]
  expect(version).toBe('iv3-2026@9d77a88')
  expect(fields).toHaveLength(69)
  expect([lasten?.length, baten?.length]).toEqual([37, 39])
  const grants = lasten?.find(([code]) => code === '4.2')
  expect(grants?.[2]).toContain('6.1')
  expect(grants?.[2]).not.toContain('8.1')
})
