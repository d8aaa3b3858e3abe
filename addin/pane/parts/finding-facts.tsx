/** What a rule compared, and who accepted a finding; nothing for most findings. */
import type { Finding } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { Facts } from './facts.tsx'

interface FindingFactsProps {
  readonly finding: { readonly [Part in 'expected' | 'found' | 'waiver']?: Finding[Part] | undefined }
}

export function FindingFacts({ finding: { expected, found, waiver } }: FindingFactsProps) {
  const { say, pick, ago } = usePane()
  const facts: (readonly [name: string, value: string])[] = []
  if (expected !== undefined) facts.push([say('expected'), pick(expected)])
  if (found !== undefined) facts.push([say('found'), pick(found)])
  return (
    <>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {waiver === undefined ? null : (
        <p class="hint">
          {say('acceptedBy', { by: waiver.by, when: ago(Date.parse(waiver.at)), reason: waiver.reason })}
        </p>
      )}
    </>
  )
}
