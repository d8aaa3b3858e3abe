import { describe, expect, test } from 'vitest'
import { keyCommand, type KeyPress } from './key-command.ts'

const press = (key: string, facts: Partial<KeyPress> = {}) =>
  keyCommand({ key, isCtrl: false, isShift: false, isAlt: false, ...facts })

describe('a key in the grid', () => {
  test.for([
    ['ArrowDown', {}, { kind: 'step', direction: { rows: 1, columns: 0 } }],
    ['ArrowLeft', { isShift: true }, { kind: 'extend', direction: { rows: 0, columns: -1 } }],
    ['ArrowRight', { isCtrl: true }, { kind: 'jump', direction: { rows: 0, columns: 1 } }],
    ['ArrowUp', { isCtrl: true, isShift: true }, { kind: 'jump-extend', direction: { rows: -1, columns: 0 } }],
    ['ArrowDown', { isAlt: true }, { kind: 'open-menu' }],
    ['Home', {}, { kind: 'row-start', isExtending: false }],
    ['Home', { isCtrl: true, isShift: true }, { kind: 'sheet-start', isExtending: true }],
    ['PageUp', { isShift: true }, { kind: 'page', isUp: true, isExtending: true }],
    ['Tab', { isShift: true }, { kind: 'entry', key: 'tab', isBack: true }],
    ['Enter', {}, { kind: 'entry', key: 'enter', isBack: false }],
    ['F2', {}, { kind: 'edit' }],
    ['Delete', {}, { kind: 'clear' }],
    ['z', { isCtrl: true }, { kind: 'undo' }],
    ['Z', { isCtrl: true, isShift: true }, { kind: 'redo' }],
    ['d', { isCtrl: true }, { kind: 'fill-down' }],
    [' ', { isShift: true }, { kind: 'select-row' }],
    ['=', {}, { kind: 'type', text: '=' }],
    ['ë', {}, { kind: 'type', text: 'ë' }],
    ['Dead', {}, { kind: 'edit-empty' }],
  ] as const)('%s %o asks for %o', ([key, facts, command]) => {
    expect(press(key, facts)).toEqual(command)
  })

  test('is left to the browser when the grid has no use for it', () => {
    expect(press('F5')).toBeUndefined()
    expect(press('c', { isCtrl: true })).toBeUndefined()
    expect(press('s', { isCtrl: true })).toBeUndefined()
    expect(press('d', { isAlt: true })).toBeUndefined()
    expect(press('Shift', { isShift: true })).toBeUndefined()
  })

  test('typed with AltGr is text', () => {
    expect(press('€', { isCtrl: true, isAlt: true })).toEqual({ kind: 'type', text: '€' })
  })
})
