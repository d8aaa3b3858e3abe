/** A rule with why it exists and what to do about it. Loaded when somebody asks, because it brings all rules with it. */
import { explanations, originText, type RuleExplanation } from '#shared/rules/explanations/index.ts'
import { allRules } from '#shared/rules/index.ts'

export interface ExplainedRule extends Pick<RuleExplanation, 'explanation' | 'remedy'> {
  /** The sentence of the rule with its places open: `Taakveld {code} bestaat niet in {jaar}.` */
  readonly message: { readonly nl: string; readonly en: string }
  readonly where: 'addin' | 'server' | 'both'
  /** Judged over all areas together: then an error stops approval instead of submitting. */
  readonly isAcrossAreas: boolean
  /** `BBV: art. 19 c` */
  readonly origin: { readonly nl: string; readonly en: string }
}

/** Undefined for a rule that this version does not know. */
export function explainRule(id: string): ExplainedRule | undefined {
  const rule = allRules.find((one) => one.id === id)
  const known = explanations[id]
  if (rule === undefined || known === undefined) return undefined
  const { explanation, remedy, origin } = known
  return {
    message: rule.message,
    where: rule.where,
    isAcrossAreas: rule.scope === 'cross-area',
    explanation,
    remedy,
    origin: originText(origin),
  }
}
