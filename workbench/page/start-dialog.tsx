import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { exampleYear } from '#shared/example/index.ts'
import { NewIcon, OpenIcon, ProductIcon, RestoreIcon } from './icons.tsx'
import { exampleAreas } from './new-workbook.ts'
import type { Say } from './text.ts'

export interface StartDialogProps {
  readonly say: Say
  /** Name of the workbook that this browser kept; null: none. */
  readonly keptFile: string | null
  /** Undefined: there is no workbook to go back to yet. */
  readonly onClose: (() => void) | undefined
  readonly onExample: (areaCode: string) => void
  readonly onEmpty: () => void
  readonly onOpen: () => void
  readonly onRestore: () => void
}

/** Which workbook to begin with. */
export function StartDialog(props: StartDialogProps) {
  const { say, keptFile, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      class="dialog is-start"
      aria-labelledby="start-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <div class="start-head">
        <ProductIcon />
        <h2 id="start-title">{say('startTitle')}</h2>
      </div>
      <p>{say('startIntro')}</p>
      <h3>{say('startExamples', { year: exampleYear })}</h3>
      <ul class="start-areas">
        {exampleAreas.map(({ code, name, lines }) => (
          <li key={code}>
            <button type="button" class="start-area" onClick={() => props.onExample(code)}>
              <span class="area-code">{code}</span>
              <span class="area-name">{name}</span>
              <span class="area-lines">{lines === 1 ? say('startLine') : say('startLines', { count: lines })}</span>
            </button>
          </li>
        ))}
      </ul>
      <h3>{say('startOther')}</h3>
      <div class="start-others">
        {keptFile === null ? null : (
          <Other icon={RestoreIcon} about={say('startRestoreAbout')} onChoose={props.onRestore}>
            {say('startRestore', { file: keptFile })}
          </Other>
        )}
        <Other icon={OpenIcon} about={say('startOpenAbout')} onChoose={props.onOpen}>
          {say('startOpen')}
        </Other>
        <Other icon={NewIcon} about={say('startEmptyAbout')} onChoose={props.onEmpty}>
          {say('startEmpty')}
        </Other>
      </div>
      {onClose === undefined ? null : (
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      )}
    </dialog>
  )
}

interface OtherProps {
  readonly icon: () => JSX.Element
  readonly about: string
  readonly onChoose: () => void
  readonly children: ComponentChildren
}

function Other({ icon: Icon, about, onChoose, children }: OtherProps) {
  return (
    <button type="button" class="start-other" onClick={onChoose}>
      <Icon />
      <span class="other-name">{children}</span>
      <span class="other-about">{about}</span>
    </button>
  )
}
