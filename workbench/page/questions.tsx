import { type Signal, signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Question } from '../grid/grid-tools.ts'

/** Questions to the person, one at a time and in the page: the browser's own dialogs stop everything, the add-in included. */
export interface Questions {
  readonly open: Signal<{ readonly question: Question; readonly answer: (id: string) => void } | null>
  readonly ask: (question: Question) => Promise<string>
}

export function createQuestions(): Questions {
  const open: Questions['open'] = signal(null)
  let turn: Promise<unknown> = Promise.resolve()
  const ask = (question: Question) => {
    const answered = turn.then(
      () =>
        new Promise<string>((resolve) => {
          const answer = (id: string) => {
            open.value = null
            resolve(id)
          }
          open.value = { question, answer }
        }),
    )
    turn = answered
    return answered
  }
  return { open, ask }
}

export function QuestionDialog({ questions }: { readonly questions: Questions }) {
  const asked = questions.open.value
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    if (asked !== null) dialog.current?.showModal()
  }, [asked])
  if (asked === null) return null
  const { title, message, answers } = asked.question
  const last = answers.at(-1)?.id ?? ''
  return (
    <dialog
      ref={dialog}
      class="dialog is-question"
      role="alertdialog"
      aria-labelledby="question-title"
      aria-describedby="question-message"
      onCancel={(event) => {
        event.preventDefault()
        asked.answer(last)
      }}
    >
      <h2 id="question-title">{title}</h2>
      <p id="question-message">{message}</p>
      <div class="dialog-buttons">
        {answers.map(({ id, label }, index) => (
          <button
            key={id}
            type="button"
            class={index === 0 ? 'button is-primary' : 'button'}
            autofocus={index === 0}
            onClick={() => asked.answer(id)}
          >
            {label}
          </button>
        ))}
      </div>
    </dialog>
  )
}
