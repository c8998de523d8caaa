import type { SubjectName } from '../peers/peer-names.ts'
import type { SlowClients } from '../report/results.ts'
import type { Subject } from '../subject/subject.ts'
import { memoryBetween, readMemory, requireRightLists } from './clients.ts'
import { publishSteadily, stampsOf } from './fan-out.ts'
import type { Load } from './load.ts'
import type { Plan } from './plan.ts'
import { untilIdle } from './until-idle.ts'

/** A client that polls takes what it asked for; whole lists of hundreds of KB 20 times a second measure the network. */
const withoutSlowClients: readonly SubjectName[] = ['socket.io, whole list', 'polling with ETag']

export function canHaveSlowClients(name: SubjectName): boolean {
  return !withoutSlowClients.includes(name)
}

/**
 * Publishes large revisions quickly while some clients take nothing from the network: what they cost the server, and
 * whether they delay the others. In the end all clients must have caught up.
 */
export async function measureSlowClients(subject: Subject, load: Load, { slow }: Plan): Promise<SlowClients> {
  const { paused, others, interval, changed } = slow
  await load.ask('drop')
  await load.ask('gather', { name: subject.name, port: subject.port })
  await load.ask('connect', { count: paused + others, version: subject.version() })
  const before = await latenciesOf(slow.revisions)
  await load.ask('pause', paused)
  const atPause = await readMemory(subject)
  const during = await latenciesOf(slow.revisions)
  const memory = memoryBetween(atPause, await readMemory(subject))
  await load.ask('resume')
  await load.ask('reach', subject.version())
  await requireRightLists(subject, load)
  return { paused, others, revisions: slow.revisions, ...memory, before, during }

  async function latenciesOf(revisions: number) {
    await untilIdle(subject)
    await load.ask('startWindow')
    const published = await publishSteadily(subject, { revisions, interval, changed })
    await load.ask('reach', subject.version())
    const { latencies } = await load.ask(
      'window',
      stampsOf(published, ({ appendedAt }) => appendedAt),
    )
    if (!latencies) throw new Error(`${subject.name}: no revision arrived.`)
    return latencies
  }
}
