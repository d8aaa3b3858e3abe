/** What every component of the page uses: the model, the loading of files, and its words. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AdminModel } from './admin-model.ts'
import type { LoadModel } from './load-model.ts'
import type { PageSpeaker } from './speak.ts'

export interface PageParts extends PageSpeaker {
  readonly model: AdminModel
  readonly loader: LoadModel
}

export const PageContext = createContext<PageParts | undefined>(undefined)

export function usePage(): PageParts {
  const parts = useContext(PageContext)
  if (parts === undefined) throw new Error('A part of the page was used outside the page.')
  return parts
}
