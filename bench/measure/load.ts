import { fileURLToPath } from 'node:url'
import type { LoadOrders } from '../load/load-process.ts'
import { endChild, startChild } from '../subject/child-node.ts'
import { type Ask, askChild } from '../subject/order-channel.ts'
import { readTree, type TreeProcess } from '../subject/process-tree.ts'

/** The process with the clients. */
export interface Load {
  readonly ask: Ask<LoadOrders>
  tree(): readonly TreeProcess[]
  stop(): Promise<void>
}

const script = fileURLToPath(new URL('../load/load-process.ts', import.meta.url))

export function startLoad(processors: string | undefined): Load {
  // Thousands of clients make much short-lived garbage; fewer collections delay fewer arrivals.
  const child = startChild({ script, processors, nodeOptions: ['--max-semi-space-size=64'] })
  return {
    ask: askChild<LoadOrders>(child, 'the load'),
    tree: () => readTree(child.pid ?? 0),
    stop: () => endChild(child),
  }
}
