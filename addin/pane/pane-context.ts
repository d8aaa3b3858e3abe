/** The model of the pane for every component below it. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PaneModel } from './pane-model.ts'

export const PaneContext = createContext<PaneModel | undefined>(undefined)

export function usePane(): PaneModel {
  const model = useContext(PaneContext)
  if (model === undefined) throw new Error('A part of the pane was used outside the pane.')
  return model
}
