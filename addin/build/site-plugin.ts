/** What the site needs besides bundles: pages under their own names, the functions' metadata, the help of functions and rules, and the workbench's pane. */
import type { Plugin } from 'vite'
import { functionsMetadata } from './functions-metadata.ts'
import { functionHelpPages } from './function-help.ts'
import { ruleHelpPages } from './rule-help.ts'
import { sitePages } from './site-pages.ts'

/** The one script tag in which the pane of the workbench differs from that of Excel. */
const officeScript = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>'

/** Throws when the metadata of the functions does not hold, or a page lacks what is replaced in it. */
export function sitePlugin(origin: string | undefined): Plugin {
  return {
    name: 'gebied-site',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const [name, source] of Object.entries(sitePages)) {
        const page = bundle[source]
        if (page?.type !== 'asset') throw new Error(`${source} was not built.`)
        page.fileName = `${name}.html`
      }
      const pane = bundle[sitePages.taskpane]
      const client = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'client')
      if (pane?.type !== 'asset' || client === undefined) throw new Error('The pane or its client was not built.')
      this.emitFile({
        type: 'asset',
        fileName: 'taskpane-werkbank.html',
        source: withClient(String(pane.source), `/${client.fileName}`),
      })
      const { nl, en } = functionsMetadata(origin)
      this.emitFile({ type: 'asset', fileName: 'functions.json', source: JSON.stringify(nl, null, 2) })
      this.emitFile({ type: 'asset', fileName: 'functions-en.json', source: JSON.stringify(en, null, 2) })
      for (const { fileName, html } of [...functionHelpPages(), ...ruleHelpPages()]) {
        this.emitFile({ type: 'asset', fileName, source: html })
      }
    },
  }
}

/** Module scripts run in their order, so the client stands before the pane's own script. */
function withClient(html: string, client: string): string {
  if (!html.includes(officeScript)) throw new Error('taskpane.html has no script tag of office.js.')
  return html.replace(officeScript, `<script type="module" src="${client}"></script>`)
}
