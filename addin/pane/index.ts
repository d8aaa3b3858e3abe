/** The task pane: what a person sees of the add-in beside the workbook. */
export { mountPane } from './mount.tsx'
export type { PanePorts } from './ports.ts'
