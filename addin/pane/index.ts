/** The task pane: what a person sees of the add-in beside the workbook. */
export { type MountedPane, mountPane } from './mount.tsx'
export type { HelpPage, PaneIntent, PanePorts, PaneTheme, PaneVersions, RequirementSupport } from './ports.ts'
