import type { ComponentChildren, JSX } from 'preact'
import { CheckIcon, NewIcon, OpenIcon, PaneIcon, RedoIcon, SaveIcon, SyncIcon, UndoIcon } from './icons.tsx'
import type { Say, TextKey } from './text.ts'

export interface RibbonProps {
  readonly say: Say
  readonly isPaneOpen: boolean
  readonly hasWorkbook: boolean
  readonly onCommand: (command: 'controleren' | 'synchroniseren') => void
  readonly onPane: () => void
  readonly onOpen: () => void
  readonly onSave: () => void
  readonly onNew: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Stands for Excel's ribbon: the add-in's own buttons, and what a person needs of Excel's. */
export function Ribbon(props: RibbonProps) {
  const { say, isPaneOpen, hasWorkbook } = props
  return (
    <div class="ribbon" role="toolbar" aria-label={say('ribbon')}>
      <Group label={say('groupBudget')}>
        <Action
          say={say}
          text="check"
          icon={CheckIcon}
          isOff={!hasWorkbook}
          onAct={() => props.onCommand('controleren')}
        />
        <Action
          say={say}
          text="synchronise"
          icon={SyncIcon}
          isOff={!hasWorkbook}
          onAct={() => props.onCommand('synchroniseren')}
        />
        <Action say={say} text="pane" icon={PaneIcon} isOff={!hasWorkbook} isOn={isPaneOpen} onAct={props.onPane} />
      </Group>
      <Group label={say('groupFile')}>
        <Action say={say} text="open" icon={OpenIcon} onAct={props.onOpen} />
        <Action say={say} text="save" icon={SaveIcon} isOff={!hasWorkbook} onAct={props.onSave} />
        <Action say={say} text="newWorkbook" icon={NewIcon} onAct={props.onNew} />
      </Group>
      <Group label={say('groupEdit')}>
        <Action say={say} text="undo" icon={UndoIcon} isOff={!hasWorkbook} onAct={props.onUndo} />
        <Action say={say} text="redo" icon={RedoIcon} isOff={!hasWorkbook} onAct={props.onRedo} />
      </Group>
    </div>
  )
}

function Group({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="ribbon-group" role="group" aria-label={label}>
      {children}
    </div>
  )
}

interface ActionProps {
  readonly say: Say
  readonly text: TextKey
  readonly icon: () => JSX.Element
  readonly isOff?: boolean
  /** Given for a button that stays pressed. */
  readonly isOn?: boolean
  readonly onAct: () => void
}

function Action({ say, text, icon: Icon, isOff = false, isOn, onAct }: ActionProps) {
  return (
    <button
      type="button"
      class="ribbon-button"
      disabled={isOff}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onClick={onAct}
    >
      <Icon />
      <span>{say(text)}</span>
    </button>
  )
}
