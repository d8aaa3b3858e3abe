/** The custom functions of the namespace GEBIED. */
export { functionImplementations } from './associate.ts'
export { pageClock } from './clock.ts'
export { startFunctions } from './start-functions.ts'
export { startWatchdog } from './watchdog.ts'
