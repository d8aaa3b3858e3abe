import type { CodeEntry } from './code-entry.ts'

/** A category of the lasten, of the baten, or of both sides with one name. */
interface CategoryEntry extends CodeEntry {
  readonly sides: 'L' | 'B' | 'LB'
}

/**
 * The economische categorieen of Dutch municipalities, 2017 to 2026, in the order of the lists: the code, the sides on
 * which it exists, the last year of its validity, and its name with the first year in which it bore that name.
 * Source: CBS, github.com/statistiekcbs/iv3_definities @9d77a88 (2025-06-18).
 */
export const categoryEntries: readonly CategoryEntry[] = [
  { code: '1.1', sides: 'L', last: 2026, names: [[2017, 'Salarissen en sociale lasten']] },
  { code: '2.1', sides: 'L', last: 2026, names: [[2017, 'Belastingen']] },
  { code: '2.2.1', sides: 'B', last: 2026, names: [[2017, 'Belastingen op producenten']] },
  { code: '2.2.2', sides: 'B', last: 2026, names: [[2017, 'Belastingen op huishoudens']] },
  { code: '3.1', sides: 'LB', last: 2026, names: [[2017, 'Grond']] },
  { code: '3.2', sides: 'LB', last: 2026, names: [[2017, 'Duurzame goederen']] },
  { code: '3.3', sides: 'LB', last: 2026, names: [[2017, 'Pachten']] },
  { code: '3.4.1', sides: 'L', last: 2026, names: [[2017, 'Sociale uitkeringen in natura']] },
  {
    code: '3.4.2',
    sides: 'B',
    last: 2026,
    names: [[2017, 'Eigen bijdragen en verhaal sociale uitkeringen in natura']],
  },
  { code: '3.5.1', sides: 'L', last: 2026, names: [[2017, 'Ingeleend personeel']] },
  { code: '3.5.2', sides: 'B', last: 2026, names: [[2017, 'Uitgeleend personeel']] },
  { code: '3.6', sides: 'B', last: 2026, names: [[2017, 'Huren']] },
  { code: '3.7', sides: 'B', last: 2026, names: [[2017, 'Leges en andere rechten']] },
  { code: '3.8', sides: 'LB', last: 2026, names: [[2017, 'Overige goederen en diensten']] },
  { code: '4.1.1', sides: 'L', last: 2026, names: [[2017, 'Sociale uitkeringen in geld']] },
  { code: '4.1.2', sides: 'B', last: 2026, names: [[2017, 'Verhaal sociale uitkeringen in geld']] },
  { code: '4.2', sides: 'L', last: 2026, names: [[2017, 'Subsidies']] },
  { code: '4.3.1', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - Rijk']] },
  { code: '4.3.2', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - gemeenten']] },
  { code: '4.3.3', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - gemeenschappelijke regelingen']] },
  { code: '4.3.4', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - provincies']] },
  { code: '4.3.5', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - waterschappen']] },
  { code: '4.3.6', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - overige overheden']] },
  { code: '4.3.7', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - Europese Unie']] },
  {
    code: '4.3.8',
    sides: 'LB',
    last: 2026,
    names: [[2017, 'Inkomensoverdrachten - overige instellingen en personen']],
  },
  { code: '4.3.9', sides: 'LB', last: 2026, names: [[2017, 'Inkomensoverdrachten - onverdeeld']] },
  { code: '4.4.1', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - Rijk']] },
  { code: '4.4.2', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - gemeenten']] },
  { code: '4.4.3', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - gemeenschappelijke regelingen']] },
  { code: '4.4.4', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - provincies']] },
  { code: '4.4.5', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - waterschappen']] },
  { code: '4.4.6', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - overige overheden']] },
  { code: '4.4.7', sides: 'LB', last: 2024, names: [[2017, 'Kapitaaloverdrachten - Europese Unie']] },
  {
    code: '4.4.8',
    sides: 'LB',
    last: 2024,
    names: [[2017, 'Kapitaaloverdrachten - overige instellingen en personen']],
  },
  { code: '4.4.9', sides: 'LB', last: 2026, names: [[2017, 'Kapitaaloverdrachten - onverdeeld']] },
  { code: '4.5.1', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - Rijk']] },
  { code: '4.5.2', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - gemeenten']] },
  { code: '4.5.3', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - gemeenschappelijke regelingen']] },
  { code: '4.5.4', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - provincies']] },
  { code: '4.5.5', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - waterschappen']] },
  { code: '4.5.6', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - overige overheden']] },
  { code: '4.5.7', sides: 'LB', last: 2026, names: [[2025, 'Investeringsbijdragen - Europese Unie']] },
  {
    code: '4.5.8',
    sides: 'LB',
    last: 2026,
    names: [[2025, 'Investeringsbijdragen - overige instellingen en personen']],
  },
  { code: '4.6.6', sides: 'LB', last: 2026, names: [[2025, 'Overige kapitaaloverdrachten - overheid']] },
  {
    code: '4.6.8',
    sides: 'LB',
    last: 2026,
    names: [[2025, 'Overige kapitaaloverdrachten - overige instellingen en personen']],
  },
  { code: '5.1', sides: 'LB', last: 2026, names: [[2017, 'Rente']] },
  { code: '5.2', sides: 'B', last: 2026, names: [[2017, 'Dividenden en winsten']] },
  { code: '6.1', sides: 'LB', last: 2026, names: [[2017, 'Financiële transacties']] },
  { code: '7.1', sides: 'LB', last: 2026, names: [[2017, 'Mutatie reserves']] },
  { code: '7.2', sides: 'LB', last: 2026, names: [[2017, 'Mutatie voorzieningen']] },
  { code: '7.3', sides: 'LB', last: 2026, names: [[2017, 'Afschrijvingen']] },
  {
    code: '7.4',
    sides: 'LB',
    last: 2026,
    names: [
      [2017, 'Toegerekende reeele en bespaarde rente'],
      [2020, 'Toegerekende reële en bespaarde rente'],
    ],
  },
  { code: '7.5', sides: 'LB', last: 2026, names: [[2017, 'Overige verrekeningen']] },
]
