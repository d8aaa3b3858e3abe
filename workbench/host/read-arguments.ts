/** Arguments and values come over the wire as anything; what does not fit is InvalidArgument, as in Excel. */
import { invalidArgument } from './host-error.ts'

export function textOf(value: unknown, location: string): string {
  if (typeof value !== 'string') throw invalidArgument(location)
  return value
}

export function wholeOf(value: unknown, location: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument(location)
  return value
}

/** The fallback stands for an argument that was left out. */
export const wholeOr = (value: unknown, fallback: number, location: string): number =>
  value === undefined || value === null ? fallback : wholeOf(value, location)

export function truthOf(value: unknown, location: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(location)
  return value
}

export function numberOf(value: unknown, location: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument(location)
  return value
}

/** `#FFEEAA` or a name of HTML; Excel answers in capitals. */
export function colorOf(value: unknown, location: string): string {
  const text = textOf(value, location)
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalidArgument(location)
  return text.toUpperCase()
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
