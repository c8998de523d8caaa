import type { Shot } from './shot.ts'

/** An HTML page for the folder of the pictures: a row for each view and screen, the themes side by side. */
export function contactSheet(shots: readonly Shot[], troubles: readonly string[]): string {
  const rows = new Map<string, Shot[]>()
  for (const shot of shots) {
    const title = `${shot.view.name}, ${shot.screen.width} px`
    rows.set(title, [...(rows.get(title) ?? []), shot])
  }
  const sections = [...rows].map(
    ([title, row]) => `<section><h2>${escaped(title)}</h2>\n${row.map(picture).join('\n')}\n</section>`,
  )
  const complaints = troubles.map((trouble) => `<li>${escaped(trouble)}</li>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${shots.length} pictures of the spectators' page</title>
<style>
body { margin: 1rem; background: #777; font-family: sans-serif }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem }
figure { display: inline-block; margin: 0 1rem 0 0; vertical-align: top; max-width: 31% }
img { max-width: 100%; height: auto; box-shadow: 0 0 6px #000 }
</style>
</head>
<body>
<h1>${shots.length} pictures</h1>
${complaints.length === 0 ? '' : `<h2>Troubles</h2>\n<ul>${complaints.join('\n')}</ul>`}
${sections.join('\n')}
</body>
</html>
`
}

function picture({ name, theme, screen }: Shot): string {
  const image = `<img src="${escaped(name)}.png" width="${screen.width}" height="${screen.height}" loading="lazy" alt="">`
  return `<figure><a href="${escaped(name)}.png">${image}</a><figcaption>${theme}</figcaption></figure>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
