import { expect, test } from 'vitest'
import { beginsWithWord, markWords, wordAskedBy } from './mark-words.ts'

test('each word is found again in its own formula, with or without the sign that Excel puts before it', () => {
  for (const { word } of markWords) {
    expect(wordAskedBy(beginsWithWord('$AK5', word))).toBe(word)
    expect(wordAskedBy(`=${beginsWithWord('$AK5', word)}`)).toBe(word)
  }
})

test.for(['$A5="fout"', 'LEFT($AK5,4)="goed"', 'LEFT($AK5,4)="fout",1', 'ISERROR($AK5)'])(
  '%s is a formula of somebody else',
  (formula) => expect(wordAskedBy(formula)).toBeUndefined(),
)
