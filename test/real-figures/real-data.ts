/** Real budgets and deliveries for tests to run on; they are not in the repository. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const folders = [path.join(root, 'data'), path.join(root, '../shared/data')]

/** The file by its path in either folder; where it is in neither the test is skipped, with the reason. */
export function realData(name: string, context: TestContext): string {
  const found = folders.map((folder) => path.join(folder, name)).find(existsSync)
  return found ?? context.skip(`${name} is not in data or ../shared/data; CONTRIBUTING.md says where it is from`)
}

/** Rows of a file in UTF-8 by heading, separated by `;`. None of the files quotes a field. */
export function realRows(name: string, context: TestContext): readonly Readonly<Record<string, string>>[] {
  const [headings = '', ...lines] = readFileSync(realData(name, context), 'utf8').trimEnd().split(/\r?\n/)
  const names = headings.split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((field, i) => [names[i] ?? '', field])))
}
