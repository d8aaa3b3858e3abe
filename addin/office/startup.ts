/**
 * Whether this workbook starts the add-in when it is opened. Off unless somebody asks: people without the add-in see an error
 * in such a workbook (office-js issue 3558).
 */
export interface Startup {
  readonly isOn: () => Promise<boolean>
  readonly set: (isOn: boolean) => Promise<void>
}

/** Undefined: this Excel has no shared runtime, so there is nothing to switch. */
export function startupOf(office: typeof Office): Startup | undefined {
  if (!office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return undefined
  return {
    isOn: async () => (await office.addin.getStartupBehavior()) === office.StartupBehavior.load,
    set: (isOn) => office.addin.setStartupBehavior(isOn ? office.StartupBehavior.load : office.StartupBehavior.none),
  }
}
