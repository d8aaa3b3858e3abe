import type { Language } from '#shared/cells/index.ts'

/** Cents of any size as euros: `318.880,00` in Dutch, `318,880.00` in English. Sums over areas can pass 2^53. */
export function euros(cents: bigint, language: Language): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  const [group, decimal] = language === 'nl' ? ['.', ','] : [',', '.']
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${cents < 0n ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`
}
