import { describe, expect, test } from 'vitest'
import { rememberTexts } from './remember-texts.ts'

describe('a reader that remembers', () => {
  test('reads a text once and gives the same again', () => {
    const seen: string[] = []
    const read = rememberTexts((text) => {
      seen.push(text)
      return { length: text.length }
    })
    const first = read('HOL')
    expect([read('SPZ'), read('HOL'), read('HOL')]).toEqual([{ length: 3 }, first, first])
    expect(seen).toEqual(['HOL', 'SPZ'])
  })

  test('also when it comes to false, and reads anew what it refused', () => {
    let reads = 0
    const read = rememberTexts((text) => {
      reads++
      if (text === '') throw new Error('empty')
      return false
    })
    expect([read('x'), read('x'), reads]).toEqual([false, false, 1])
    expect(() => read('')).toThrow('empty')
    expect(() => read('')).toThrow('empty')
    expect(reads).toBe(3)
  })

  test('does not grow without end', () => {
    let reads = 0
    const read = rememberTexts(() => ++reads)
    for (let i = 0; i < 2_001; i++) read(`code ${i}`)
    expect([read('code 2000'), read('code 0')]).toEqual([2_001, 2_002])
  })
})
