import { test } from 'vitest'
import { browserBenches } from '../bench/browser-benches.ts'
import { expectFigures } from '../bench/expect-figures.ts'

test.for(browserBenches.map((bench) => [bench.name, bench] as const))(
  'the bench %s runs at a small size and finds figures',
  ([, bench]) => expectFigures(bench),
)
