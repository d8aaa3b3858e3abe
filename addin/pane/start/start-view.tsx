/** Who you are, which budget this workbook is, and what to do next. */
import { usePane } from '../pane-context.ts'
import { Progress } from '../parts/progress.tsx'
import { Account } from './account.tsx'
import { CreateForm } from './create-form.tsx'
import { FirstRun } from './first-run.tsx'
import { LinkedCard } from './linked-card.tsx'
import { SignIn } from './sign-in.tsx'
import { TodoList } from './todo-list.tsx'

export function StartView() {
  const { session, linked, failure, ports, say } = usePane()
  const budget = linked.value
  const isSignedIn = session.value.kind === 'signed-in'
  return (
    <>
      {ports.isFirstRun.value ? <FirstRun /> : null}
      {isSignedIn ? null : <SignIn />}
      {budget === undefined && failure.value === null ? <Progress label={say('statusReading')} /> : null}
      {budget === null || budget === undefined ? null : (
        <>
          <LinkedCard budget={budget} />
          <TodoList budget={budget} />
        </>
      )}
      {isSignedIn && budget === null ? <CreateForm /> : null}
      {isSignedIn ? <Account /> : null}
    </>
  )
}
