/**
 * Loaded into a measured server with `node --import`: it answers on the local socket PADDOCK_BENCH_PROBE what cannot be
 * read from outside. `memory`: heap and buffers after two collections, in bytes. `delay`: that of the event loop since
 * it was asked last, in ms.
 */
import { createServer } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds between two samples; the histogram counts them as well. */
const resolution = 5

const path = process.env.PADDOCK_BENCH_PROBE
// `npm start` passes its options on to the server that it starts; that one is measured.
if (path && !process.argv[1]?.endsWith('start.mjs')) {
  delete process.env.PADDOCK_BENCH_PROBE
  // Exposed here, since an option of the command line would reach what this process starts.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()

  const milliseconds = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution)
  /** @type {Readonly<Record<string, () => unknown>>} */
  const answers = {
    memory() {
      collect()
      collect()
      const { heapUsed, external } = process.memoryUsage()
      return { heap: heapUsed, buffers: external }
    },
    delay() {
      const { max } = delay
      const answer = {
        p50: milliseconds(delay.percentile(50)),
        p99: milliseconds(delay.percentile(99)),
        max: milliseconds(max),
      }
      delay.reset()
      return answer
    },
  }

  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.setEncoding('utf8').on('data', (/** @type {unknown} */ name) => {
      socket.end(JSON.stringify(answers[String(name).trim()]?.() ?? null))
    })
  })
  server.listen(path)
  server.unref()
}
