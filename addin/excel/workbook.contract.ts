/** What holds for the add-in's workbook over any client of the Excel API. */
import { describe } from 'vitest'
import { commandsContract } from './commands.contract.ts'
import { createContract } from './create.contract.ts'
import type { MakeExcel } from './excel-under-test.test-data.ts'
import { functionsContract } from './functions.contract.ts'
import { markContract } from './mark.contract.ts'
import { readContract } from './read.contract.ts'
import { writeContract } from './write.contract.ts'

export function workbookContract(name: string, make: MakeExcel): void {
  describe(name, () => {
    readContract(make)
    createContract(make)
    writeContract(make)
    markContract(make)
    functionsContract(make)
    commandsContract(make)
  })
}
