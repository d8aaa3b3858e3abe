import { expect, test } from 'vitest'
import { lifeSchema } from '#shared/lifecycle/index.ts'
import { lifeLines } from './life-lines.ts'

test('[S-120] what happened to a submission is told in the order in which it happened, initials too', () => {
  const step = (overgang: string, door: string, op: string) => ({
    overgang,
    door,
    rol: 'gebiedscontroller',
    op,
    opmerking: null,
    besluit: null,
  })
  const life = lifeSchema.parse({
    staat: 'concept',
    mag: [],
    indieningen: [
      {
        id: '0193aaaa-0000-4000-8000-0000000000aa',
        nummer: 1,
        status: 'ingetrokken',
        door: 'Controller Holtenbroek',
        op: '2022-09-01T08:00:00.000Z',
        opmerking: null,
        controlegetal: 'a'.repeat(64),
        regels: 10,
        voorblad: null,
        codesHash: 'b',
        regelsVersie: '1',
        regelsHash: 'c',
        referentieVersie: 'd',
        overgangen: [
          step('indienen', 'Controller Holtenbroek', '2022-09-01T08:00:00.000Z'),
          step('intrekken', 'Controller Holtenbroek', '2022-09-01T08:20:00.000Z'),
        ],
        parafen: [
          {
            rol: 'opdrachtgever',
            door: 'Ambtelijk opdrachtgever',
            op: '2022-09-01T08:10:00.000Z',
            uitkomst: 'akkoord',
            opmerking: 'mee eens',
          },
        ],
      },
    ],
  })
  expect(lifeLines({ areaCode: 'HOL', year: 2023, version: 'primitief' }, life, 'nl').slice(2)).toEqual([
    '    2022-09-01 10:00 indienen, Controller Holtenbroek',
    '    2022-09-01 10:10 paraaf: akkoord, Ambtelijk opdrachtgever: mee eens',
    '    2022-09-01 10:20 intrekken, Controller Holtenbroek',
  ])
})
