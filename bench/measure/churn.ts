import { setTimeout as sleep } from 'node:timers/promises'
import type { Churn } from '../report/results.ts'
import { monotonicNow } from '../subject/monotonic-time.ts'
import type { Subject } from '../subject/subject.ts'
import { readMemory, requireRightLists } from './clients.ts'
import type { Load } from './load.ts'
import type { Plan } from './plan.ts'

/** As many samples as a chart can show. */
const mostSamples = 180

/**
 * Lets clients come and go, and others take nothing from the network for a while, as at an event of some hours; reads
 * the memory of each process of the server meanwhile. In the end every list must be right.
 */
export async function measureChurn(
  subject: Subject,
  load: Load,
  { clients, changed, churn }: Plan,
  say: (text: string) => void,
): Promise<Churn> {
  const { seconds, interval, leaving, paused, pause } = churn
  await load.ask('gather', { name: subject.name, port: subject.port })
  await load.ask('connect', { count: clients, version: subject.version() })
  const first = await readMemory(subject)
  const began = monotonicNow()
  const elapsed = () => (monotonicNow() - began) / 1000
  const samples: { at: number; rss: Record<string, number> }[] = []
  let [revisions, returns, turnedAt] = [0, 0, Number.NEGATIVE_INFINITY]
  let isPausing = false

  while (elapsed() < seconds) {
    const turnBegan = monotonicNow()
    if (elapsed() - turnedAt >= pause) {
      // Whoever takes nothing for longer answers no ping, and is disconnected.
      if (isPausing) await load.ask('resume')
      else await load.ask('pause', paused)
      isPausing = !isPausing
      turnedAt = elapsed()
    }
    await load.ask('leave', leaving)
    await subject.publish(changed)
    await load.ask('connect', { count: clients, version: subject.version() })
    revisions += 1
    returns += leaving
    if (elapsed() >= (samples.length * seconds) / mostSamples) {
      const rss = Object.fromEntries(subject.tree().map((process) => [process.name, process.rss]))
      samples.push({ at: elapsed(), rss })
      if (samples.length % 12 === 0) say(`${Math.round(elapsed() / 60)} of ${Math.round(seconds / 60)} minutes`)
    }
    await sleep(Math.max(0, interval - (monotonicNow() - turnBegan)))
  }
  await load.ask('resume')
  await load.ask('reach', subject.version())
  await requireRightLists(subject, load)
  const last = await readMemory(subject)
  await load.ask('drop')
  return { clients, paused, seconds, revisions, returns, first, last, samples }
}
