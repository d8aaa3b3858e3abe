import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPend, formatToken, noHash, noStamp, parsePend, parseToken, revOf, stampOf, type Token } from './token.ts'

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits })
const rev = fc.integer({ min: 0, max: 999_999_999 })
const stamp = fc.tuple(rev, hex(16)).map(([rev, hash]) => stampOf({ rev, hash }))
const field = fc.constantFrom('description', 'amount.2026', 'amount.2029', 'note', 'lineNumber')
const tokens: fc.Arbitrary<Token> = fc.record({
  id: fc.uuid({ version: 7 }),
  rev,
  hash: hex(16),
  pend: fc.dictionary(field, stamp, { noNullPrototype: true }),
})

describe('the token', () => {
  test('comes out of a cell as it went in, and fits in one', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        expect(parseToken(formatToken(token))).toEqual(token)
        expect(formatToken(token).length).toBeLessThan(32_767)
      }),
    )
  })

  test('with any one character changed is damaged, never another token', () => {
    fc.assert(
      fc.property(tokens, fc.nat(), fc.constantFrom('0', '7', 'f', 'x', '|', ','), (token, at, character) => {
        const text = formatToken(token)
        const place = at % text.length
        fc.pre(text[place] !== character)
        expect(parseToken(`${text.slice(0, place)}${character}${text.slice(place + 1)}`)).toBeUndefined()
      }),
    )
  })

  test.for([null, '', 'HOL-001', '|||', '1|2|3|4|5', `${formatToken({ id: 'x', rev: 1, hash: noHash, pend: {} })}`])(
    '%o is no token',
    (text) => {
      expect(parseToken(text)).toBeUndefined()
    },
  )

  test('pend is written as in the known list, and a torn one is not read', () => {
    const pend = { 'amount.2026': '3-00000000000000ab', note: noStamp }
    expect(formatPend(pend)).toBe('amount.2026@3-00000000000000ab,note@0-0000000000000000')
    expect(parsePend(formatPend(pend))).toEqual(pend)
    expect(parsePend('amount.2026@3-00000000')).toBeUndefined()
    expect(revOf('12-00000000000000ab')).toBe(12)
  })
})
