/** The page: who is signed in, the lists at the left, the chosen list at the right. */
import { useSignal } from '@preact/signals'
import { Icon } from '../pane/parts/icon.tsx'
import { Notice } from '../pane/parts/notice.tsx'
import { Progress } from '../pane/parts/progress.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { ListNav } from './list-nav.tsx'
import { ListView } from './list-view.tsx'
import { LoadDrawer } from './load-drawer.tsx'
import { usePage } from './page-context.ts'
import { SignInCard } from './sign-in-card.tsx'

export function Admin() {
  const { model, loader, say } = usePage()
  const isLoading = useSignal(false)
  const isSignedIn = model.session.value.kind === 'signed-in'
  const mayKeep = isSignedIn && model.collections.value.length > 0
  return (
    <>
      <PageHeader />
      <main class="page">
        {mayKeep ? (
          <div class="split">
            <ListNav />
            <div class="content">
              <ErrorNotice />
              <ListView onLoad={() => (isLoading.value = true)} />
            </div>
          </div>
        ) : (
          <div class="narrow">
            <ErrorNotice />
            {isSignedIn ? <WithoutLists /> : <SignInCard />}
          </div>
        )}
      </main>
      {model.editing.value === null ? null : <ItemDrawer />}
      {isLoading.value ? (
        <LoadDrawer
          onClose={() => {
            isLoading.value = false
            loader.reset()
            void model.refresh()
          }}
        />
      ) : null}
      <p class="unseen" role="status">
        {model.isBusy.value ? say('working') : ''}
      </p>
    </>
  )
}

function PageHeader() {
  const { model, say } = usePage()
  const state = model.session.value
  const { language } = model.ports
  return (
    <header class="page-top">
      <div class="page-name">
        <Icon name="table" />
        <h1>{say('title')}</h1>
      </div>
      <div class="page-who">
        {state.kind === 'signed-in' ? (
          <>
            <span class="page-person">
              <Icon name="person" /> {say('signedInAs', { name: state.name })}
            </span>
            {model.ports.session.signOut === undefined ? null : (
              <button type="button" class="button small" onClick={() => model.signOut()}>
                {say('signOut')}
              </button>
            )}
          </>
        ) : null}
        <label class="page-language">
          <span class="unseen">{say('language')}</span>
          <select
            value={language.value}
            onChange={({ currentTarget }) => (language.value = currentTarget.value === 'en' ? 'en' : 'nl')}
          >
            <option value="nl">Nederlands</option>
            <option value="en">English</option>
          </select>
        </label>
      </div>
    </header>
  )
}

/** Signed in, but nothing to keep, or not known yet. */
function WithoutLists() {
  const { model, say } = usePage()
  const role = model.role.value
  if (role === null) return model.isBusy.value ? <Progress label={say('working')} /> : null
  return (
    <Notice tone="info" title={say('noRight')}>
      <p>{say('noRightText', { role })}</p>
    </Notice>
  )
}
