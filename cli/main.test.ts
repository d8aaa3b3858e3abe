import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { gebied, temporaryFolder } from './gebied.test-data.ts'

test.for([
  [['consolidate', '--maand', '5'], 'De optie --maand bestaat hier niet.'],
  [['consolidate', '--jaar'], 'Noem achter de optie --jaar een waarde.'],
  [['consolidate', '--jaar', '--json'], 'Noem achter de optie --jaar een waarde.'],
  [['consolidate', '--json=ja'], 'Achter de optie --json hoort geen waarde.'],
  [['consolidate', 'HOL'], '"HOL" hoort hier niet.'],
] as const)('wrong options are refused in Dutch, with how the command is used: %s', async ([args, sentence]) => {
  const { exitCode, stderr } = await gebied(...args)
  expect(exitCode).toBe(2)
  expect(stderr.trim()).toMatch(/^[^\n]+\nGebruik: gebied consolidate [^\n]+$/)
  expect(stderr.startsWith(`${sentence}\n`)).toBe(true)
})

test('an unknown command is told in one line, with those that there are', async () => {
  const { exitCode, stderr } = await gebied('controleer')
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(
    /^"controleer" is geen opdracht van gebied\. Kies uit start, .*\. Meer daarover: gebied help\n$/,
  )
})

test('an address where something else answers is told, and what to do', async () => {
  const other = createServer((_, response) => response.end('<h1>Welkom</h1>')).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const server = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  const { exitCode, stderr } = await gebied('consolidate', '--jaar', '2023', '--server', server)
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(/antwoordt niet als een server van Gebiedsbegroting .*Controleer --server/)
})

test('a workbook beside the options that name a budget is refused: they could be of two areas', async () => {
  const file = path.join(temporaryFolder(), 'HOL.xlsx')
  await gebied('template', '--gebied', 'HOL', '--jaar', '2023', file)
  const { exitCode, stderr } = await gebied('goedkeuren', file, '--gebied', 'SPZ')
  expect(exitCode).toBe(2)
  expect(stderr).toBe('Noem een werkboek of --gebied en --jaar, niet beide.\n')
})
