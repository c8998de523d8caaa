import { lineThrough } from '../figures/line.ts'
import { median } from '../figures/median.ts'
import { type SubjectName, subjectNames } from '../peers/peer-names.ts'
import type { Connecting, FanOut, Results, Scene } from './results.ts'

/** Percentiles in ms. */
interface Percentiles {
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
}

/** The event loop of a server while revisions are published, in ms. */
interface Delay {
  readonly p50: number | undefined
  readonly p99: number | undefined
  readonly max: number | undefined
}

/** The figures of one server: medians of its rounds. Undefined: not measured. */
export interface SubjectSummary {
  readonly subject: SubjectName
  /** The numbers of clients of the two windows. */
  readonly few: number | undefined
  readonly many: number | undefined
  /** Processor time of a revision in ms: what it costs without clients, and with each number of them. */
  readonly fixed: number | undefined
  readonly cpuAtFew: number | undefined
  readonly cpuAtMany: number | undefined
  /** Processor time of a revision for each further client, in microseconds. */
  readonly slope: number | undefined
  /** Processor time of a revision with many clients, for each of them, in microseconds. */
  readonly cpuPerUpdate: number | undefined
  /** For each client and revision. */
  readonly bytesPerUpdate: number | undefined
  readonly fromAppend: Percentiles
  readonly fromSave: Percentiles
  readonly delayAtFew: Delay
  readonly delayAtMany: Delay
  /** Bytes for each client. */
  readonly rssPerClient: number | undefined
  readonly heapPerClient: number | undefined
  readonly connect: PerClient
  readonly storm: PerClient
}

/** What it costs to bring a client up to date. */
interface PerClient {
  /** Microseconds of processor time, and bytes on the wire, for each client. */
  readonly cpu: number | undefined
  readonly bytes: number | undefined
  /** Until all have the list, in ms. */
  readonly milliseconds: number | undefined
}

/** One summary for each server that was measured, in the order of the tables. */
export function summarize({ scenes }: Pick<Results, 'scenes'>): readonly SubjectSummary[] {
  return subjectNames.flatMap((subject) => {
    const own = scenes.filter((scene) => scene.subject === subject)
    return own.length === 0 ? [] : [summaryOf(subject, own)]
  })
}

function summaryOf(subject: SubjectName, scenes: readonly Scene[]): SubjectSummary {
  const over = (of: (scene: Scene) => number | undefined) => median(scenes.map(of))
  const windowOf = (index: 0 | -1, of: (window: FanOut) => number | undefined) =>
    over(({ fanOut }) => {
      const window = fanOut.at(index)
      return window && of(window)
    })
  const percentiles = (of: 'fromAppend' | 'fromSave') => ({
    p50: windowOf(-1, (window) => window[of]?.p50),
    p95: windowOf(-1, (window) => window[of]?.p95),
    p99: windowOf(-1, (window) => window[of]?.p99),
  })
  const delay = (index: 0 | -1) => ({
    p50: windowOf(index, (window) => window.delay.p50),
    p99: windowOf(index, (window) => window.delay.p99),
    max: windowOf(index, (window) => window.delay.max),
  })
  const perClient = (of: 'connect' | 'storm') => {
    const each = (value: (connecting: Connecting) => number) => over((scene) => scene[of] && value(scene[of]))
    return {
      cpu: each(({ cpu, clients }) => (1000 * cpu) / clients),
      bytes: each(({ bytes, clients }) => bytes / clients),
      milliseconds: each(({ milliseconds }) => milliseconds),
    }
  }
  return {
    subject,
    few: windowOf(0, ({ clients }) => clients),
    many: windowOf(-1, ({ clients }) => clients),
    fixed: over(fixedCost),
    cpuAtFew: windowOf(0, cpuOfRevision),
    cpuAtMany: windowOf(-1, cpuOfRevision),
    slope: over((scene) => 1000 * (slopeOf(scene) ?? Number.NaN)),
    cpuPerUpdate: windowOf(-1, (window) => (1000 * cpuOfRevision(window)) / window.clients),
    bytesPerUpdate: windowOf(-1, ({ bytes, clients, revisions }) => bytes / clients / revisions),
    fromAppend: percentiles('fromAppend'),
    fromSave: percentiles('fromSave'),
    delayAtFew: delay(0),
    delayAtMany: delay(-1),
    rssPerClient: over(({ memory }) => memory && memory.rss / memory.clients),
    heapPerClient: over(({ memory }) => memory && memory.heap / memory.clients),
    connect: perClient('connect'),
    storm: perClient('storm'),
  }
}

/** Milliseconds. */
function cpuOfRevision({ cpu, revisions }: FanOut): number {
  return cpu / revisions
}

/** The process of Paddock that has the sockets; peers have one process. */
const socketProcess = 'serve.mjs'

/**
 * The processor time of a revision for each further client, in ms: of the process with the sockets alone, since the
 * others do not know of clients and would only add their noise.
 */
function slopeOf({ fanOut }: Scene): number | undefined {
  const points = fanOut.map(({ clients, revisions, cpu, cpuOf }) => {
    return { x: clients, y: (cpuOf[socketProcess] ?? cpu) / revisions }
  })
  return lineThrough(points)?.slope
}

/** What is left of the processor time of a revision without that of its clients, in ms. */
function fixedCost(scene: Scene): number | undefined {
  const slope = slopeOf(scene)
  if (slope === undefined) return undefined
  const rests = scene.fanOut.map((window) => cpuOfRevision(window) - slope * window.clients)
  return rests.reduce((sum, rest) => sum + rest, 0) / rests.length
}
