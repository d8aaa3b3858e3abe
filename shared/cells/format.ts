import type { Language } from '#shared/text/index.ts'
import type { Cents, HundredthHours } from './quantity.ts'

export type { Language }

/** `318.880,00` in Dutch, `318,880.00` in English: an amount for messages, without a currency sign. */
export function formatCents(cents: Cents, language: Language): string {
  return formatHundredths(cents, language)
}

/** `3.986,00` in Dutch, `3,986.00` in English: hours for messages, without a unit. */
export function formatHours(hours: HundredthHours, language: Language): string {
  return formatHundredths(hours, language)
}

function formatHundredths(hundredths: number, language: Language): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, language === 'nl' ? '.' : ',')
  return `${hundredths < 0 ? '-' : ''}${whole}${language === 'nl' ? ',' : '.'}${digits.slice(-2)}`
}
