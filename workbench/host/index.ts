export type { ExcelHost } from './excel-host.ts'
export { createWebHost, type WebHostOptions } from './web-host.ts'
