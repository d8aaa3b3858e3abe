/**
 * Starts the page for the lists. Nothing else stands in this file: the build puts what the page shares with the add-in
 * beside what imports it, and an add-in that loaded this file for that would start the page too.
 */
const root = document.querySelector<HTMLElement>('#beheer')
if (root === null) throw new Error('The page has no place for the lists.')
void import('./lists-page.ts').then(({ startListsPage }) => startListsPage(root))
