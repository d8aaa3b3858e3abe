import type { Signal } from '@preact/signals'
import type { Desk } from './desk.ts'
import { InfoIcon, ProductIcon } from './icons.tsx'
import type { Language, Say } from './text.ts'

export interface TitleBarProps {
  readonly desk: Desk | null
  readonly say: Say
  readonly language: Signal<Language>
  readonly onLimits: () => void
}

/** Which workbook this is, that this is not Excel, and the language. */
export function TitleBar({ desk, say, language, onLimits }: TitleBarProps) {
  return (
    <div class="title-bar">
      <ProductIcon />
      <h1 class="title">
        {desk === null ? say('product') : desk.fileName.value.replace(/\.xlsx$/i, '')}
        <span class="title-about">{desk === null ? say('workbench') : say('product')}</span>
      </h1>
      {desk?.isChanged.value === true ? <span class="title-state">{say('unsaved')}</span> : null}
      <div class="title-space" />
      <p class="banner">
        <InfoIcon />
        <strong>{say('notExcel')}</strong>
        <button type="button" class="link" onClick={onLimits}>
          {say('whatIsMissing')}
        </button>
      </p>
      <div class="language" role="group" aria-label={say('language')}>
        {(['nl', 'en'] as const).map((code) => (
          <button
            key={code}
            type="button"
            class="language-button"
            lang={code}
            aria-pressed={language.value === code}
            onClick={() => {
              language.value = code
            }}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </div>
    </div>
  )
}
