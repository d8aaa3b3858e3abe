/** The command line as a person runs it, for its tests: a process of its own, with its output and exit code. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const bin = path.join(import.meta.dirname, 'bin.mjs')

export interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export function gebied(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env: { ...process.env, NO_COLOR: '1' } }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gebied-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
