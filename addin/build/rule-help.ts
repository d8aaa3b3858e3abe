/** Pages about the rules, for the documentation and for the site, from the rules themselves and their explanations. */
import { explanations, originText, type RuleExplanation } from '#shared/rules/explanations/index.ts'
import { allRules, isOfFamily, type RuleText, ruleFamilies } from '#shared/rules/index.ts'
import { escapeHtml, helpPage } from './help-page.ts'
import { type RuleHelpText, ruleHelpText } from './rule-help-text.ts'

/** Markdown pages by file name: one for each rule, and `README.md` that lists them by family. */
export function ruleHelpDocs(): readonly { readonly fileName: string; readonly markdown: string }[] {
  const all = ruleHelp()
  return [
    ...all.map((help) => ({ fileName: `${help.id}.md`, markdown: markdownOf(help) })),
    { fileName: 'README.md', markdown: markdownIndex(all) },
  ]
}

/** Pages of the site by path: what the pane opens for a rule, and an index. */
export function ruleHelpPages(): readonly { readonly fileName: string; readonly html: string }[] {
  const all = ruleHelp()
  return [
    ...all.map((help) => ({ fileName: `help/regels/${help.id}.html`, html: helpPage(help.id, htmlOf(help)) })),
    { fileName: 'help/regels/index.html', html: helpPage('Regels', htmlIndex(all)) },
  ]
}

interface RuleHelp {
  readonly id: string
  readonly severity: string
  readonly originKinds: string
  readonly before: string | undefined
  readonly after: string | undefined
  readonly nl: RuleHelpText
  readonly en: RuleHelpText
}

/** In the order of their ids. */
function ruleHelp(): readonly RuleHelp[] {
  const ordered = allRules.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return ordered.map((rule, i) => helpOf(rule, explanationOf(rule), ordered[i - 1]?.id, ordered[i + 1]?.id))
}

function explanationOf({ id }: RuleText): RuleExplanation {
  const explanation = explanations[id]
  if (explanation === undefined) throw new Error(`${id} has no explanation in shared/rules/explanations.`)
  return explanation
}

const severities: Readonly<Record<RuleText['severity'], string>> = {
  error: 'fout',
  warning: 'waarschuwing',
  info: 'opmerking',
}

function helpOf(
  rule: RuleText,
  explanation: RuleExplanation,
  before: string | undefined,
  after: string | undefined,
): RuleHelp {
  return {
    id: rule.id,
    severity: severities[rule.severity],
    originKinds: originText({ kinds: explanation.origin.kinds }).nl,
    before,
    after,
    nl: ruleHelpText(rule, explanation, 'nl'),
    en: ruleHelpText(rule, explanation, 'en'),
  }
}

const intro = {
  nl: [
    'Elke regel heeft een pagina: waarom hij er is, wat u kunt doen, en waar hij vandaan komt. Een fout moet weg voordat u kunt indienen, een waarschuwing mag blijven staan als u weet waarom, een opmerking is ter informatie.',
    'De herkomst is BBV (het Besluit begroting en verantwoording, met zijn notities), Iv3 (de codelijsten en controles van het CBS), een andere wet of verordening, het memo (het besluit over gebiedsgericht werken dat dit product volgt) of praktijk: ervaring, die niemand voorschrijft.',
  ],
  en: [
    'Every rule has a page: why it exists, what you can do, and where it comes from. An error must be gone before you can submit, a warning may stay when you know why, a remark is for information.',
    'The origin is BBV (the decree on municipal budgets and accounts, with its notes), Iv3 (the code lists and checks of CBS), another law or ordinance, the memo (the decision on working by area that this product follows) or practice: experience, which nobody prescribes.',
  ],
} as const

function markdownOf({ id, before, after, nl, en }: RuleHelp): string {
  return [
    `# ${id}`,
    '',
    ...markdownText(nl, '##'),
    '## In English',
    '',
    ...markdownText(en, '###'),
    [before, 'README', after]
      .flatMap((page) => (page === undefined ? [] : [`[${page === 'README' ? 'Alle regels' : page}](${page}.md)`]))
      .join(' · '),
    '',
  ].join('\n')
}

function markdownText({ message, facts, sections }: RuleHelpText, level: string): readonly string[] {
  return [
    `> ${message}`,
    '',
    ...facts.map(([name, text]) => `- ${name}: ${text}`),
    '',
    ...sections.flatMap(([heading, text]) => [`${level} ${heading}`, '', text, '']),
  ]
}

function markdownIndex(all: readonly RuleHelp[]): string {
  const families = ruleFamilies.flatMap((family) => {
    const rows = all
      .filter(({ id }) => isOfFamily(id, family))
      .map(
        ({ id, severity, originKinds, nl, en }) =>
          `| [${id}](${id}.md) | ${severity} | ${nl.message} | ${en.message} | ${originKinds} |`,
      )
    const head = ['| regel | soort | melding | in English | herkomst |', '| --- | --- | --- | --- | --- |']
    return rows.length === 0 ? [] : [`## ${headingOf(family.name.nl)} (${family.name.en})`, '', ...head, ...rows, '']
  })
  return [
    '# Regels',
    '',
    ...intro.nl.flatMap((text) => [text, '']),
    ...families,
    '## In English',
    '',
    intro.en.join('\n\n'),
    '',
  ].join('\n')
}

function htmlOf({ id, before, after, nl, en }: RuleHelp): string {
  const links = [before, 'index', after].flatMap((page) =>
    page === undefined ? [] : [`<a href="${page}.html">${page === 'index' ? 'Alle regels' : page}</a>`],
  )
  return [
    `<p>${links.join(' · ')}</p>`,
    `<h1>${id}</h1>`,
    ...htmlText(nl, 'h2'),
    '<section lang="en">',
    '<h2>In English</h2>',
    ...htmlText(en, 'h3'),
    '</section>',
  ].join('\n')
}

function htmlText({ message, facts, sections }: RuleHelpText, heading: 'h2' | 'h3'): readonly string[] {
  return [
    `<p><b>${escapeHtml(message)}</b></p>`,
    '<dl>',
    ...facts.map(([name, text]) => `<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`),
    '</dl>',
    ...sections.flatMap(([title, text]) => [`<${heading}>${title}</${heading}>`, `<p>${escapeHtml(text)}</p>`]),
  ]
}

function htmlIndex(all: readonly RuleHelp[]): string {
  const families = ruleFamilies.flatMap((family) => {
    const items = all
      .filter(({ id }) => isOfFamily(id, family))
      .map(({ id, nl }) => `<li><a href="${id}.html">${id}</a>: ${escapeHtml(nl.message)}</li>`)
    return items.length === 0 ? [] : [`<h2>${headingOf(family.name.nl)}</h2>`, '<ul>', ...items, '</ul>']
  })
  return [
    '<h1>Regels</h1>',
    ...paragraphs(intro.nl),
    ...families,
    '<section lang="en">',
    '<h2>In English</h2>',
    ...paragraphs(intro.en),
    '</section>',
  ].join('\n')
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.map((text) => `<p>${text}</p>`)
}

function headingOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
