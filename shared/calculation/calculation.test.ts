import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  effortCents,
  fullTimeEquivalents,
  netOfVat,
  projectYears,
  structuralPart,
  toThousands,
} from './index.ts'

const cents = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })

describe('an amount divided by a key', () => {
  test.for([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [50_000_000, [0.25, 0.25, 0.25, 0.25], [12_500_000, 12_500_000, 12_500_000, 12_500_000]],
    [101, [50, 0, 50], [51, 0, 50]],
    [10, [0.1, 0.2, 0.7], [1, 2, 7]],
    [1, [1, 2], [0, 1]],
  ] as const)('%d by %o gives %o', ([amount, weights, shares]) => {
    expect(allocate(amount, weights)).toEqual(shares)
  })

  test.for([[[]], [[0, 0]], [[1, -1]], [[Number.NaN, 1]], [[1e10]]] as const)(
    'by %o it cannot be divided',
    ([weights]) => {
      expect(allocate(100, weights)).toBeUndefined()
    },
  )

  test('the shares add up to the cent, each is less than a cent from exact, and a larger weight never gets less', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(cents, weights, (amount, key) => {
        const total = key.reduce((sum, weight) => sum + weight, 0)
        fc.pre(total > 0)
        const shares = allocate(amount, key)
        expect(shares?.reduce((sum, share) => sum + share, 0)).toBe(amount)
        shares?.forEach((share, i) => {
          const product = BigInt(amount) * BigInt(key[i] ?? 0) - BigInt(share) * BigInt(total)
          expect(product < 0n ? -product : product).toBeLessThan(BigInt(total))
          shares.forEach((other, j) => {
            if ((key[i] ?? 0) > (key[j] ?? 0)) expect(Math.abs(share)).toBeGreaterThanOrEqual(Math.abs(other))
          })
        })
      }),
    )
  })
})

describe('a proposal over four years', () => {
  const structural = { cents: 10_000_000, nature: 'S', duration: null, indexMillionths: 0 } as const

  test('a structural amount goes on and an incidental one ends', () => {
    expect(projectYears(structural)).toEqual([10_000_000, 10_000_000, 10_000_000, 10_000_000])
    expect(projectYears({ ...structural, duration: 3 })).toEqual([10_000_000, 10_000_000, 10_000_000, 0])
    expect(projectYears({ ...structural, nature: 'I', duration: 2 })).toEqual([10_000_000, 10_000_000, 0, 0])
    expect(projectYears({ ...structural, nature: 'I' })).toEqual([10_000_000, 0, 0, 0])
  })

  test('an index is compounded from the first amount and rounded half away from zero', () => {
    expect(projectYears({ ...structural, indexMillionths: 20_000 })).toEqual([
      10_000_000, 10_200_000, 10_404_000, 10_612_080,
    ])
    expect(projectYears({ ...structural, cents: 25, indexMillionths: 20_000 })).toEqual([25, 26, 26, 27])
    expect(projectYears({ ...structural, cents: -25, indexMillionths: 20_000 })).toEqual([-25, -26, -26, -27])
  })

  test('the amounts of a minus are the minus of the amounts', () => {
    const index = fc.integer({ min: -999_999, max: 200_000 })
    fc.assert(
      fc.property(cents, index, (amount, indexMillionths) => {
        const plus = projectYears({ ...structural, cents: amount, indexMillionths })
        const minus = projectYears({ ...structural, cents: -amount, indexMillionths })
        expect(minus).toEqual(plus.map((year) => 0 - year))
      }),
    )
  })
})

describe('VAT', () => {
  test.for([
    [12_100, 'compensabel', 21, 10_000],
    [12_100, 'verrekenbaar', 21, 10_000],
    [12_100, 'kostprijsverhogend', 21, 12_100],
    [10_900, 'compensabel', 9, 10_000],
    [100, 'compensabel', 21, 83],
    [-100, 'compensabel', 21, -83],
    [500, 'compensabel', 0, 500],
  ] as const)('%d cents, %s at %d%% counts for %d', ([amount, treatment, rate, net]) => {
    expect(netOfVat(amount, treatment, rate)).toBe(net)
  })

  test('the net amount and its VAT make the gross amount again within half a cent', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom(0, 9, 21), (amount, rate) => {
        const net = netOfVat(amount, 'compensabel', rate)
        const difference = BigInt(net) * BigInt(100 + rate) - BigInt(amount) * 100n
        expect((difference < 0n ? -difference : difference) * 2n).toBeLessThanOrEqual(BigInt(100 + rate))
      }),
    )
  })
})

describe('thousands of euros', () => {
  test.for([
    [31_888_000, 0, 319],
    [50_000, 0, 1],
    [-50_000, 0, -1],
    [49_999, 0, 0],
    [-49_999, 0, 0],
    [31_888_000, 1, 318.9],
    [31_888_001, 5, 318.88001],
  ] as const)('%d cents with %d decimals is %d', ([amount, decimals, thousands]) => {
    expect(toThousands(amount, decimals)).toBe(thousands)
  })
})

describe('hours', () => {
  test('3,986 hours at 80 euros cost 318,880 euros, and half a cent is rounded up', () => {
    expect(effortCents(398_600, 8_000)).toBe(31_888_000)
    expect(effortCents(50, 1)).toBe(1)
    expect(effortCents(49, 1)).toBe(0)
  })

  test('parts of a full-time equivalent add up, and without a norm there is none', () => {
    expect(fullTimeEquivalents(66_000, 132_000)).toBe(0.5)
    expect(fullTimeEquivalents(66_000, 0)).toBeUndefined()
  })
})

test('only what says S is structural', () => {
  const amounts = [
    { nature: 'S', cents: 100 },
    { nature: 'I', cents: 30 },
    { nature: null, cents: 7 },
    { nature: 'S', cents: -20 },
  ] as const
  expect(structuralPart(amounts)).toBe(80)
})
