import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stamps } from '../load/arrivals.ts'
import type { FanOut } from '../report/results.ts'
import { monotonicNow } from '../subject/monotonic-time.ts'
import { cpuBetween, machineBusyTime, readTree } from '../subject/process-tree.ts'
import type { Published, Subject } from '../subject/subject.ts'
import type { Load } from './load.ts'
import type { Plan } from './plan.ts'
import { untilIdle } from './until-idle.ts'

type Pace = Pick<Plan, 'revisions' | 'interval' | 'changed'>

/** Publishes revisions at a steady pace to the clients that are connected, and measures what that costs. */
export async function measureFanOut(subject: Subject, load: Load, clients: number, pace: Pace): Promise<FanOut> {
  await untilIdle(subject)
  await load.ask('startWindow')
  await subject.delay()
  const before = reading(subject, load)
  const published = await publishSteadily(subject, pace)
  const after = reading(subject, load)
  const delay = await subject.delay()
  await load.ask('reach', subject.version())
  const { latencies, bytes } = await load.ask(
    'window',
    stampsOf(published, ({ appendedAt }) => appendedAt),
  )
  const fromSave = await load.ask(
    'window',
    stampsOf(published, ({ savedAt }) => savedAt),
  )
  if (!latencies || latencies.count !== clients * pace.revisions) {
    throw new Error(`${subject.name}: ${latencies?.count ?? 0} of ${clients * pace.revisions} revisions arrived.`)
  }
  const cpu = cpuBetween(before.server, after.server)
  const measured = cpu + cpuBetween(before.load, after.load) + cpuBetween(before.bench, after.bench)
  return {
    clients,
    revisions: pace.revisions,
    cpu,
    cpuOf: cpuOfEach(before.server, after.server),
    fromAppend: latencies,
    ...(fromSave.latencies && { fromSave: fromSave.latencies }),
    bytes,
    delay,
    otherWork: Math.max(0, (after.busy - before.busy - measured) / ((after.at - before.at) * availableParallelism())),
  }
}

/** Publishes so many revisions, one each interval; resolves an interval after the last one. */
export async function publishSteadily(
  subject: Subject,
  { revisions, interval, changed }: Pace,
): Promise<readonly Published[]> {
  const published: Published[] = []
  const began = monotonicNow()
  const untilDue = (count: number) => sleep(Math.max(0, began + count * interval - monotonicNow()))
  for (let count = 0; count < revisions; count += 1) {
    await untilDue(count)
    published.push(await subject.publish(changed))
  }
  await untilDue(revisions)
  return published
}

export function stampsOf(published: readonly Published[], at: (one: Published) => number | undefined): Stamps {
  return published.flatMap((one): [number, number][] => {
    const time = at(one)
    return time === undefined ? [] : [[one.version, time]]
  })
}

function reading(subject: Subject, load: Load) {
  const [server, generator] = [subject.tree(), load.tree()]
  const bench = readTree(process.pid).filter(({ pid }) => pid === process.pid)
  return { server, load: generator, bench, busy: machineBusyTime(), at: monotonicNow() }
}

function cpuOfEach(before: ReturnType<Subject['tree']>, after: ReturnType<Subject['tree']>): Record<string, number> {
  return Object.fromEntries(
    after.map((process) => {
      const old = before.filter(({ pid }) => pid === process.pid)
      return [process.name, cpuBetween(old, [process])]
    }),
  )
}
