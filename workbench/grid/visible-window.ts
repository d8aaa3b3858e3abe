/** Which rows and columns are drawn, and how far to scroll to show one. The frozen ones at the start always are. */
import type { Axis } from './axis.ts'

/** First and last index, both included; empty when last is before first. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** Rows or columns drawn beyond what is seen, so that a short scroll finds them there. */
const spare = 6

/** `room` is the length of the view in pixels, the frozen part included. */
export function visibleSpan(axis: Axis, frozen: number, scroll: number, room: number): Span {
  const first = axis.indexAt(scroll + axis.offsetOf(frozen))
  const last = axis.indexAt(scroll + room)
  return { first: Math.max(first - spare, frozen), last: Math.min(last + spare, axis.count - 1) }
}

/** The scroll position that shows this row or column with the least movement. */
export function scrollToShow(axis: Axis, frozen: number, scroll: number, room: number, index: number): number {
  if (index < frozen) return scroll
  const start = axis.offsetOf(index)
  const end = start + axis.sizeOf(index)
  const frozenLength = axis.offsetOf(frozen)
  if (start < scroll + frozenLength) return start - frozenLength
  // What is longer than the view shows its start.
  if (end > scroll + room) return Math.min(end - room, start - frozenLength)
  return scroll
}

/** The span made longer so that what it would cut through, such as a merged cell, begins inside it. */
export function spanWith(span: Span, pieces: readonly Span[]): Span {
  const cut = pieces.filter(({ first, last }) => first < span.first && last >= span.first)
  return { first: Math.min(span.first, ...cut.map(({ first }) => first)), last: span.last }
}
