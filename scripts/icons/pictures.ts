/** A PNG of the program: its path from the root, its size in pixels, and the HTML that a browser draws. */
export interface Picture {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly html: string
}

/** Every PNG of the program, from the icon as SVG. */
export function pictures(icon: string): readonly Picture[] {
  return [
    square('app/icons/icon-192.png', 192, icon),
    square('app/icons/icon-512.png', 512, icon),
    // A phone cuts these into its own shape: the ground reaches the edge, and the mark fills at most four fifths.
    square('app/icons/maskable-512.png', 512, withGroundToTheEdge(icon, 0.76)),
    square('app/apple-icon.png', 180, withGroundToTheEdge(icon, 0.86)),
    { path: 'app/icons/plain-card.png', width: 1200, height: 630, html: plainCard(icon) },
  ]
}

function square(path: string, side: number, icon: string): Picture {
  return { path, width: side, height: side, html: pageOf(`${imageOf(icon, side)}`) }
}

function withGroundToTheEdge(icon: string, scale: number): string {
  const margin = (32 * (1 - scale)) / 2
  return icon
    .replace(' rx="7"', '')
    .replace('<g id="mark">', `<g id="mark" transform="translate(${margin} ${margin}) scale(${scale})">`)
}

/** The picture of a link in a chat when the event's own title cannot be drawn. */
function plainCard(icon: string): string {
  return pageOf(`
    <main>${imageOf(icon, 260)}<div><h1>Live results</h1><p>Paddock</p></div></main>
    <style>
      main { display: flex; align-items: center; gap: 64px; width: 1200px; height: 630px; padding: 0 96px;
        box-sizing: border-box; background: #121316; color: #eeeef0; font-family: Geist, Roboto, sans-serif; }
      h1 { margin: 0; font-size: 112px; font-weight: 600; letter-spacing: -0.02em; }
      p { margin: 8px 0 0; font-size: 48px; color: #b9bec7; }
    </style>`)
}

function pageOf(content: string): string {
  return `<!doctype html><style>body { margin: 0 } img { display: block }</style>${content}`
}

function imageOf(icon: string, side: number): string {
  return `<img width="${side}" height="${side}" src="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">`
}
