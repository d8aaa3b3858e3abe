import type { BookConditionalFormat, Box } from '../book/book.ts'
import { overlaps } from '../book/box.ts'
import type { HostContext } from './host-context.ts'
import { itemNotFound } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { colorOf, textOf, wholeOf } from './read-arguments.ts'

/** The conditional formats that touch a range. Only those by formula exist here. */
export class ConditionalFormatCollection extends HostCollection {
  readonly kind = 'ConditionalFormatCollection'
  readonly #context: HostContext
  readonly #sheet: string
  readonly #box: Box

  constructor(context: HostContext, sheet: string, box: Box) {
    super()
    this.#context = context
    this.#sheet = sheet
    this.#box = box
  }

  get items(): readonly ConditionalFormat[] {
    return this.#context.book
      .conditionalFormats()
      .filter(({ sheet, box }) => sheet === this.#sheet && overlaps(box, this.#box))
      .map(({ id }) => new ConditionalFormat(this.#context, id))
  }

  add(type: unknown) {
    if (type !== 'Custom') this.#context.refuse(`ConditionalFormat type ${String(type)}`)
    const [sheet, box] = [this.#sheet, this.#box]
    const id = this.#context.book.addConditionalFormat({ sheet, box, formula: '=FALSE', fill: null, color: null })
    return new ConditionalFormat(this.#context, id)
  }

  getItem(id: unknown) {
    const item = this.items.find((format) => format.id === id)
    if (item === undefined) throw itemNotFound('ConditionalFormatCollection.getItem')
    return item
  }

  getItemAt(index: unknown) {
    const item = this.items[wholeOf(index, 'ConditionalFormatCollection.getItemAt')]
    if (item === undefined) throw itemNotFound('ConditionalFormatCollection.getItemAt')
    return item
  }

  getCount() {
    return this.items.length
  }

  clearAll() {
    for (const item of this.items) item.delete()
  }
}

/** One conditional format, or a part of it. */
abstract class FormatPart extends HostObject {
  protected readonly context: HostContext
  readonly id: string

  constructor(context: HostContext, id: string) {
    super()
    this.context = context
    this.id = id
  }

  protected get facts(): BookConditionalFormat {
    const found = this.context.book.conditionalFormats().find(({ id }) => id === this.id)
    if (found === undefined) throw itemNotFound('ConditionalFormat')
    return found
  }

  protected change(facts: Parameters<HostContext['book']['setConditionalFormat']>[1]) {
    this.context.book.setConditionalFormat(this.facts.id, facts)
  }
}

class ConditionalFormat extends FormatPart {
  readonly kind = 'ConditionalFormat'
  readonly scalars = ['id', 'type']
  readonly type = 'Custom'

  get custom() {
    return new CustomConditionalFormat(this.context, this.facts.id)
  }

  get customOrNullObject() {
    return this.custom
  }

  getRange() {
    return this.context.range(this.facts.sheet, this.facts.box)
  }

  delete() {
    this.context.book.removeConditionalFormat(this.facts.id)
  }
}

class CustomConditionalFormat extends FormatPart {
  readonly kind = 'CustomConditionalFormat'
  readonly scalars = []

  get rule() {
    return new ConditionalFormatRule(this.context, this.id)
  }

  get format() {
    return new ConditionalRangeFormat(this.context, this.id)
  }
}

class ConditionalFormatRule extends FormatPart {
  readonly kind = 'ConditionalFormatRule'
  readonly scalars = ['formula']

  get formula(): string {
    return this.facts.formula
  }

  set formula(value: unknown) {
    const text = textOf(value, 'ConditionalFormatRule.formula')
    this.change({ formula: text.startsWith('=') ? text : `=${text}` })
  }
}

class ConditionalRangeFormat extends FormatPart {
  readonly kind = 'ConditionalRangeFormat'
  readonly scalars = []

  get fill() {
    return new ConditionalRangeFill(this.context, this.id)
  }

  get font() {
    return new ConditionalRangeFont(this.context, this.id)
  }
}

class ConditionalRangeFill extends FormatPart {
  readonly kind = 'ConditionalRangeFill'
  readonly scalars = ['color']

  get color(): string {
    return this.facts.fill ?? ''
  }

  set color(value: unknown) {
    this.change({ fill: colorOf(value, 'ConditionalRangeFill.color') })
  }
}

class ConditionalRangeFont extends FormatPart {
  readonly kind = 'ConditionalRangeFont'
  readonly scalars = ['color']

  get color(): string {
    return this.facts.color ?? ''
  }

  set color(value: unknown) {
    this.change({ color: colorOf(value, 'ConditionalRangeFont.color') })
  }
}
