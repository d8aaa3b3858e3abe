/** `npm run bench`: every figure with its goal. Goals are reported; only a bench that cannot run makes it fail. */
import { parseArgs } from 'node:util'
import { buildSite } from '../../cli/build-site.ts'
import { siteFolder } from '../site/site-folder.ts'
import { benches } from './benches.ts'
import { browserBenches } from './browser-benches.ts'
import { type Figure, figureLine, figureRow, shortShare } from './figure.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, short: { type: 'boolean' }, markdown: { type: 'boolean' } },
})
const all = [...benches, ...browserBenches]
const chosen = all.filter(({ name }) => values.only === undefined || name === values.only)
if (chosen.length === 0) {
  console.error(`No bench is called ${values.only}. There are ${all.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
if (chosen.some((bench) => browserBenches.includes(bench))) await buildSite(siteFolder)

const figures: Figure[] = []
for (const { name, run } of chosen) {
  for (const figure of await run(values.short ? shortShare : 1)) {
    figures.push(figure)
    console.log(figureLine(name, figure))
  }
}
if (values.markdown)
  console.log(['', '| What | Measured | Goal | |', '|---|---|---|---|', ...figures.map(figureRow)].join('\n'))
