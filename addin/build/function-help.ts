/** The help of the custom functions, from the same source as Excel's own tips: pages for the documentation and for the site. */
import type { IFunction } from 'custom-functions-metadata'
import { english } from '../functions/english.ts'
import { type Given, type HelpTexts, helpTexts } from './function-help-texts.ts'
import { helpPath } from './functions-metadata.ts'
import { escapeHtml, helpPage } from './help-page.ts'
import { parseFunctions } from './parse-functions.ts'

interface FunctionHelp {
  readonly id: string
  readonly syntax: string
  readonly description: string
  readonly arguments: readonly { readonly name: string; readonly text: string; readonly isOptional: boolean }[]
  readonly texts: HelpTexts
  readonly formula: string
  readonly english: string
}

/** Markdown pages by file name: one for each function, and `README.md` that lists them. */
export function functionHelpDocs(): readonly { readonly fileName: string; readonly markdown: string }[] {
  const all = functionHelp()
  const index = all.map(({ id, description }) => `| [GEBIED.${id}](${id}.md) | ${description} |`)
  const head = ['# Functies', '', intro.nl, '', '| functie | wat zij geeft |', '| --- | --- |']
  return [
    ...all.map((help) => ({ fileName: `${help.id}.md`, markdown: markdownOf(help) })),
    { fileName: 'README.md', markdown: [...head, ...index, '', '## In English', '', intro.en, ''].join('\n') },
  ]
}

/** Pages of the site by path: the help that Excel opens for a function, and an index. */
export function functionHelpPages(): readonly { readonly fileName: string; readonly html: string }[] {
  const all = functionHelp()
  const items = all.map(
    ({ id, description }) => `<li><a href="${fileOf(id)}">GEBIED.${id}</a>: ${escapeHtml(description)}</li>`,
  )
  const index = `<h1>Functies</h1>\n<p>${intro.nl}</p>\n<ul>\n${items.join('\n')}\n</ul>\n<section lang="en">\n<h2>In English</h2>\n<p>${intro.en}</p>\n</section>`
  return [
    ...all.map((help) => ({ fileName: helpPath(help.id), html: helpPage(`GEBIED.${help.id}`, htmlOf(help)) })),
    { fileName: helpPath('index'), html: helpPage('Functies', index) },
  ]
}

const intro = {
  nl: 'De functies van Gebiedsbegroting staan in Excel onder GEBIED. Een argument tussen [haken] mag u weglaten.',
  en: 'The functions of Gebiedsbegroting stand in Excel under GEBIED. Names are Dutch in every language; an argument in [brackets] may be left out.',
}

function functionHelp(): readonly FunctionHelp[] {
  return parseFunctions().functions.map(helpOf)
}

function helpOf({ id, description = '', parameters }: IFunction): FunctionHelp {
  const texts = helpTexts[id]
  const inEnglish = english[id]
  if (texts === undefined || inEnglish === undefined) throw new Error(`${id} has no help.`)
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name))
  const args = parameters.map(({ name, description: text = '', optional = false }) => ({
    name,
    text,
    isOptional: optional,
  }))
  const englishArguments = parameters.map(({ name }) => `${name}: ${inEnglish.parameters[name] ?? ''}`)
  return {
    id,
    syntax: `=GEBIED.${id}(${names.join('; ')})`,
    description,
    arguments: args,
    texts,
    formula: `=GEBIED.${id}(${texts.example.given.map(typed).join(';')})`,
    english: `${inEnglish.description} Arguments: ${englishArguments.join(' ')}`,
  }
}

function markdownOf({ id, syntax, description, arguments: args, texts, formula, english: text }: FunctionHelp): string {
  return [
    `# GEBIED.${id}`,
    '',
    description,
    '',
    '```',
    syntax,
    '```',
    '',
    '## Argumenten',
    '',
    '| argument | betekenis |',
    '| --- | --- |',
    ...args.map(({ name, text: meaning, isOptional }) => `| ${name}${isOptional ? ' (mag weg)' : ''} | ${meaning} |`),
    '',
    '## Resultaat',
    '',
    texts.result,
    '',
    '## Als er een fout staat',
    '',
    ...texts.errors.map(({ shows, remedy }) => `- \`${shows}\`: ${remedy}`),
    '',
    '## Voorbeeld',
    '',
    `\`${formula}\` geeft: ${texts.example.shows}`,
    '',
    '## In English',
    '',
    text,
    '',
  ].join('\n')
}

function htmlOf({ id, syntax, description, arguments: args, texts, formula, english: text }: FunctionHelp): string {
  return [
    `<p><a href="${fileOf('index')}">Alle functies</a></p>`,
    `<h1>GEBIED.${id}</h1>`,
    `<p>${escapeHtml(description)}</p>`,
    `<p><code>${escapeHtml(syntax)}</code></p>`,
    '<h2>Argumenten</h2>',
    '<dl>',
    ...args.map(
      ({ name, text: meaning, isOptional }) =>
        `<dt>${name}${isOptional ? ' (mag weg)' : ''}</dt><dd>${escapeHtml(meaning)}</dd>`,
    ),
    '</dl>',
    '<h2>Resultaat</h2>',
    `<p>${escapeHtml(texts.result)}</p>`,
    '<h2>Als er een fout staat</h2>',
    '<ul>',
    ...texts.errors.map(({ shows, remedy }) => `<li><code>${shows}</code>: ${escapeHtml(remedy)}</li>`),
    '</ul>',
    '<h2>Voorbeeld</h2>',
    `<p><code>${escapeHtml(formula)}</code> geeft: ${escapeHtml(texts.example.shows)}</p>`,
    '<section lang="en">',
    '<h2>In English</h2>',
    `<p>${escapeHtml(text)}</p>`,
    '</section>',
  ].join('\n')
}

/** Pages of functions stand in one folder. */
function fileOf(id: string): string {
  return helpPath(id).split('/').at(-1) ?? ''
}

/** As a Dutch Excel writes it: a decimal comma, and in an array `\` between columns and `;` between rows. */
function typed(given: Given): string {
  if (given === null) return ''
  if (typeof given === 'number') return String(given).replace('.', ',')
  if (typeof given === 'string') return `"${given.replaceAll('"', '""')}"`
  return `{${given.map((row) => row.map(typed).join('\\')).join(';')}}`
}
