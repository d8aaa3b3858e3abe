/** What people should know about a rule besides its message. */
import type { Wording } from '../rule.ts'

/**
 * Where a rule comes from. `BBV`: the decree on municipal budgets, with its notes. `Iv3`: the code lists and checks of CBS.
 * `wet`: another law, or an ordinance of the municipality. `memo`: the decision on working by area that the product follows.
 * `praktijk`: experience; nothing prescribes it.
 */
export type OriginKind = 'BBV' | 'Iv3' | 'wet' | 'memo' | 'praktijk'

export interface RuleExplanation {
  readonly origin: {
    readonly kinds: readonly OriginKind[]
    /** The article, check or observation, where there is one. */
    readonly source?: Wording
  }
  /** Why the rule exists. */
  readonly explanation: Wording
  /** What to do about a finding. */
  readonly remedy: Wording
  /** What gives a finding. */
  readonly example: Wording
  /** What one click writes, of a rule that offers it. */
  readonly fix?: Wording
}

export type RuleExplanations = Readonly<Partial<Record<string, RuleExplanation>>>

const kindNames: Readonly<Record<OriginKind, Wording>> = {
  BBV: { nl: 'BBV', en: 'BBV' },
  Iv3: { nl: 'Iv3', en: 'Iv3' },
  wet: { nl: 'wet of verordening', en: 'law or ordinance' },
  memo: { nl: 'memo', en: 'memo' },
  praktijk: { nl: 'praktijk', en: 'practice' },
}

/** `BBV: art. 19 c` */
export function originText({ kinds, source }: RuleExplanation['origin']): Wording {
  const inLanguage = (language: 'nl' | 'en') => {
    const names = kinds.map((kind) => kindNames[kind][language]).join(', ')
    return source === undefined ? names : `${names}: ${source[language]}`
  }
  return { nl: inLanguage('nl'), en: inLanguage('en') }
}
