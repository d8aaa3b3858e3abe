/** The manifest of an environment, made from the one source: its own id, name, namespace and origin. */

export interface ManifestVariant {
  readonly environment: Environment
  /** `https://gebiedsbegroting.zwolle.nl`, without a slash at its end. */
  readonly origin: string
}

export type Environment = keyof typeof environments

/**
 * Excel tells add-ins apart by id, and the names of their functions by namespace: two with the same namespace at once give
 * #NAME?. Ids and namespaces are for ever: workbooks carry them.
 */
export const environments = {
  productie: { id: 'a71b7660-83b2-4c59-a150-481df288a687', suffix: '', namespace: 'GEBIED' },
  test: { id: '3d6d2c5e-0c47-4b0e-9d0f-5a1f7f0a6b21', suffix: ' (test)', namespace: 'GEBIEDTEST' },
  ontwikkeling: { id: 'c9f3a0b4-7d15-4f5a-8a57-1e2b6f94d3c8', suffix: ' (ontwikkeling)', namespace: 'GEBIEDDEV' },
} as const satisfies Record<string, { id: string; suffix: string; namespace: string }>

/** Origin that stands in the source: a name that nobody can own (RFC 2606). */
const sourceOrigin = 'https://gebiedsbegroting.example'

/** Throws when a value that must be replaced is not in the source, or the origin is no https origin. */
export function manifestVariant(source: string, { environment, origin }: ManifestVariant): string {
  const url = URL.parse(origin)
  if (url?.protocol !== 'https:' || url.origin !== origin) {
    throw new Error(`"${origin}" is no https origin such as https://gebiedsbegroting.zwolle.nl.`)
  }
  const { id, suffix, namespace } = environments[environment]
  const { productie } = environments
  const replacements: readonly (readonly [from: string, to: string])[] = [
    [sourceOrigin, origin],
    [`<Id>${productie.id}</Id>`, `<Id>${id}</Id>`],
    ['<DisplayName DefaultValue="Gebiedsbegroting">', `<DisplayName DefaultValue="Gebiedsbegroting${suffix}">`],
    ['Value="Gebiedsbegroting"/>\n  </DisplayName>', `Value="Gebiedsbegroting${suffix}"/>\n  </DisplayName>`],
    ['id="Group.Label" DefaultValue="Gebiedsbegroting"', `id="Group.Label" DefaultValue="Gebiedsbegroting${suffix}"`],
    ['Value="Area budget"/>', `Value="Area budget${suffix}"/>`],
    ['?mv=', namespace === productie.namespace ? '?mv=' : `?ns=${namespace}&amp;mv=`],
    [`DefaultValue="${productie.namespace}"`, `DefaultValue="${namespace}"`],
    [`Value="${productie.namespace}"/>`, `Value="${namespace}"/>`],
  ]
  return replacements.reduce((xml, [from, to]) => {
    if (!xml.includes(from)) throw new Error(`The manifest does not contain ${from}.`)
    return xml.replaceAll(from, to)
  }, source)
}
