/** Who is signed in, as what, and for which areas. */
import type { ComponentChildren } from 'preact'
import { roleName } from '../budget-names.ts'
import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'

/** `children`: what can be done about it. */
export function Account({ children }: { readonly children?: ComponentChildren }) {
  const model = usePane()
  const { session, me, say } = model
  const state = session.value
  if (state.kind !== 'signed-in') return null
  return (
    <section class="card account" aria-label={say('account')}>
      <Icon name="person" />
      <div>
        <p>
          {say('signedInAs', { name: state.name })}
          {me.value === null ? '' : `, ${roleName(model, me.value.role)}`}
        </p>
        {me.value === null ? null : (
          <p class="hint">
            {me.value.areas.length === 0 ? say('noAreas') : say('myAreas', { areas: me.value.areas.join(', ') })}
          </p>
        )}
        {children}
      </div>
    </section>
  )
}
