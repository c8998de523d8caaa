/** A line of a chart, with its values in rising order of x. */
interface ChartLine {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export interface Chart {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  /** Where the x axis has numbers; its scale is logarithmic if that is set. */
  readonly xTicks: readonly { readonly x: number; readonly text: string }[]
  readonly xLogarithmic?: boolean
  readonly lines: readonly ChartLine[]
}

/** Colours on the chart's own background, for a light and for a dark page. */
export const chartColors = {
  light: {
    background: '#ffffff',
    text: '#1f2328',
    grid: '#d1d9e0',
    lines: ['#d1242f', '#57606a', '#0969da', '#8250df', '#1a7f37', '#9a6700'],
  },
  dark: {
    background: '#0d1117',
    text: '#f0f6fc',
    grid: '#3d444d',
    lines: ['#ff7b72', '#b1bac4', '#79c0ff', '#d2a8ff', '#7ee787', '#e3b341'],
  },
} as const

const [width, height] = [860, 420]
const frame = { left: 72, top: 48, right: 640, bottom: 360 } as const
/** Lines can be told apart without colours. */
const dashes = ['', '7 4', '2 3', '10 3 2 3', '14 4', '4 4'] as const

/** The chart as SVG. The y axis is logarithmic, so that servers that differ a hundredfold fit on it. */
export function chartSvg({ title, xLabel, yLabel, xTicks, xLogarithmic = false, lines }: Chart): string {
  const values = lines.flatMap(({ points }) => points.map(({ y }) => y)).filter((y) => y > 0)
  const [lowest, highest] = [logFloor(Math.min(...values)), logCeiling(Math.max(...values))]
  const scaleX = (x: number) => (xLogarithmic ? Math.log10(x) : x)
  const places = xTicks.map(({ x }) => scaleX(x))
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const across = (x: number) =>
    number(frame.left + ((scaleX(x) - first) / (last - first || 1)) * (frame.right - frame.left))
  const up = (y: number) => {
    const share = Math.log10(Math.max(y, lowest) / lowest) / Math.log10(highest / lowest)
    return number(frame.bottom - share * (frame.bottom - frame.top))
  }
  const yTicks = ticksBetween(lowest, highest)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<style>${style()}</style>`,
    `<rect class="background" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    `<text class="title" x="${frame.left}" y="28">${escapeXml(title)}</text>`,
    ...yTicks.flatMap((y) => [
      `<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${up(y)}" y2="${up(y)}"/>`,
      `<text class="end" x="${frame.left - 8}" y="${up(y) + 4}">${y.toLocaleString('en-US')}</text>`,
    ]),
    ...xTicks.map(
      ({ x, text }) => `<text class="middle" x="${across(x)}" y="${frame.bottom + 20}">${escapeXml(text)}</text>`,
    ),
    `<text class="middle" x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 42}">${escapeXml(xLabel)}</text>`,
    `<text class="middle" transform="translate(18 ${(frame.top + frame.bottom) / 2}) rotate(-90)">${escapeXml(yLabel)}</text>`,
    ...lines.flatMap((line, index) => lineSvg(line, index, across, up)),
    '</svg>\n',
  ].join('\n')
}

function lineSvg(
  { name, points }: ChartLine,
  index: number,
  across: (x: number) => number,
  up: (y: number) => number,
): readonly string[] {
  const dash = dashes[index % dashes.length]
  const attributes = `class="line line${index}"${dash ? ` stroke-dasharray="${dash}"` : ''}`
  const y = frame.top + 14 + index * 24
  return [
    `<polyline ${attributes} points="${points.map((point) => `${across(point.x)},${up(point.y)}`).join(' ')}"/>`,
    `<line ${attributes} x1="${frame.right + 20}" x2="${frame.right + 56}" y1="${y}" y2="${y}"/>`,
    `<text x="${frame.right + 64}" y="${y + 4}">${escapeXml(name)}</text>`,
  ]
}

function style(): string {
  const rules = ({ background, text, grid, lines }: (typeof chartColors)['light' | 'dark']) =>
    `.background{fill:${background};stroke:${grid}}text{fill:${text}}.grid{stroke:${grid}}` +
    lines.map((color, index) => `.line${index}{stroke:${color}}`).join('')
  return [
    'text{font:13px system-ui,sans-serif}.title{font-size:16px;font-weight:600}.line{fill:none;stroke-width:2.5}',
    '.end{text-anchor:end}.middle{text-anchor:middle}',
    rules(chartColors.light),
    `@media (prefers-color-scheme:dark){${rules(chartColors.dark)}}`,
  ].join('')
}

/** 1, 2 or 5 times a power of ten. */
const steps = [1, 2, 5] as const

function ticksBetween(lowest: number, highest: number): readonly number[] {
  const first = Math.floor(Math.log10(lowest))
  const decades = Array.from({ length: Math.ceil(Math.log10(highest)) - first + 1 }, (_, index) => first + index)
  return decades
    .flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(1))))
    .filter((tick) => tick >= lowest && tick <= highest)
}

function logFloor(value: number): number {
  return ticksBetween(value / 10, value).at(-1) ?? value
}

function logCeiling(value: number): number {
  return ticksBetween(value, value * 10)[0] ?? value
}

function number(value: number): number {
  return Number(value.toFixed(1))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
