import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startServerProcess } from '../../testing/server/server-process.ts'
import { createProbe, type Probe } from './ask-probe.ts'
import { nodeOn } from './pinned.ts'
import { readTree, type TreeProcess } from './process-tree.ts'

export interface PaddockProcess {
  /** Resolves with the port. */
  readonly listening: Promise<number>
  readonly probe: Probe
  tree(): readonly TreeProcess[]
  stop(): Promise<void>
}

interface Launch {
  readonly dataFolder: string
  /** For its log and the probe. */
  readonly folder: string
  /** How many there will be at most. */
  readonly clients: number
  /** On which processors; undefined: anywhere. */
  readonly processors: string | undefined
}

/** How long the server may take to stop, before it is killed. Milliseconds. */
const stopLimit = 10_000

/**
 * The settings that differ from the defaults, and why: all clients come from one address, which the limits take for one
 * audience behind one access point. They stand in the report.
 */
export function paddockSettings(clients: number): Readonly<Record<string, string>> {
  // A tenth of the places are kept for pages.
  const places = `${Math.max(10_000, Math.ceil(clients * 1.3))}`
  return { MAX_CONNECTIONS: places, MAX_CONNECTIONS_PER_ADDRESS: places, ADDRESS_MB_PER_SECOND: '100000' }
}

/** Starts Paddock as `npm start` runs it, with the durable log, on a data folder. */
export function launchPaddock({ dataFolder, folder, clients, processors }: Launch): PaddockProcess {
  const probe = createProbe(join(folder, 'probe'))
  const state = join(folder, 'state')
  mkdirSync(state, { recursive: true })
  const environment = {
    DATA_DIR: dataFolder,
    STATE_DIR: state,
    ADMIN_PASSWORD: 'benchmark',
    ...paddockSettings(clients),
    ...probe.environment,
  }
  const server = startServerProcess(environment, [], 'start', [...nodeOn(processors), ...probe.nodeOptions])
  const tree = () => readTree(server.pid ?? 0)
  return {
    listening: server.listening,
    probe,
    tree,
    async stop() {
      server.signal('SIGTERM')
      const timer = setTimeout(() => killAll(tree()), stopLimit)
      await server.ended
      clearTimeout(timer)
    },
  }
}

function killAll(tree: readonly TreeProcess[]): void {
  for (const { pid } of tree) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}
