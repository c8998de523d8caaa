import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBenchmarkEvent } from '../event/benchmark-event.ts'
import type { PeerName } from '../peers/peer-names.ts'
import type { PeerOrders } from '../peers/peer-process.ts'
import { createProbe } from './ask-probe.ts'
import { endChild, startChild } from './child-node.ts'
import { type Ask, askChild } from './order-channel.ts'
import { readTree, type TreeProcess } from './process-tree.ts'
import type { Subject } from './subject.ts'

const script = fileURLToPath(new URL('../peers/peer-process.ts', import.meta.url))

interface PeerProcess {
  readonly ask: Ask<PeerOrders>
  readonly probe: ReturnType<typeof createProbe>
  tree(): readonly TreeProcess[]
  stop(): Promise<void>
}

/** A process that is to become a peer. `folder` is where its probe listens. */
export function startPeerProcess(name: string, folder: string, processors: string | undefined): PeerProcess {
  const probe = createProbe(join(folder, 'probe'))
  const child = startChild({ script, processors, nodeOptions: probe.nodeOptions, environment: probe.environment })
  return {
    ask: askChild<PeerOrders>(child, name),
    probe,
    tree: () => readTree(child.pid ?? 0),
    stop: () => endChild(child),
  }
}

/** A peer with a list of `size` drivers. The bench makes the same changes to the same list, and so knows the truth. */
export async function startPeerSubject(
  name: PeerName,
  size: number,
  folder: string,
  processors: string | undefined,
): Promise<Subject> {
  const { ask, probe, tree, stop } = startPeerProcess(name, folder, processors)
  const event = createBenchmarkEvent(size)
  const port = await ask('serve', { name, size })
  return {
    name,
    port,
    version: event.revision,
    truth: event.truth,
    async publish(changed) {
      event.next(changed)
      const { version, at } = await ask('publish', { changed })
      return { version, savedAt: undefined, appendedAt: at }
    },
    tree,
    memory: probe.memory,
    delay: probe.delay,
    stop,
  }
}
