import { type Chart, chartSvg } from './chart.ts'
import { over } from './other-tables.ts'
import type { Churn, Results, SaveFigures } from './results.ts'
import { type SubjectSummary, summarize } from './summary.ts'

/** Every chart for which the run has figures, by the name of its file. */
export function allCharts(results: Results): ReadonlyMap<string, string> {
  const summaries = summarize(results).filter(({ many }) => many !== undefined)
  const charts: (readonly [string, Chart])[] = []
  if (summaries.length > 0) {
    charts.push(['revisions.svg', revisionChart(summaries)], ['latency.svg', latencyChart(summaries)])
  }
  if (results.saves.length > 0) charts.push(['saves.svg', saveChart(results)])
  if (results.churn) charts.push(['churn.svg', churnChart(results.churn)])
  return new Map(charts.map(([name, chart]) => [name, chartSvg(chart)]))
}

/** Between the points that were measured, and down to no clients, a cost is a straight line: here it bends. */
const samples = 24

function revisionChart(summaries: readonly SubjectSummary[]): Chart {
  const most = Math.max(...summaries.map(({ many = 0 }) => many))
  return {
    title: 'Processor time of one revision',
    xLabel: 'clients',
    yLabel: 'ms, all processes of the server',
    xTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => tick(Math.round(share * most))),
    lines: summaries.map(({ subject, fixed = 0, slope = 0, many = 0 }) => ({
      name: subject,
      points: Array.from({ length: samples + 1 }, (_, index) => {
        const x = (index / samples) * many
        return { x, y: Math.max(0, fixed) + (slope * x) / 1000 }
      }).filter(({ y }) => y > 0.1),
    })),
  }
}

function latencyChart(summaries: readonly SubjectSummary[]): Chart {
  return {
    title: 'Latency of an update, from the list to the clients',
    xLabel: 'percentile of clients and revisions',
    yLabel: 'ms',
    xTicks: ['p50', 'p95', 'p99'].map((text, x) => ({ x, text })),
    lines: summaries.map(({ subject, fromAppend: { p50, p95, p99 } }) => ({
      name: subject,
      points: [p50, p95, p99].flatMap((y, x) => (y === undefined ? [] : [{ x, y }])),
    })),
  }
}

function saveChart({ saves }: Results): Chart {
  const sizes = [...new Set(saves.map(({ drivers }) => drivers))].toSorted((a, b) => a - b)
  const line = (name: string, of: (row: SaveFigures) => number | undefined) => ({
    name,
    points: sizes.flatMap((x) => {
      const rows = saves.filter(({ drivers, way }) => drivers === x && way === 'in place')
      const y = over(rows, of)
      return y === undefined ? [] : [{ x, y }]
    }),
  })
  return {
    title: 'From a saved timing file to a browser’s store',
    xLabel: 'drivers',
    yLabel: 'ms',
    xTicks: sizes.map(tick),
    xLogarithmic: true,
    lines: [
      line('Paddock p50', ({ paddock }) => paddock.p50),
      line('Paddock p99', ({ paddock }) => paddock.p99),
      line('the whole file, unread', ({ peer }) => peer?.p50),
    ],
  }
}

function churnChart({ samples, seconds }: Churn): Chart {
  const names = [...new Set(samples.flatMap(({ rss }) => Object.keys(rss)))]
  const minutes = seconds / 60
  return {
    title: 'Memory while clients come and go',
    xLabel: 'minutes',
    yLabel: 'MB (RSS)',
    xTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => tick(Number((share * minutes).toFixed(1)))),
    lines: names.map((name) => ({
      name,
      points: samples.flatMap(({ at, rss }) => {
        const bytes = rss[name]
        return bytes ? [{ x: at / 60, y: bytes / 1024 / 1024 }] : []
      }),
    })),
  }
}

function tick(x: number): { readonly x: number; readonly text: string } {
  return { x, text: x.toLocaleString('en-US') }
}
