/** What the page shows when office.js could not be loaded: outside Excel, or without a way to Microsoft. */
export function officeIsMissing(): HTMLElement {
  const notice = document.createElement('main')
  const title = document.createElement('h1')
  title.textContent = 'Gebiedsbegroting'
  const nl = document.createElement('p')
  nl.textContent =
    'Deze pagina hoort in Excel, en office.js van Microsoft kon niet worden geladen. Open haar als taakvenster in Excel en controleer de netwerkverbinding.'
  const en = document.createElement('p')
  en.lang = 'en'
  en.textContent =
    'This page belongs in Excel, and office.js of Microsoft could not be loaded. Open it as a task pane in Excel and check the network connection.'
  notice.append(title, nl, en)
  return notice
}
