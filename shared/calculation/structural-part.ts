/** What of these amounts is structural, in cents; an amount that says neither I nor S is not. */
export function structuralPart(
  amounts: readonly { readonly nature: 'I' | 'S' | null; readonly cents: number }[],
): number {
  return amounts.reduce((sum, { nature, cents }) => (nature === 'S' ? sum + cents : sum), 0)
}
