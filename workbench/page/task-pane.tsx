import type { Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { connectPane } from './connect-pane.ts'
import type { Desk } from './desk.ts'
import { CloseIcon, ProductIcon } from './icons.tsx'
import type { Say } from './text.ts'

export interface TaskPaneProps {
  readonly desk: Desk
  readonly say: Say
  readonly isOpen: boolean
  readonly width: Signal<number>
  readonly usesOfficeJs: boolean
  /** That of the page when the pane opens: what Excel tells an add-in of its own. */
  readonly language: 'nl' | 'en'
  readonly onClose: () => void
}

/** The add-in's own page in a frame. It keeps running while the pane is closed, as its functions do in Excel. */
export function TaskPane({ desk, say, isOpen, width, usesOfficeJs, language, onClose }: TaskPaneProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current !== null) return connectPane(frame.current, desk.host, usesOfficeJs, language)
  }, [desk])
  return (
    <aside class="task-pane" hidden={!isOpen} aria-label={say('paneTitle')}>
      <Splitter width={width} say={say} />
      <div class="pane-body" style={{ width: `${width.value}px` }}>
        <div class="pane-head">
          <ProductIcon />
          <span class="pane-title">{say('product')}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={say('paneClose')}
            title={say('paneClose')}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </div>
        <iframe ref={frame} class="pane-frame" title={say('paneTitle')} />
      </div>
    </aside>
  )
}

/** As wide as Excel's pane may be; narrower than its least the add-in need not work. */
const widthMin = 320
const widthMax = 800
const widthStep = 20

interface SplitterProps {
  readonly width: Signal<number>
  readonly say: Say
}

function Splitter({ width, say }: SplitterProps) {
  const set = (pixels: number) => {
    width.value = Math.round(Math.min(Math.max(pixels, widthMin), Math.min(widthMax, window.innerWidth - widthMin)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: width.value + widthStep,
      ArrowRight: width.value - widthStep,
      Home: widthMax,
      End: widthMin,
    }
    const next = widths[event.key]
    if (next === undefined) return
    set(next)
    event.preventDefault()
  }
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say('paneSplit')}
      aria-valuemin={widthMin}
      aria-valuemax={widthMax}
      aria-valuenow={width.value}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX)
      }}
    />
  )
}
