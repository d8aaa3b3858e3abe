/** A page of the help as the site serves it. */

/** Looks like the other pages of the help. */
export function helpPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title} - Gebiedsbegroting</title>
<link rel="icon" href="/icons/gebied-32.png" />
<link rel="stylesheet" href="/help/help.css" />
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
