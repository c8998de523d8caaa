import { describe, expect, test } from 'vitest'
import { type Chart, chartColors, chartSvg } from './chart.ts'

const chart: Chart = {
  title: 'Cost of "a" & <b>',
  xLabel: 'clients',
  yLabel: 'ms',
  xTicks: [0, 1000].map((x) => ({ x, text: `${x}` })),
  lines: [
    {
      name: 'one',
      points: [
        { x: 0, y: 1 },
        { x: 1000, y: 100 },
      ],
    },
    {
      name: 'two',
      points: [
        { x: 0, y: 10 },
        { x: 500, y: 10 },
        { x: 1000, y: 10 },
      ],
    },
  ],
}

function pointsOf(svg: string): number[][][] {
  return Array.from(svg.matchAll(/points="([^"]+)"/g), ([, text = '']) =>
    text.split(' ').map((pair) => pair.split(',').map(Number)),
  )
}

test('a tenfold value is as far above another wherever it is, and x is in proportion', () => {
  const [one = [], two = []] = pointsOf(chartSvg(chart))
  expect(one[0]?.[1]).toBeGreaterThan(one[1]?.[1] ?? 0)
  const middle = ((one[0]?.[1] ?? 0) + (one[1]?.[1] ?? 0)) / 2
  expect(two[0]?.[1]).toBeCloseTo(middle, 1)
  expect(two[1]?.[0]).toBeCloseTo(((one[0]?.[0] ?? 0) + (one[1]?.[0] ?? 0)) / 2, 1)
})

test('with a logarithmic x axis, tenfold numbers have equal distances', () => {
  const points = [1, 10, 100].map((x) => ({ x, y: 1 }))
  const xTicks = points.map(({ x }) => ({ x, text: `${x}` }))
  const [line = []] = pointsOf(chartSvg({ ...chart, xTicks, xLogarithmic: true, lines: [{ name: 'a', points }] }))
  const [a = 0, b = 0, c = 0] = line.map(([x = 0]) => x)
  expect(b - a).toBeCloseTo(c - b, 0)
})

test('titles and names are escaped, and every line has its name', () => {
  const svg = chartSvg(chart)
  expect(svg).toContain('Cost of &quot;a&quot; &amp; &lt;b>')
  expect(svg).toMatch(/>one<\/text>[\s\S]*>two<\/text>/)
})

describe.each(Object.entries(chartColors))('on a %s page', (_name, { background, text, lines }) => {
  test('text and lines stand out from the background of the chart', () => {
    expect(contrast(text, background)).toBeGreaterThanOrEqual(7)
    for (const line of lines) expect(contrast(line, background)).toBeGreaterThanOrEqual(4.5)
  })
})

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
