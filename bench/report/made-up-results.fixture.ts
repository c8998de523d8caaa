import { subjectNames } from '../peers/peer-names.ts'
import type { Results, Scene } from './results.ts'

const latencies = { p50: 10, p95: 20, p99: 30, max: 40, count: 100 }
const delay = { p50: 1, p99: 5, max: 9 }
const requests = { cpu: 100, p50: 1, p99: 2, perSecond: 1000, bytes: 5000 }

/** Costs that grow with the place of the server: Paddock's is 2, the floor's 3. */
function sceneOf(subject: Scene['subject'], index: number, round: number): Scene {
  const window = (clients: number) => ({
    ...{ clients, revisions: 10, delay, otherWork: 0.01 },
    cpu: 10 * (8 + (clients * (index + 2)) / 1000),
    cpuOf: { 'serve.mjs': 10 * (7 + (clients * (index + 2)) / 1000), 'render-process.js': 10 },
    fromAppend: latencies,
    ...(subject === 'Paddock' && { fromSave: latencies }),
    bytes: clients * 10 * 400 * (index + 1),
  })
  const connecting = { clients: 1000, cpu: 300 * (index + 1), milliseconds: 900, bytes: 50_000_000 }
  return {
    ...{ subject, round, drivers: 1300, connect: connecting, storm: connecting },
    memory: { clients: 2000, rss: 2000 * 10_240 * (index + 1), heap: 2000 * 2048, buffers: 0 },
    fanOut: [window(500), window(2000)],
    slow: {
      paused: 50,
      others: 100,
      revisions: 10,
      rss: 0,
      heap: 51_200,
      buffers: 0,
      before: latencies,
      during: latencies,
    },
  }
}

/** The figures of a run, in which all can be computed by hand. */
export const madeUpResults: Results = {
  at: '2026-11-30T10:00:00.000Z',
  machine: { processor: 'Made up', processors: 2, memory: 2 ** 34, node: 'v20.0.0', system: 'linux' },
  options: { clients: 2000, rounds: 2, drivers: 1300, revisions: 10, interval: 500, changed: 3 },
  settings: { MAX_CONNECTIONS: '10000' },
  seconds: 600,
  scenes: [1, 2].flatMap((round) => subjectNames.map((subject, index) => sceneOf(subject, index, round))),
  pages: [{ round: 1, drivers: 1300, kind: 'page', requests: 1000, paddock: requests, bare: { ...requests, cpu: 80 } }],
  churn: {
    ...{ clients: 2000, paused: 50, seconds: 1800, revisions: 900, returns: 180_000 },
    first: { rss: 2 ** 28, heap: 2 ** 26, buffers: 2 ** 20 },
    last: { rss: 2 ** 28, heap: 2 ** 26, buffers: 2 ** 20 },
    samples: [0, 900, 1800].map((at) => ({ at, rss: { 'serve.mjs': 2 ** 27, 'page-process.js': 2 ** 27 } })),
  },
  saves: [140, 1300, 10_000].map((drivers) => ({
    ...({ round: 1, drivers, way: 'in place', delay } as const),
    paddock: { p50: 30, p95: 40, p99: 50, count: 20, lost: 0 },
    peer: { p50: 10, p95: 15, p99: 20, count: 20, lost: 1 },
  })),
}
