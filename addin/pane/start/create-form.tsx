/** Making the open workbook that of one area, year and version. */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import type { AreaEntry } from '../../ports/server.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { ErrorNotice } from '../parts/error-notice.tsx'
import { Progress } from '../parts/progress.tsx'
import { AmendmentField, AreaField, VersionField, YearField } from './create-fields.tsx'

type Areas =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly areas: readonly AreaEntry[] }
  | { readonly kind: 'failed'; readonly error: unknown }

export function CreateForm() {
  const { ports, say, announcement, attemptAlone, readLinked } = usePane()
  const year = useSignal(ports.newBudgetYear)
  const version = useSignal('primitief')
  const amendment = useSignal(1)
  const isExample = useSignal(false)
  const isCreating = useSignal(false)
  const chosenArea = useSignal('')
  const attemptNumber = useSignal(0)
  const areas = useAreas(year, attemptNumber)
  const areaCode = useComputed(() => {
    const offered = areas.value.kind === 'loaded' ? areas.value.areas : []
    return (offered.find(({ code }) => code === chosenArea.value) ?? offered.find(({ isMine }) => isMine) ?? offered[0])
      ?.code
  })
  const create = async (area: string) => {
    isCreating.value = true
    const budget = {
      areaCode: area,
      year: year.value,
      version: version.value === 'wijziging' ? `wijziging-${amendment.value}` : version.value,
    }
    const isCreated = await attemptAlone(() => ports.linker.create(budget, isExample.value))
    isCreating.value = false
    if (!isCreated) return
    announcement.value = say('created')
    await readLinked()
  }
  if (isCreating.value) {
    return (
      <section class="card">
        <Progress label={say('creating')} />
      </section>
    )
  }
  return (
    <section class="card">
      <h2>{say('createTitle')}</h2>
      <p>{say('createText')}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (areaCode.value !== undefined) void create(areaCode.value)
        }}
      >
        <YearField year={year} />
        {areas.value.kind === 'loading' ? <Progress label={say('loading')} /> : null}
        {areas.value.kind === 'failed' ? (
          <ErrorNotice error={areas.value.error}>
            <p class="buttons">
              <Command kind="small" onClick={() => (attemptNumber.value += 1)}>
                {say('tryAgain')}
              </Command>
            </p>
          </ErrorNotice>
        ) : null}
        {areas.value.kind === 'loaded' ? (
          <AreaField areas={areas.value.areas} code={areaCode.value} year={year.value} onChoice={chosenArea} />
        ) : null}
        <VersionField version={version} />
        {version.value === 'wijziging' ? <AmendmentField number={amendment} /> : null}
        <label class="choice">
          <input
            type="checkbox"
            checked={isExample.value}
            onChange={({ currentTarget }) => (isExample.value = currentTarget.checked)}
          />
          <span>{say('withExample')}</span>
        </label>
        <p class="buttons">
          <button type="submit" class="button primary" aria-disabled={areaCode.value === undefined}>
            {say('create')}
          </button>
        </p>
      </form>
    </section>
  )
}

/** The areas of a year, asked anew when the number goes up; an answer about a year that is no longer chosen is dropped. */
function useAreas(year: ReadonlySignal<number>, attemptNumber: ReadonlySignal<number>): ReadonlySignal<Areas> {
  const { ports } = usePane()
  const areas = useSignal<Areas>({ kind: 'loading' })
  useSignalEffect(() => {
    const askedYear = year.value
    void attemptNumber.value
    const answer = (next: Areas) => {
      if (year.peek() === askedYear) areas.value = next
    }
    areas.value = { kind: 'loading' }
    ports.server.areas(askedYear).then(
      (found) => answer({ kind: 'loaded', areas: found }),
      (error: unknown) => answer({ kind: 'failed', error }),
    )
  })
  return areas
}
