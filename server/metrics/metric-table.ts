import { warningCount } from '../../lib/server-api/condition.ts'
import type { SourceFeed } from '../../lib/server-api/pipeline-state.ts'
import type { Durations, Readings } from './readings.ts'

/** A value, or one for each value of a label. Undefined when nothing is known. */
type Reading = number | undefined | Readonly<Record<string, number>>

/** A metric that is read at each scrape. Only a counter has a name that ends in `_total`. */
export interface ReadMetric {
  readonly name: string
  readonly help: string
  readonly label?: string
  readonly read: (readings: Readings) => Reading
}

const live: readonly ReadMetric[] = [
  {
    name: 'paddock_clients',
    help: 'Clients of the live list now, by transport.',
    label: 'transport',
    read: ({ live }) => live.clients,
  },
  {
    name: 'paddock_connections',
    help: 'Open connections now, of pages and of sockets.',
    read: ({ connections }) => connections,
  },
  {
    name: 'paddock_full',
    help: '1 while there is no place for more clients, else 0.',
    read: ({ state }) => (state.full_since === undefined ? 0 : 1),
  },
  {
    name: 'paddock_refusals_total',
    help: 'Refused connections and requests, by reason.',
    label: 'reason',
    read: ({ state }) => state.refusals,
  },
  {
    name: 'paddock_slow_clients',
    help: 'Clients now that do not take what is sent to them.',
    read: ({ live }) => live.slow,
  },
  {
    name: 'paddock_versions_behind',
    help: 'Versions that the slowest client is behind now.',
    read: ({ live }) => live.versionsBehind,
  },
  {
    name: 'paddock_conflations_total',
    help: 'Answers to slow clients that stood for all that they had missed.',
    read: ({ live }) => live.conflations,
  },
  {
    name: 'paddock_answers_total',
    help: 'Messages to single clients: whole lists and catch-ups.',
    label: 'kind',
    read: ({ live }) => ({ list: live.lists, catch_up: live.catchUps }),
  },
  {
    name: 'paddock_revisions_total',
    help: 'Revisions that were sent to all clients.',
    read: ({ live }) => live.revisions,
  },
  {
    name: 'paddock_revision_deflates_total',
    help: 'Compressions of these revisions: at most one for each.',
    read: ({ live }) => live.revisionDeflates,
  },
  {
    name: 'paddock_deflates_total',
    help: 'Compressions of all messages.',
    read: ({ live }) => live.deflates,
  },
  {
    name: 'paddock_divergences_total',
    help: 'Lists of clients that differed from the list of the server. Must stay 0.',
    read: ({ state }) => state.divergences,
  },
]

const publisher: readonly ReadMetric[] = [
  { name: 'paddock_version', help: 'The newest version of the list.', read: ({ state }) => state.version },
  { name: 'paddock_entries', help: 'Drivers that are published.', read: ({ state }) => state.entries },
  { name: 'paddock_problems', help: 'Problems that show in /admin now.', read: ({ state }) => state.problems.length },
  {
    name: 'paddock_warnings',
    help: 'Warnings that show in /admin now.',
    read: ({ state }) => warningCount({ problems: [], warnings: state.warnings }),
  },
  {
    name: 'paddock_held',
    help: '1 while the loss guard holds a list, else 0.',
    read: ({ state }) => (state.held ? 1 : 0),
  },
  {
    name: 'paddock_sources',
    help: 'Connections to timing systems that event.yaml names, by state.',
    label: 'state',
    read: ({ state }) => countByState(state.sources ?? []),
  },
  {
    name: 'paddock_stalled_seconds',
    help: 'How long the publisher has been stalled; 0 when it is not.',
    read: ({ state }) => secondsSince(state.now, state.stalled_since) ?? 0,
  },
  {
    name: 'paddock_last_pass_age_seconds',
    help: 'Time since the last pass.',
    read: ({ state }) => secondsSince(state.now, state.last_pass?.at),
  },
  {
    name: 'paddock_timing_file_age_seconds',
    help: 'Time since the newest timing file was saved.',
    read: ({ state }) => secondsSince(state.now, state.source_at),
  },
]

const pages: readonly ReadMetric[] = [
  {
    name: 'paddock_page_answers_total',
    help: 'Answered requests for pages, by the way in which they were answered.',
    label: 'way',
    read: ({ pages }) => pages?.answers,
  },
  { name: 'paddock_pages_waiting', help: 'Requests that wait for a page now.', read: ({ pages }) => pages?.waiting },
  {
    name: 'paddock_page_process_starts_total',
    help: 'Starts of the process of the pages.',
    read: ({ pages }) => pages?.starts,
  },
  {
    name: 'paddock_page_process_memory_bytes',
    help: 'Resident memory of the process of the pages.',
    read: ({ pages }) => pages?.usage?.memory,
  },
  {
    name: 'paddock_page_process_cpu_seconds_total',
    help: 'CPU time of the process of the pages.',
    read: ({ pages }) => pages?.usage?.cpu,
  },
]

const push: readonly ReadMetric[] = [
  {
    name: 'paddock_push_subscriptions',
    help: 'Browsers that asked for notifications.',
    read: ({ push }) => push?.subscriptions,
  },
  {
    name: 'paddock_notifications_waiting',
    help: 'Notifications that wait or are under way.',
    read: ({ push }) => push?.queued,
  },
  {
    name: 'paddock_notifications_total',
    help: 'Notifications, by what became of them.',
    label: 'outcome',
    read: ({ push }) => push?.outcomes,
  },
]

export const readMetrics: readonly ReadMetric[] = [...live, ...publisher, ...pages, ...push]

/** A histogram of durations; `bounds` are seconds. */
interface DurationMetric {
  readonly name: string
  readonly help: string
  readonly bounds: readonly number[]
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export const durationMetrics: Readonly<Record<keyof Durations, DurationMetric>> = {
  pass: { name: 'paddock_pass_seconds', help: 'Duration of a pass, from reading to the log.', bounds },
  template: { name: 'paddock_template_seconds', help: 'Reading and rendering in a pass.', bounds },
  save_to_send: {
    name: 'paddock_save_to_send_seconds',
    help: 'From a saved timing file to the revision that was sent, by the clocks of both machines.',
    bounds: [...bounds, 10, 30, 60],
  },
  page_render: { name: 'paddock_page_render_seconds', help: 'Rendering of a page.', bounds: [...bounds, 10, 20] },
}

function countByState(sources: readonly SourceFeed[]): Readonly<Record<string, number>> {
  const states: readonly SourceFeed['state'][] = ['waiting', 'heard', 'silent', 'lost']
  return Object.fromEntries(states.map((state) => [state, sources.filter((one) => one.state === state).length]))
}

function secondsSince(now: number, then: number | undefined): number | undefined {
  return then === undefined ? undefined : Math.max(0, now - then) / 1000
}
