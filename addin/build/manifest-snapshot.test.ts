import { expect, test } from 'vitest'
import { currentSnapshot, keptSnapshot } from './manifest-snapshot.ts'

test('the content of a version never changes: raise the version, then node addin/build/write-manifest-snapshot.ts', () => {
  expect(currentSnapshot()).toEqual(keptSnapshot())
})
