/** The objects that programs see: their properties and methods are those of the API, and nothing else. */
import { invalidArgument, propertyNotLoaded } from './client-error.ts'
import type { ClientObject } from './client-object.ts'
import { EventHandlers } from './event-handlers.ts'
import { type ObjectKind, objectKinds } from './object-kinds.ts'

const behind = new WeakMap<object, ClientObject>()
const prototypes = new Map<string, object>()

export function makeProxy(object: ClientObject): object {
  const proxy: object = Object.create(prototypeOf(object.kindName))
  behind.set(proxy, object)
  return proxy
}

/** Undefined for anything that is no proxy. */
export const objectBehind = (value: unknown): ClientObject | undefined =>
  typeof value === 'object' && value !== null ? behind.get(value) : undefined

function prototypeOf(kindName: string): object {
  const known = prototypes.get(kindName)
  if (known !== undefined) return known
  const kind = objectKinds[kindName]
  if (kind === undefined) throw new Error(`No class ${kindName}.`)
  const prototype = Object.create(null, { ...commonMembers(), ...ownMembers(kind) }) as object
  prototypes.set(kindName, prototype)
  return prototype
}

function of(proxy: unknown): ClientObject {
  const object = objectBehind(proxy)
  if (object === undefined) throw invalidArgument('this')
  return object
}

type Members = PropertyDescriptorMap & ThisType<object>

function commonMembers(): Members {
  return {
    context: {
      get() {
        return of(this).context.face
      },
    },
    isNullObject: {
      get() {
        const { isNull } = of(this)
        if (isNull === undefined) throw propertyNotLoaded(null, 'isNullObject')
        return isNull
      },
    },
    load: {
      value(option: unknown) {
        of(this).load(option)
        return this
      },
    },
    set: {
      value(properties: unknown) {
        const source = objectBehind(properties)
        of(this).setAll(source === undefined ? (properties as Record<string, unknown>) : source.toJson())
      },
    },
    toJSON: {
      value() {
        return of(this).toJson()
      },
    },
  }
}

function ownMembers(kind: ObjectKind): Members {
  const members: PropertyDescriptorMap = {}
  for (const name of kind.readable) members[name] = propertyMember(kind, name)
  for (const name of Object.keys(kind.objects)) {
    members[name] = {
      get(this: unknown) {
        return of(this).objectAt(name).proxy
      },
    }
  }
  for (const [name, gives] of Object.entries(kind.methods)) {
    members[name] = {
      value(this: unknown, ...values: readonly unknown[]) {
        return of(this).invoke(name, values, gives)
      },
    }
  }
  if (kind.items !== null) members['items'] = itemsMember
  if (kind.isKept) Object.assign(members, trackingMembers)
  const { event } = kind
  if (event !== null) {
    members[event.name] = {
      get(this: unknown) {
        return EventHandlers.of(of(this), event)
      },
    }
  }
  return members
}

function propertyMember(kind: ObjectKind, name: string): PropertyDescriptor & ThisType<unknown> {
  const get = function read(this: unknown): unknown {
    return of(this).read(name)
  }
  if (!kind.writable.includes(name)) return { get, enumerable: true }
  return {
    get,
    set(this: unknown, value: unknown) {
      of(this).write(name, value)
    },
    enumerable: true,
  }
}

const itemsMember: PropertyDescriptor = {
  get(this: unknown) {
    const { items, kindName } = of(this)
    if (items === undefined) throw propertyNotLoaded(kindName, 'items')
    return items.map((item) => item.proxy)
  },
}

const trackingMembers: PropertyDescriptorMap = {
  track: {
    value(this: unknown) {
      of(this).context.track(of(this))
      return this
    },
  },
  untrack: {
    value(this: unknown) {
      of(this).context.untrack(of(this))
      return this
    },
  },
}
