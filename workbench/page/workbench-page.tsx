import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { exampleYear } from '#shared/example/index.ts'
import { Grid } from '../grid/grid.tsx'
import type { Desk } from './desk.ts'
import { FormulaBar } from './formula-bar.tsx'
import { LimitsDialog } from './limits-dialog.tsx'
import { MessageBar } from './messages.tsx'
import { focusNextRegion } from './region-keys.ts'
import { QuestionDialog } from './questions.tsx'
import { Ribbon } from './ribbon.tsx'
import { SheetTabs } from './sheet-tabs.tsx'
import { StartDialog } from './start-dialog.tsx'
import { StatusBar } from './status-bar.tsx'
import { TaskPane } from './task-pane.tsx'
import { TitleBar } from './title-bar.tsx'
import type { Workbench } from './workbench.ts'

/** As Excel opens a task pane at first. */
const paneWidth = 350

export function WorkbenchPage({ workbench }: { readonly workbench: Workbench }) {
  const { say, language, desk, isPaneOpen, isStarting, kept } = workbench
  const showsLimits = useSignal(false)
  const file = useRef<HTMLInputElement>(null)
  useSignalEffect(() => {
    document.title = desk.value === null ? say('workbench') : say('pageTitle', { file: desk.value.fileName.value })
    document.documentElement.lang = language.value
  })
  const openChosen = async (chosen: File | undefined) => {
    if (chosen !== undefined) workbench.openBytes(chosen.name, new Uint8Array(await chosen.arrayBuffer()))
  }
  const chooseFile = async () => {
    if (await workbench.mayDiscard()) file.current?.click()
  }
  const save = async () => {
    const saved = await workbench.save()
    if (saved !== undefined) download(saved.fileName, saved.bytes)
  }
  const current = desk.value
  const history = (step: 'undo' | 'redo') => {
    if (current === null || current.book[step]()) return
    workbench.messages.tell(say(step === 'undo' ? 'nothingToUndo' : 'nothingToRedo'))
  }
  return (
    <div
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'F6') {
          event.preventDefault()
          focusNextRegion(event.currentTarget, event.shiftKey)
        }
        if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void save()
      }}
    >
      <header>
        <TitleBar desk={current} say={say} language={language} onLimits={() => (showsLimits.value = true)} />
        <Ribbon
          say={say}
          isPaneOpen={isPaneOpen.value}
          hasWorkbook={current !== null}
          onCommand={(command) => void workbench.press(command)}
          onPane={() => workbench.showPane(!isPaneOpen.peek())}
          onOpen={() => void chooseFile()}
          onSave={() => void save()}
          onNew={() => void workbench.startAnew()}
          onUndo={() => history('undo')}
          onRedo={() => history('redo')}
        />
      </header>
      <input
        ref={file}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        aria-label={say('open')}
        onChange={(event) => {
          void openChosen(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {current === null ? (
        <main class="work is-empty" />
      ) : (
        <Work key={current.book} workbench={workbench} desk={current} />
      )}
      <MessageBar messages={workbench.messages} />
      <QuestionDialog questions={workbench.questions} />
      {showsLimits.value ? <LimitsDialog say={say} onClose={() => (showsLimits.value = false)} /> : null}
      {isStarting.value ? (
        <StartDialog
          say={say}
          keptFile={kept.value?.fileName ?? null}
          onClose={current === null ? undefined : () => (isStarting.value = false)}
          onExample={(areaCode) => workbench.openExample(areaCode, exampleYear)}
          onEmpty={workbench.openEmpty}
          onOpen={() => file.current?.click()}
          onRestore={() => {
            if (kept.value !== null) workbench.openBytes(kept.value.fileName, kept.value.bytes)
          }}
        />
      ) : null}
    </div>
  )
}

/** The sheet left, the task pane right. */
function Work({ workbench, desk }: { readonly workbench: Workbench; readonly desk: Desk }) {
  const { say, functions, isPaneOpen, options } = workbench
  const width = useSignal(paneWidth)
  return (
    <div class="work">
      <main class="work-sheet">
        <FormulaBar desk={desk} say={say} functions={functions} />
        <Grid
          controller={desk.controller}
          functions={functions}
          onEditMode={(isEditing) => {
            desk.host.faults.cellEdit = isEditing
          }}
        />
        <SheetTabs desk={desk} say={say} />
        <StatusBar desk={desk} say={say} />
      </main>
      <TaskPane
        desk={desk}
        say={say}
        isOpen={isPaneOpen.value}
        width={width}
        usesOfficeJs={options.usesOfficeJs}
        language={workbench.language.peek()}
        onClose={() => workbench.showPane(false)}
      />
    </div>
  )
}

function download(fileName: string, bytes: Uint8Array): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
