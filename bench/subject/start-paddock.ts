import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startServerProcess } from '../../testing/server/server-process.ts'
import { createProbe } from './ask-probe.ts'
import { nodeOn } from './pinned.ts'
import { readTree, type TreeProcess } from './process-tree.ts'

export interface PaddockProcess {
  readonly port: number
  readonly probe: ReturnType<typeof createProbe>
  tree(): readonly TreeProcess[]
  stop(): Promise<void>
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

/** Paddock as `npm start` runs it, with the durable log, on a data folder. `folder` is for its log and the probe. */
export async function startPaddockProcess(
  dataFolder: string,
  folder: string,
  clients: number,
  processors: string | undefined,
): Promise<PaddockProcess> {
  const probe = createProbe(join(folder, 'probe'))
  mkdirSync(join(folder, 'state'), { recursive: true })
  const environment = {
    DATA_DIR: dataFolder,
    STATE_DIR: join(folder, 'state'),
    ADMIN_PASSWORD: 'benchmark',
    ...paddockSettings(clients),
    ...probe.environment,
  }
  const server = startServerProcess(environment, [], 'start', [...nodeOn(processors), ...probe.nodeOptions])
  return {
    port: await server.listening,
    probe,
    tree: () => readTree(server.pid ?? 0),
    async stop() {
      server.signal('SIGTERM')
      const timer = setTimeout(() => server.signal('SIGKILL'), stopLimit)
      await server.ended
      clearTimeout(timer)
    },
  }
}
