/** What this Excel can do, by requirement set (learn.microsoft.com, "Office client application and platform availability"). */
import { newerMembers } from './members.ts'

/** Whether Excel offers at least this version of a requirement set. */
export interface ExcelSupport {
  readonly isSupported: (set: string, version: string) => boolean
}

export interface RequirementSet {
  readonly name: string
  readonly version: string
  /** Without it the add-in does not start; without one of the others it does less. */
  readonly isNeeded: boolean
  readonly isSupported: boolean
  /** What the add-in does with it. */
  readonly use: { readonly nl: string; readonly en: string }
}

/** The first version in which several syncs can be one undo step. */
export const undoGroupApi = newerMembers['RunOptions.mergeUndoGroup']

/** For the page About: every set that the add-in asks about, the needed ones first. */
export function requirementSets({ isSupported }: ExcelSupport): readonly RequirementSet[] {
  return sets.map((set) => ({ ...set, isSupported: isSupported(set.name, set.version) }))
}

const sets: readonly Omit<RequirementSet, 'isSupported'>[] = [
  {
    name: 'ExcelApi',
    version: '1.14',
    isNeeded: true,
    use: { nl: 'het werkboek lezen en schrijven', en: 'reading and writing the workbook' },
  },
  {
    name: 'SharedRuntime',
    version: '1.1',
    isNeeded: true,
    use: { nl: 'taakvenster en functies in één programma', en: 'task pane and functions in one program' },
  },
  {
    name: 'CustomFunctionsRuntime',
    version: '1.2',
    isNeeded: true,
    use: { nl: 'de functies GEBIED.… in cellen', en: 'the functions GEBIED.… in cells' },
  },
  {
    name: 'ExcelApi',
    version: undoGroupApi,
    isNeeded: false,
    use: { nl: 'een synchronisatie in één stap ongedaan maken', en: 'undoing a synchronisation in one step' },
  },
  {
    name: 'CustomFunctionsRuntime',
    version: '1.4',
    isNeeded: false,
    use: { nl: 'uitkomsten met een euroteken', en: 'results shown as euros' },
  },
  {
    name: 'CustomFunctionsRuntime',
    version: '1.5',
    isNeeded: false,
    use: {
      nl: 'de voorvertoning van een formule zonder de server',
      en: 'the preview of a formula without asking the server',
    },
  },
  {
    name: 'NestedAppAuth',
    version: '1.1',
    isNeeded: false,
    use: { nl: 'aanmelden met het account van Office', en: 'signing in with the account of Office' },
  },
  {
    name: 'DialogApi',
    version: '1.1',
    isNeeded: false,
    use: { nl: 'aanmelden in een apart venster', en: 'signing in in a separate window' },
  },
]
