import { floor } from '../peers/peer-names.ts'
import { formatFigure, formatRatio } from './format-figure.ts'
import type { SubjectSummary } from './summary.ts'
import type { Table } from './table.ts'

/** Bytes of a KB, in all tables. */
export const kilobyte = 1024

/** The tables that have one row for each server. Ratios are to the floor of the same run. */
export function serverTables(summaries: readonly SubjectSummary[]): readonly Table[] {
  if (summaries.length === 0) return []
  const floorSummary = summaries.find(({ subject }) => subject === floor)
  const plain = summaries.find(({ subject }) => subject === 'socket.io')
  const table = (
    name: string,
    title: string,
    columns: readonly (readonly [header: string, cell: (one: SubjectSummary) => string])[],
  ): Table => ({
    name,
    title,
    header: ['server', ...columns.map(([header]) => header)],
    rows: summaries.map((one) => [one.subject, ...columns.map(([, cell]) => cell(one))]),
  })
  const ratio = (of: (one: SubjectSummary) => number | undefined) => (one: SubjectSummary) =>
    formatRatio(of(one), floorSummary && of(floorSummary))
  const figure = (of: (one: SubjectSummary) => number | undefined) => (one: SubjectSummary) => formatFigure(of(one))
  const kilobytes = (of: (one: SubjectSummary) => number | undefined) => (one: SubjectSummary) =>
    formatFigure((of(one) ?? Number.NaN) / kilobyte)

  return [
    table('revisions', 'Processor time of a revision, all processes of the server together', [
      ['clients', ({ few, many }) => `${formatFigure(few)}, ${formatFigure(many)}`],
      ['fixed, ms', figure(({ fixed }) => fixed)],
      ['each client, us', figure(({ slope }) => slope)],
      ['x floor', ratio(({ slope }) => slope)],
      ['each update, us', figure(({ cpuPerUpdate }) => cpuPerUpdate)],
      ['x floor', ratio(({ cpuPerUpdate }) => cpuPerUpdate)],
      ['bytes an update', figure(({ bytesPerUpdate }) => bytesPerUpdate)],
      ['x socket.io', (one) => formatRatio(one.bytesPerUpdate, plain?.bytesPerUpdate)],
    ]),
    table('latency', 'Latency of an update at the most clients, in ms', [
      ['p50', figure(({ fromAppend }) => fromAppend.p50)],
      ['p95', figure(({ fromAppend }) => fromAppend.p95)],
      ['p99', figure(({ fromAppend }) => fromAppend.p99)],
      ['p99 x floor', ratio(({ fromAppend }) => fromAppend.p99)],
      ['from save p50', figure(({ fromSave }) => fromSave.p50)],
      ['p95', figure(({ fromSave }) => fromSave.p95)],
      ['p99', figure(({ fromSave }) => fromSave.p99)],
    ]),
    table('clients', 'One client: memory, and what it costs to bring it up to date', [
      ['RSS, KB', kilobytes(({ rssPerClient }) => rssPerClient)],
      ['x floor', ratio(({ rssPerClient }) => rssPerClient)],
      ['heap, KB', kilobytes(({ heapPerClient }) => heapPerClient)],
      ['connect, us', figure(({ connect }) => connect.cpu)],
      ['x floor', ratio(({ connect }) => connect.cpu)],
      ['KB', kilobytes(({ connect }) => connect.bytes)],
      ['storm, us', figure(({ storm }) => storm.cpu)],
      ['x floor', ratio(({ storm }) => storm.cpu)],
      ['KB', kilobytes(({ storm }) => storm.bytes)],
      ['all back, ms', figure(({ storm }) => storm.milliseconds)],
    ]),
    table('event-loop', 'Delay of the event loop while revisions are published, in ms', [
      ['few clients p50', figure(({ delayAtFew }) => delayAtFew.p50)],
      ['p99', figure(({ delayAtFew }) => delayAtFew.p99)],
      ['max', figure(({ delayAtFew }) => delayAtFew.max)],
      ['many clients p50', figure(({ delayAtMany }) => delayAtMany.p50)],
      ['p99', figure(({ delayAtMany }) => delayAtMany.p99)],
      ['max', figure(({ delayAtMany }) => delayAtMany.max)],
      ['p99 x floor', ratio(({ delayAtMany }) => delayAtMany.p99)],
    ]),
  ]
}
