import { createConnection } from 'node:net'
import { fileURLToPath } from 'node:url'

/** Bytes, after a collection. Buffers are outside of the heap. */
export interface Memory {
  readonly heap: number
  readonly buffers: number
}

/** Delays of an event loop, in ms. */
export interface LoopDelay {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface Probe {
  /** What a measured process must be started with. */
  readonly nodeOptions: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  memory(): Promise<Memory>
  /** Since it was asked last. */
  delay(): Promise<LoopDelay>
}

const script = fileURLToPath(new URL('probe.mjs', import.meta.url))

/** The probe of a process that is yet to be started; `socketPath` is where it is to listen. */
export function createProbe(socketPath: string): Probe {
  return {
    nodeOptions: ['--import', script],
    environment: { PADDOCK_BENCH_PROBE: socketPath },
    memory: () => ask(socketPath, 'memory') as Promise<Memory>,
    delay: () => ask(socketPath, 'delay') as Promise<LoopDelay>,
  }
}

function ask(socketPath: string, question: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = createConnection(socketPath, () => socket.write(`${question}\n`))
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.on('error', reject)
    socket.on('end', () => resolve(JSON.parse(text)))
  })
}
