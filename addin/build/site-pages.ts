/** The pages of the site by the name under which they are served (`/taskpane.html`), with their source. */
export const sitePages = {
  taskpane: 'addin/taskpane.html',
  beheer: 'addin/beheer.html',
  'auth/redirect': 'addin/auth/redirect.html',
  'auth/dialoog': 'addin/auth/dialoog.html',
  werkbank: 'workbench/index.html',
} as const
