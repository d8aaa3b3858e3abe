/** A rule of the catalogue with what to do about it. Loaded when somebody asks, because it brings all rules with it. */
import { allRules } from '#shared/rules/index.ts'
import { remediesEn } from './remedies-en.ts'
import { remediesNl } from './remedies-nl.ts'

export interface RuleExplanation {
  /** The sentence of the rule with its places open: `Taakveld {code} bestaat niet in {jaar}.` */
  readonly message: { readonly nl: string; readonly en: string }
  readonly where: 'addin' | 'server' | 'both'
  readonly remedy: { readonly nl: string; readonly en: string }
}

/** Undefined for a rule that this version does not know. */
export function explainRule(id: string): RuleExplanation | undefined {
  const rule = allRules.find((one) => one.id === id)
  const nl = remediesNl[id]
  const en = remediesEn[id]
  if (rule === undefined || nl === undefined || en === undefined) return undefined
  return { message: rule.message, where: rule.where, remedy: { nl, en } }
}
