import type uPlot from 'uplot'
import type { ChartColours } from './chart-colours.ts'
import type { ChartLine } from './chart-line.ts'

const size = 12
const lineHeight = 14
const gap = 6

/** The width of the labels beside the lines, in CSS pixels; at most a third of the chart. */
export function labelWidth(lines: readonly ChartLine[], colours: ChartColours, width: number): number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return 0
  context.font = fontOf(colours, 1)
  const widest = labelled(lines).reduce((most, { name }) => Math.max(most, context.measureText(name).width), 0)
  return widest === 0 ? 16 : Math.min(widest + gap + 4, width / 3)
}

/** Draws the name of each line at its end; names do not overlap. */
export function drawLabels(plot: uPlot, lines: readonly ChartLine[], colours: ChartColours): void {
  const { ctx, bbox } = plot
  const ratio = window.devicePixelRatio
  const ends = labelled(lines)
    .flatMap((line) => {
      const value = line.values.findLast((one) => one !== undefined)
      return value === undefined ? [] : [{ line, y: plot.valToPos(value, 'y', true) }]
    })
    .sort((a, b) => a.y - b.y)
  ctx.save()
  ctx.font = fontOf(colours, ratio)
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  const left = bbox.left + bbox.width + gap * ratio
  const room = ctx.canvas.width - left - 2 * ratio
  for (const [index, y] of spread(
    ends.map(({ y }) => y),
    lineHeight * ratio,
    bbox.top + bbox.height,
  ).entries()) {
    const line = ends[index]?.line
    if (!line) continue
    ctx.fillStyle = colours.ofLine(line)
    ctx.fillText(shortened(ctx, line.name, room), left, y)
  }
  ctx.restore()
}

/** Moves sorted heights apart until neighbours are `distance` apart and none is below `last`. */
function spread(heights: readonly number[], distance: number, last: number): readonly number[] {
  const down: number[] = []
  for (const height of heights) down.push(Math.max(height, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + distance))
  const up: number[] = []
  for (const height of down.toReversed()) up.push(Math.min(height, (up.at(-1) ?? last + distance) - distance))
  return up.toReversed()
}

function labelled(lines: readonly ChartLine[]): readonly ChartLine[] {
  return lines.filter(({ name, weight }) => name !== '' && weight !== 'faint')
}

function fontOf({ font, weight }: ChartColours, ratio: number): string {
  return `${weight} ${size * ratio}px ${font}`
}

function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text
  let end = text.length
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > room) end -= 1
  return `${text.slice(0, end).trimEnd()}…`
}
