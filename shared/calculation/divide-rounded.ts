/** The quotient as a whole number, half away from zero: 5 / 2 is 3 and -5 / 2 is -3. The divisor is above 0. */
export function divideRounded(dividend: bigint, divisor: bigint): number {
  const size = dividend < 0n ? -dividend : dividend
  const quotient = size / divisor + ((size % divisor) * 2n >= divisor ? 1n : 0n)
  return Number(dividend < 0n ? -quotient : quotient)
}
