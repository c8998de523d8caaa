import type { SubjectName } from '../peers/peer-names.ts'
import type { Scene } from '../report/results.ts'
import type { Subject } from '../subject/subject.ts'
import { measureConnecting, measureStorm, memoryBetween, readMemory, requireRightLists } from './clients.ts'
import { measureFanOut, publishSteadily } from './fan-out.ts'
import type { Load } from './load.ts'
import type { Plan, Section } from './plan.ts'
import { canHaveSlowClients, measureSlowClients } from './slow-clients.ts'

export interface SceneOrder {
  readonly plan: Plan
  readonly sections: readonly Section[]
  readonly round: number
  /** The length of the list as JSON, in bytes. */
  readonly listBytes: number
  readonly say: (text: string) => void
}

/** A server that sends the whole list to all at each update may send this much for one. Bytes. */
const mostForOneRevision = 140e6

/** Milliseconds. */
const warmUpInterval = 60

/** How many clients this server gets: one that sends the whole list each time cannot have as many. */
function clientsFor(name: SubjectName, clients: number, listBytes: number): number {
  return name === 'socket.io, whole list' ? Math.min(clients, Math.floor(mostForOneRevision / listBytes)) : clients
}

/** Takes one server through the chosen sections, from a few clients to many; every list is checked after each. */
export async function playScene(subject: Subject, load: Load, order: SceneOrder): Promise<Scene> {
  const { plan, sections, round, listBytes, say } = order
  const many = clientsFor(subject.name, plan.clients, listBytes)
  const few = Math.ceil(many / 4)
  const scene: Scene = { subject: subject.name, round, drivers: plan.drivers, fanOut: [] }
  const found: { -readonly [Part in keyof Scene]?: Scene[Part] } = {}

  await load.ask('gather', { name: subject.name, port: subject.port })
  if (sections.includes('fan-out')) {
    // A server that never had clients grows by more than they need.
    await measureConnecting(subject, load, few, 0)
    await load.ask('drop')
    const empty = await readMemory(subject)
    await measureConnecting(subject, load, few, 0)
    await publishSteadily(subject, { ...plan, revisions: plan.warmUp, interval: warmUpInterval })
    say(`${few} clients`)
    const atFew = await measureFanOut(subject, load, few, plan)
    say(`${many} clients`)
    found.connect = await measureConnecting(subject, load, many, few)
    found.memory = { clients: many, ...memoryBetween(empty, await readMemory(subject)) }
    found.fanOut = [atFew, await measureFanOut(subject, load, many, plan)]
    await requireRightLists(subject, load)
  } else if (sections.includes('storms')) await measureConnecting(subject, load, many, 0)
  if (sections.includes('storms')) {
    say(`${many} clients return`)
    found.storm = await measureStorm(subject, load, plan, many)
    await requireRightLists(subject, load)
  }
  if (sections.includes('slow') && canHaveSlowClients(subject.name)) {
    say(`${plan.slow.paused} slow clients`)
    found.slow = await measureSlowClients(subject, load, plan)
  }
  await load.ask('drop')
  return { ...scene, ...found }
}
