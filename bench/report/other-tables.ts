import { median } from '../figures/median.ts'
import { subjectNames } from '../peers/peer-names.ts'
import { formatFigure, formatRatio } from './format-figure.ts'
import type { PageFigures, Results, SaveFigures, SlowClients } from './results.ts'
import { kilobyte } from './server-tables.ts'
import type { Table } from './table.ts'

type Cells<Row> = Readonly<Record<string, (rows: readonly Row[]) => string>>

/** The median of one figure of several rounds. */
export function over<Row>(rows: readonly Row[], of: (row: Row) => number | undefined): number | undefined {
  return median(rows.map(of))
}

/** A table with one row for each group of figures with the same text before it. Empty without figures. */
function grouped<Row>(
  table: Pick<Table, 'name' | 'title'>,
  first: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  cells: Cells<Row>,
): readonly Table[] {
  const keys = [...new Set(rows.map(keyOf))]
  if (keys.length === 0) return []
  return [
    {
      ...table,
      header: [first, ...Object.keys(cells)],
      rows: keys.map((key) => {
        const own = rows.filter((row) => keyOf(row) === key)
        return [key, ...Object.values(cells).map((cell) => cell(own))]
      }),
    },
  ]
}

/** How Paddock's processor time of a revision is shared between its processes. */
export function processTable({ scenes }: Results): readonly Table[] {
  const windows = scenes.flatMap((scene) => (scene.subject === 'Paddock' ? scene.fanOut : []))
  const counts = [...new Set(windows.map(({ clients }) => clients))]
  const names = [...new Set(windows.flatMap(({ cpuOf }) => Object.keys(cpuOf)))]
  if (windows.length === 0) return []
  const cell = (name: string, count: number) =>
    over(
      windows.filter(({ clients }) => clients === count),
      ({ cpuOf, revisions }) => (cpuOf[name] ?? 0) / revisions,
    )
  return [
    {
      name: 'processes',
      title: 'Processor time of a revision by process of Paddock, in ms',
      header: ['process', ...counts.map((count) => `${formatFigure(count)} clients`)],
      rows: names.map((name) => [name, ...counts.map((count) => formatFigure(cell(name, count)))]),
    },
  ]
}

export function slowTable({ scenes }: Results): readonly Table[] {
  const rows = subjectNames.flatMap((subject) =>
    scenes.flatMap(({ subject: own, slow }) => (own === subject && slow ? [{ subject, ...slow }] : [])),
  )
  const kilobytes = (of: (row: SlowClients) => number) => (own: readonly SlowClients[]) =>
    formatFigure((over(own, (row) => of(row) / row.paused) ?? Number.NaN) / kilobyte)
  return grouped(
    { name: 'slow', title: 'Clients that take nothing from the network' },
    'server',
    rows,
    ({ subject }) => subject,
    {
      'paused, others': ([row]) => (row ? `${row.paused}, ${row.others}` : '–'),
      'heap and buffers of a paused one, KB': kilobytes(({ heap, buffers }) => heap + buffers),
      'RSS, KB': kilobytes(({ rss }) => rss),
      'p99 of the others before, ms': (own) => formatFigure(over(own, ({ before }) => before.p99)),
      'while paused': (own) => formatFigure(over(own, ({ during }) => during.p99)),
    },
  )
}

export function churnTable({ churn }: Results): readonly Table[] {
  if (!churn) return []
  const { clients, paused, seconds, revisions, returns, first, last } = churn
  const megabytes = (bytes: number) => formatFigure(bytes / kilobyte / 1024)
  return [
    {
      name: 'churn',
      title: 'Clients that come and go',
      header: ['', 'at the start', 'at the end'],
      rows: [
        ['clients, and those that take nothing at a time', formatFigure(clients), formatFigure(paused)],
        ['minutes, and returns of a client', '0', `${formatFigure(seconds / 60)}, ${formatFigure(returns)}`],
        ['revisions', '0', formatFigure(revisions)],
        ['heap of the server after a collection, MB', megabytes(first.heap), megabytes(last.heap)],
        ['buffers, MB', megabytes(first.buffers), megabytes(last.buffers)],
        ['RSS of all processes, MB', megabytes(first.rss), megabytes(last.rss)],
      ],
    },
  ]
}

export function pageTable({ pages }: Results): readonly Table[] {
  const cpu = (of: 'paddock' | 'bare') => (row: PageFigures) => row[of].cpu / row.requests
  return grouped(
    { name: 'pages', title: 'GET /live, gzip, beside a bare node:http server that sends the same bytes' },
    'answer',
    pages,
    ({ kind, drivers }) => `${kind}, ${drivers.toLocaleString('en-US')} drivers`,
    {
      bytes: (own) => formatFigure(over(own, ({ paddock }) => paddock.bytes)),
      'ms of CPU a request': (own) => formatFigure(over(own, cpu('paddock'))),
      bare: (own) => formatFigure(over(own, cpu('bare'))),
      ratio: (own) => formatRatio(over(own, cpu('paddock')), over(own, cpu('bare'))),
      'p50, ms': (own) => formatFigure(over(own, ({ paddock }) => paddock.p50)),
      p99: (own) => formatFigure(over(own, ({ paddock }) => paddock.p99)),
      'bare p99': (own) => formatFigure(over(own, ({ bare }) => bare.p99)),
    },
  )
}

export function saveTable({ saves }: Results): readonly Table[] {
  const figure = (of: (row: SaveFigures) => number | undefined) => (own: readonly SaveFigures[]) =>
    formatFigure(over(own, of))
  return grouped(
    { name: 'saves', title: 'From a saved timing file to a browser’s store, in ms' },
    'file',
    saves,
    ({ drivers, way }) => `${drivers.toLocaleString('en-US')} drivers, ${way}`,
    {
      p50: figure(({ paddock }) => paddock.p50),
      p95: figure(({ paddock }) => paddock.p95),
      p99: figure(({ paddock }) => paddock.p99),
      'whole file p50': figure(({ peer }) => peer?.p50),
      ratio: (own) =>
        formatRatio(
          over(own, ({ paddock }) => paddock.p50),
          over(own, ({ peer }) => peer?.p50),
        ),
      'lost by it': (own) => (own[0]?.peer ? `${own.reduce((sum, { peer }) => sum + (peer?.lost ?? 0), 0)}` : '–'),
      'event loop p99': figure(({ delay }) => delay.p99),
      max: figure(({ delay }) => delay.max),
    },
  )
}
