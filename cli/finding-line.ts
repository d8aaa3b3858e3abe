/** A finding as one line on the terminal: of a file, of the server, or as what stopped a step. */
import { styleText } from 'node:util'
import type { Finding, Language } from '#shared/model/index.ts'
import { say } from '#shared/text/index.ts'

type Told = Pick<Finding, 'rule' | 'severity' | 'message'> & {
  readonly [Part in 'expected' | 'found']?: Finding[Part] | undefined
}

/** `fout GB-401 HOL-003: Regel is voor 1.380 niet gedekt in 2023.` `place` '': it is about no place in particular. */
export function findingLine(finding: Told, place: string, language: Language): string {
  const { rule, severity, message } = finding
  const word = styleText(colours[severity], say(language, severity))
  return `  ${word} ${rule}${place === '' ? '' : ` ${place}`}: ${message[language]}${comparison(finding, language)}`
}

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** What was expected and found, as far as the message does not say it already. */
function comparison({ message, expected, found }: Told, language: Language): string {
  const parts = [
    ['expected', expected],
    ['found', found],
  ] as const
  const unsaid = parts.flatMap(([key, text]) =>
    text === undefined || isSaid(text[language], message[language])
      ? []
      : [say(language, key, { value: text[language] })],
  )
  return unsaid.length === 0 ? '' : ` (${unsaid.join(', ')})`
}

/** As whole words: programme 6 is not said by goal 6.1.1. */
function isSaid(text: string, message: string): boolean {
  return inWords(message).includes(inWords(text))
}

/** With a space around each, and without what ends a sentence. */
function inWords(sentence: string): string {
  const words = sentence.split(/[\s()"]+/).map((word) => word.replace(/[.,:;]+$/, ''))
  return ` ${words.join(' ')} `
}
