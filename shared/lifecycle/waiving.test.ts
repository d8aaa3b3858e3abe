import { expect, test } from 'vitest'
import type { PersonRole, Severity } from '#shared/model/index.ts'
import { whyNoWaiver, type WaiverRefusal } from './waiving.ts'

const across = ['HOL', 'SPZ']

test.for<[Severity, readonly string[] | undefined, PersonRole, boolean, WaiverRefusal | undefined]>([
  ['warning', undefined, 'gebiedscontroller', true, undefined],
  ['info', undefined, 'gebiedscontroller', true, undefined],
  ['warning', undefined, 'gebiedscontroller', false, 'controller'],
  ['warning', undefined, 'financien', true, 'controller'],
  ['error', undefined, 'gebiedscontroller', true, 'error'],
  ['error', undefined, 'concerncontroller', true, 'controller'],
  ['error', across, 'concerncontroller', false, undefined],
  ['warning', across, 'financien', false, undefined],
  ['error', across, 'gebiedscontroller', true, 'finance'],
  ['error', across, 'beheer', true, 'finance'],
])('%s over %j by %s, own area %s: %s', ([severity, areas, role, isOfArea, refusal]) => {
  expect(whyNoWaiver({ severity, areas }, { role, isOfArea })).toBe(refusal)
})
