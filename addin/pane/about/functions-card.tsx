/** How the custom functions fare, their last errors with the cell, and mending what Excel left behind. */
import { useSignal } from '@preact/signals'
import type { FunctionErrorEntry } from '../../ports/functions.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { placeOfAddress } from '../place-of-address.ts'

export function FunctionsCard() {
  const { ports, functionsTick, say, number } = usePane()
  // Reading it makes this part follow the counters, which are no signal themselves.
  void functionsTick.value
  const { asked, fromCache, requests, failed, busy } = ports.functions.counters()
  const errors = ports.functions.errors()
  return (
    <section class="card">
      <h2>{say('functionsTitle')}</h2>
      <Facts
        facts={[
          [say('asked'), number(asked)],
          [say('fromCache'), number(fromCache)],
          [say('requests'), number(requests)],
          [say('failed'), number(failed)],
          [say('busy'), number(busy)],
        ]}
      />
      <Mending />
      <h3>{say('functionErrors')}</h3>
      {errors.length === 0 ? (
        <p class="hint">{say('noFunctionErrors')}</p>
      ) : (
        <ul class="rows">
          {errors.map((error) => (
            <FunctionError key={`${error.address} ${error.name} ${error.atMs}`} error={error} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Mending() {
  const { ports, say, count, announcement, attemptAlone } = usePane()
  const outcome = useSignal<{ readonly text: string; readonly isPartly: boolean } | null>(null)
  const tell = (text: string, isPartly: boolean) => {
    outcome.value = { text, isPartly }
    announcement.value = text
  }
  const recalculate = () =>
    attemptAlone(async () => tell(count('recalculated', await ports.workbook.recalculateFunctions()), false))
  const repair = () =>
    attemptAlone(async () => {
      const { repaired, protectedSheets } = await ports.workbook.repairFormulas()
      const isPartly = protectedSheets.length > 0
      const left = isPartly ? ` ${say('repairProtected', { sheets: protectedSheets.join(', ') })}` : ''
      tell(`${count('repaired', repaired)}${left}`, isPartly)
    })
  return (
    <>
      <p class="hint">{say('repairText')}</p>
      <p class="buttons">
        <Command kind="small" icon="wrench" onClick={repair}>
          {say('repair')}
        </Command>
        <Command kind="small" icon="sync" onClick={recalculate}>
          {say('recalculate')}
        </Command>
      </p>
      {outcome.value === null ? null : (
        <Notice tone={outcome.value.isPartly ? 'warning' : 'good'} title={outcome.value.text} />
      )}
    </>
  )
}

function FunctionError({ error }: { readonly error: FunctionErrorEntry }) {
  const { say, pick, ago, ports, attemptInWorkbook } = usePane()
  const { address, name, message, atMs } = error
  const place = address === null ? undefined : placeOfAddress(address)
  return (
    <li>
      <span class="row-text">
        <strong>{name}</strong> {pick(message)} <span class="hint">{ago(atMs)}</span>
      </span>
      {place === undefined ? null : (
        <button
          type="button"
          class="button link"
          aria-label={say('goToPlace', { ...place })}
          onClick={() => attemptInWorkbook(() => ports.workbook.select(place.sheet, place.cell))}
        >
          {place.cell}
        </button>
      )}
    </li>
  )
}
