/** Checking the workbook, and everything that was found. */
import { useComputed } from '@preact/signals'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { ErrorNotice } from '../parts/error-notice.tsx'
import { Notice } from '../parts/notice.tsx'
import { countBySeverity } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { FindingList } from './finding-list.tsx'
import { QuickFixes } from './quick-fixes.tsx'

export function CheckView() {
  const { check, say, count, ago, checkWorkbook } = usePane()
  const { kind, checkedAtMs, rowCount, error } = check.value
  const isChecking = kind === 'checking'
  const checkedText =
    checkedAtMs === null ? '' : say('checkedAt', { rows: count('rows', rowCount), when: ago(checkedAtMs) })
  return (
    <>
      <section class="card edged">
        <h2 class={checkedAtMs === null ? '' : 'unseen'}>{say('checkTitle')}</h2>
        {checkedAtMs === null ? <p>{say('checkIntro')}</p> : null}
        <p class="buttons">
          <Command kind="primary" onClick={checkWorkbook}>
            {say(checkedAtMs === null ? 'check' : 'checkAgain')}
          </Command>
          {/* Takes the place of the last moment: a check after an edit must not move what a person is about to click. */}
          <span class="hint">{isChecking ? say('checking') : checkedText}</span>
        </p>
        {isChecking ? <progress class="at-edge" aria-label={say('checking')} /> : null}
        <FollowSwitch />
      </section>
      {error === null ? null : <ErrorNotice error={error} />}
      <Findings />
    </>
  )
}

function FollowSwitch() {
  const { isFollowing, check, ports, say, attemptAlone } = usePane()
  const onChange = (isOn: boolean) => {
    isFollowing.value = isOn
    if (check.value.checkedAtMs !== null) void attemptAlone(isOn ? ports.checker.follow : ports.checker.unfollow)
  }
  return (
    <label class="choice">
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={isFollowing.value}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{say('follow')}</span>
    </label>
  )
}

function Findings() {
  const { check, say, tab } = usePane()
  const findings = useComputed(() => check.value.findings)
  const { checkedAtMs, isOtherWorkbook, isWithoutLists } = check.value
  if (checkedAtMs === null) return null
  if (isOtherWorkbook) {
    return (
      <Notice tone="info" title={say('otherWorkbook')}>
        <p>{say('otherWorkbookText')}</p>
        <p class="buttons">
          <Command onClick={() => (tab.value = 'start')}>{say('toStart')}</Command>
        </p>
      </Notice>
    )
  }
  return (
    <>
      {isWithoutLists ? (
        <Notice tone="warning" title={say('withoutLists')}>
          <p>{say('withoutListsText')}</p>
        </Notice>
      ) : null}
      <AllRight />
      {findings.value.length === 0 ? null : (
        <>
          <FilterBar counts={countBySeverity(findings.value)} findings={findings.value} />
          <QuickFixes findings={findings.value} />
          <FindingList findings={findings} />
        </>
      )}
      <Elsewhere />
      <CleanUp />
    </>
  )
}

/** What is not judged here is never taken for right. */
function Elsewhere() {
  const { check, say } = usePane()
  const { notJudged } = check.value
  return notJudged.length === 0 ? null : <p class="hint">{say('notJudgedAlone', { rules: notJudged.join(', ') })}</p>
}

/** Remarks are no reason to wait: they stand below. */
function AllRight() {
  const { say, tab, check } = usePane()
  const { error, warning } = countBySeverity(check.value.findings)
  // Nothing found is only good news when everything was looked at.
  if (error + warning > 0 || check.value.isWithoutLists || check.value.kind === 'failed') return null
  return (
    <Notice tone="good" title={say('noFindings')}>
      <p>{say('noFindingsText')}</p>
      <p class="buttons">
        <Command onClick={() => (tab.value = 'sync')}>{say('toSync')}</Command>
      </p>
    </Notice>
  )
}

function CleanUp() {
  const { check, ports, say, announcement, attemptAlone } = usePane()
  if (!check.value.isMarked) return null
  const cleanUp = async () => {
    if (await attemptAlone(ports.checker.cleanUp)) announcement.value = say('cleanedUp')
  }
  return (
    <section class="quiet">
      <Command onClick={cleanUp}>{say('cleanUp')}</Command>
      <p class="hint">{say('cleanUpText')}</p>
    </section>
  )
}
