/** What the add-in asks of Office itself, apart from the workbook. */
export { associateCommands, type Intent } from './commands.ts'
export { openDialog } from './dialog.ts'
export { startupOf } from './startup.ts'
export { type Surroundings, surroundingsOf } from './surroundings.ts'
