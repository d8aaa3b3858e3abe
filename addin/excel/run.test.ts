import { describe, expect, test } from 'vitest'
import { WorkbookError } from '../ports/workbook.ts'
import { createRunner } from './run.ts'

class RichError extends Error {
  readonly code: string
  readonly debugInfo = { errorLocation: 'Range.values' }

  constructor(code: string) {
    super('You cannot perform the requested operation.')
    this.code = code
  }
}

/** An Excel that only runs batches: with an undo group it fails with this code. */
function excelFailing(code: string) {
  const runs: Excel.RunOptions[] = []
  const run = async (options: Excel.RunOptions, batch: (context: unknown) => Promise<unknown>) => {
    runs.push(options)
    if (options.mergeUndoGroup === true) throw new RichError(code)
    return batch({})
  }
  return { runs, excel: { run } as unknown as typeof Excel }
}

const newest = { isSupported: () => true }

describe('a batch in one undo group', () => {
  test.for(['UndoNotSupported', 'GeneralException'])('is tried again without the group after %s', async (code) => {
    const { runs, excel } = excelFailing(code)
    const outcome = await createRunner(excel, newest).grouped(async () => 'done')
    expect(outcome).toEqual({ result: 'done', isGrouped: false })
    expect(runs).toEqual([{ delayForCellEdit: true, mergeUndoGroup: true }, { delayForCellEdit: true }])
  })

  test('is not tried again when the group has nothing to do with it', async () => {
    const { runs, excel } = excelFailing('AccessDenied')
    await expect(createRunner(excel, newest).grouped(async () => 'done')).rejects.toMatchObject({ reason: 'protected' })
    expect(runs).toHaveLength(1)
  })

  test('is not asked of an Excel that has no undo groups', async () => {
    const { runs, excel } = excelFailing('UndoNotSupported')
    const runner = createRunner(excel, { isSupported: () => false })
    expect(await runner.grouped(async () => 'done')).toEqual({ result: 'done', isGrouped: false })
    expect(runs).toEqual([{ delayForCellEdit: true }])
  })
})

describe('what Excel refuses', () => {
  const failing = async (error: Error) => {
    const { excel } = excelFailing('')
    try {
      return await createRunner(excel, newest).command(async () => {
        throw error
      })
    } catch (caught) {
      return caught
    }
  }

  test.for([
    ['InvalidOperationInCellEditMode', 'cell-edit'],
    ['AccessDenied', 'protected'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['ApiNotFound', 'not-supported'],
    ['GeneralException', 'excel'],
  ] as const)('%s is %s', async ([code, reason]) => {
    const error = await failing(new RichError(code))
    expect(error).toMatchObject({ name: 'WorkbookError', reason, code: `${code} Range.values` })
    expect(String(error)).not.toContain('cannot perform')
  })

  test('our own errors and faults of the program pass as they are', async () => {
    const own = new WorkbookError('filtered', 'tblBegroting')
    const fault = new TypeError('x is not a function')
    expect(await failing(own)).toBe(own)
    expect(await failing(fault)).toBe(fault)
  })
})
