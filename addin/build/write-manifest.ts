/** `npm run manifest -- --omgeving productie --origin https://gebied.zwolle.nl [--uit BESTAND]`: the manifest of an environment. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkManifest } from './check-manifest.ts'
import { type Environment, environments, manifestVariant } from './manifest-variants.ts'
import { manifestSource } from './manifest-source.ts'

const { values } = parseArgs({
  options: {
    omgeving: { type: 'string', default: 'productie' },
    origin: { type: 'string' },
    uit: { type: 'string' },
  },
})

const environment = Object.keys(environments).find((name): name is Environment => name === values.omgeving)
if (environment === undefined || values.origin === undefined) {
  console.error(
    `Gebruik: npm run manifest -- --omgeving ${Object.keys(environments).join('|')} --origin https://uw.adres [--uit BESTAND]`,
  )
  process.exitCode = 1
} else {
  write(environment, values.origin, values.uit)
}

function write(environment: Environment, origin: string, file: string | undefined): void {
  const xml = manifestVariant(manifestSource(), { environment, origin })
  const complaints = checkManifest(xml, { isLocalAllowed: environment === 'ontwikkeling' })
  if (complaints.length > 0) {
    console.error(complaints.join('\n'))
    process.exitCode = 1
  } else if (file === undefined) console.log(xml)
  else {
    writeFileSync(file, xml)
    console.log(`${file}: manifest voor ${environment} op ${origin}.`)
  }
}
