import { io } from 'socket.io-client'
import type { AllDrivers, UpdateDrivers } from '../../lib/sync/protocol.ts'
import type { BenchmarkEvent } from '../event/benchmark-event.ts'
import type { BenchmarkFolder } from '../event/benchmark-folder.ts'
import type { PaddockProcess } from './launch-paddock.ts'
import { monotonicNow, toMonotonic } from './monotonic-time.ts'
import type { Published, Subject } from './subject.ts'

/** A save that was not published after so many milliseconds is an error. */
const publishLimit = 20_000

/** Paddock as a subject, once it listens. Each revision is one save of its file. */
export async function followPaddock(
  { listening, probe, tree }: PaddockProcess,
  files: BenchmarkFolder,
  event: BenchmarkEvent,
): Promise<Subject> {
  const port = await listening
  const listener = await listen(port)
  return {
    name: 'Paddock',
    port,
    version: listener.version,
    truth: event.truth,
    async publish(changed) {
      event.next(changed)
      const text = JSON.stringify(event.drivers())
      const published = listener.next()
      const savedAt = monotonicNow()
      files.save(text)
      return { savedAt, ...(await published) }
    },
    tree,
    memory: probe.memory,
    delay: probe.delay,
    stop: listener.stop,
  }
}

interface Listener {
  version(): number
  /** The next revision; rejects when there is none for long. */
  next(): Promise<Omit<Published, 'savedAt'>>
  stop(): void
}

/** A client that hears when a save was published, and as which version. */
async function listen(port: number): Promise<Listener> {
  const socket = io(`http://127.0.0.1:${port}/live`, { transports: ['websocket'] })
  let version = 0
  let settle: ((update: UpdateDrivers['data']) => void) | undefined
  socket.on('update_drivers', ({ data }: UpdateDrivers) => {
    version = data.version
    settle?.(data)
  })
  await new Promise<void>((resolve) => {
    socket.on('all_drivers', ({ data }: AllDrivers) => {
      version = data.version
      resolve()
    })
    socket.on('connect', () => {
      socket.emit('version_check', { source: 'browser', action: 'version_check', data: { version: 0 } })
    })
  })
  return {
    version: () => version,
    next: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('Paddock did not publish a save.')), publishLimit)
        settle = (data) => {
          clearTimeout(timer)
          resolve({ version: data.version, appendedAt: toMonotonic(data.at ?? 0) })
        }
      }),
    stop: () => void socket.disconnect(),
  }
}
