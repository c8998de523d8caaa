import type { Connecting } from '../report/results.ts'
import type { Memory } from '../subject/ask-probe.ts'
import { cpuBetween, residentMemory } from '../subject/process-tree.ts'
import type { Subject } from '../subject/subject.ts'
import { publishSteadily } from './fan-out.ts'
import type { Load } from './load.ts'
import type { Plan } from './plan.ts'
import { untilIdle } from './until-idle.ts'

/** Connects clients until there are `count`, each with the newest list, and measures what that costs the server. */
export async function measureConnecting(
  subject: Subject,
  load: Load,
  count: number,
  connected: number,
): Promise<Connecting> {
  await untilIdle(subject)
  const before = subject.tree()
  const { milliseconds, bytes } = await load.ask('connect', { count, version: subject.version() })
  // What the last ones caused belongs to it.
  await untilIdle(subject)
  return { clients: count - connected, cpu: cpuBetween(before, subject.tree()), milliseconds, bytes }
}

/** Ends all connections, publishes what the clients miss, and connects them all at once with their stale lists. */
export async function measureStorm(subject: Subject, load: Load, plan: Plan, count: number): Promise<Connecting> {
  await load.ask('drop')
  await untilIdle(subject)
  await publishSteadily(subject, { revisions: plan.missed, interval: 20, changed: plan.changed })
  return measureConnecting(subject, load, count, 0)
}

/** Bytes, of a server after a collection. */
export interface MemoryReading extends Memory {
  readonly rss: number
}

export async function readMemory(subject: Subject): Promise<MemoryReading> {
  await untilIdle(subject)
  const memory = await subject.memory()
  return { ...memory, rss: residentMemory(subject.tree()) }
}

export function memoryBetween(before: MemoryReading, after: MemoryReading): MemoryReading {
  return {
    rss: after.rss - before.rss,
    heap: after.heap - before.heap,
    buffers: after.buffers - before.buffers,
  }
}

/** Throws when any client has another list than the server. */
export async function requireRightLists(subject: Subject, load: Load): Promise<void> {
  const wrong = await load.ask('wrong', { version: subject.version(), ...subject.truth() })
  if (wrong.length > 0) throw new Error(`${subject.name}: ${wrong.slice(0, 5).join('; ')}`)
}
