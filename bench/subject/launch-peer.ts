import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchmarkEvent } from '../event/benchmark-event.ts'
import type { PeerName } from '../peers/peer-names.ts'
import type { PeerOrders } from '../peers/peer-process.ts'
import { createProbe, type Probe } from './ask-probe.ts'
import { endChild, startChild } from './child-node.ts'
import { type Ask, askChild } from './order-channel.ts'
import { readTree, type TreeProcess } from './process-tree.ts'
import type { Subject } from './subject.ts'

const script = fileURLToPath(new URL('../peers/peer-process.ts', import.meta.url))

export interface PeerProcess {
  readonly ask: Ask<PeerOrders>
  readonly probe: Probe
  tree(): readonly TreeProcess[]
  stop(): Promise<void>
}

/** Starts a process that is to become a peer. `folder` is where its probe listens; `what` names it in errors. */
export function launchPeer(what: string, folder: string, processors: string | undefined): PeerProcess {
  const probe = createProbe(join(folder, 'probe'))
  const child = startChild({ script, processors, nodeOptions: probe.nodeOptions, environment: probe.environment })
  return {
    ask: askChild<PeerOrders>(child, what),
    probe,
    tree: () => readTree(child.pid ?? 0),
    stop: () => endChild(child),
  }
}

/** The peer as a subject, with a list of `size` drivers. The bench makes the same changes, and so knows the truth. */
export async function followPeer(
  { ask, probe, tree }: PeerProcess,
  name: PeerName,
  event: BenchmarkEvent,
): Promise<Subject> {
  const port = await ask('serve', { name, size: event.drivers().length })
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
    stop() {},
  }
}
