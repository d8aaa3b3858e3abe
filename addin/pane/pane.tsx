/** The pane: header, tabs, the current view, and what a screen reader says. */
import { Header } from './header.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { usePane } from './pane-context.ts'
import { Command } from './parts/command.tsx'
import { ErrorNotice } from './parts/error-notice.tsx'
import { Icon } from './parts/icon.tsx'
import { Notice } from './parts/notice.tsx'
import { Tabs } from './tabs.tsx'
import { View } from './view.tsx'

export function Pane() {
  const { tab, announcement } = usePane()
  const panel = useKeptFocus<HTMLDivElement>()
  return (
    <>
      <header class="top">
        <Header />
        <Tabs />
      </header>
      <main>
        <div ref={panel} id={`panel-${tab.value}`} class="panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
          <Troubles />
          <View tab={tab.value} />
        </div>
      </main>
      <p class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </>
  )
}

/** What went wrong last, until it is closed or something else is asked for. */
function Troubles() {
  const { failure, isExcelSlow, say } = usePane()
  const retry = failure.value?.retry
  return (
    <>
      {isExcelSlow.value ? (
        <div role="status">
          <Notice tone="info" title={say('excelWaits')} />
        </div>
      ) : null}
      {failure.value === null ? null : (
        <div class="closable">
          <ErrorNotice key={failure.value.atMs} error={failure.value.error}>
            {retry === undefined ? null : (
              <p class="buttons">
                <Command kind="small" onClick={retry}>
                  {say('tryAgain')}
                </Command>
              </p>
            )}
          </ErrorNotice>
          <button
            type="button"
            class="button icon-only"
            aria-label={say('close')}
            onClick={() => (failure.value = null)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </>
  )
}
