import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startProxy } from '../../testing/network/proxy.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type ClientProcess, startClientProcess } from './clients.ts'
import { contentOf, fileOf, startEntries } from './entries.ts'
import { makeEventFolder } from './event-folder.ts'
import { contentKey, type Report } from './report.ts'
import { createScene, type Scene } from './scene.ts'
import { prepareServer } from './server.ts'
import { createTimingProgram } from './timing-program.ts'
import { anyTrouble } from './troubles.ts'
import { createTruth } from './truth.ts'

export interface SoakOptions {
  readonly seed: number
  /** How long troubles are made before everything must be right again, in milliseconds; and how often that is done. */
  readonly chaos: number
  readonly rounds: number
  /**
   * A round with fewer versions continues, up to four times as long: on a slow machine a server restarts slowly.
   */
  readonly leastVersions?: number
  readonly drivers: number
  /** Processes of clients, each with `liveClients` live ones and a bare one. */
  readonly processes: number
  readonly liveClients: number
}

export interface SoakResult {
  readonly faults: readonly string[]
  /** How often each trouble was made. */
  readonly troubles: ReadonlyMap<string, number>
  readonly clients: number
  readonly versions: number
  readonly logs: number
  readonly states: number
  readonly minutes: number
  /** The longest time after the troubles until all live clients, and until all clients, were right. Milliseconds. */
  readonly longestHealing: Healing
}

interface Healing {
  readonly live: number
  readonly all: number
}

/**
 * How long a client may be "live" and behind: a dead connection is noticed after 25 s and the ticks around it.
 * Milliseconds.
 */
const longestStaleLive = 30_000
/** How long a continued process may take to its first tick. Milliseconds. */
const firstTick = 3000
/** How long healing may take: a bare client notices a dead connection only after socket.io's 45 s. Milliseconds. */
const healingLimit = 90_000

/**
 * Runs the real server, real files and real clients, each behind its own network, and makes every trouble. Each report
 * of a client must have the content of its version; when the troubles are over, all clients must have the list of the
 * files.
 */
export async function runSoak(options: SoakOptions, print: (line: string) => void): Promise<SoakResult> {
  const random = seededRandom(options.seed)
  const folder = mkdtempSync(join(tmpdir(), 'paddock-soak-'))
  const started = Date.now()
  const truth = createTruth(contentKey([]), Date.now)
  const faults = new Set<string>()
  const made = new Map<string, number>()
  const reports = new Map<string, { readonly report: Report; readonly at: number }>()
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })]

  const fault = (text: string) => {
    if (faults.size < 50 && !faults.has(text)) print(`  wrong: ${text}`)
    faults.add(text)
  }

  try {
    const entries = startEntries(options.drivers, random)
    const title = 'Soak 0'
    truth.wrote(contentOf(entries), title)
    const files = makeEventFolder(join(folder, 'data'), title, fileOf(entries), random)
    const server = await prepareServer(folder, files.path)
    stops.push(() => server.end('SIGKILL'))
    await server.start()

    const processes: ClientProcess[] = []
    const clients: Scene['clients'][number][] = []
    for (let index = 0; index < options.processes; index += 1) {
      const process = startClientProcess((report) => heard(report, process), fault)
      processes.push(process)
      stops.push(process.end)
      for (let number = 0; number <= options.liveClients; number += 1) {
        const link = await startProxy(`http://127.0.0.1:${server.port}`)
        stops.push(link.close)
        const bare = number === options.liveClients
        const name = `${bare ? 'bare' : 'live'} client ${index + 1}.${number + 1}`
        clients.push({ name, link, process })
        process.order({ kind: 'start', client: name, url: link.url, bare })
      }
    }

    const timing = createTimingProgram({ entries, title }, files, truth.wrote, random)
    const scene = createScene({ random, server, clients, processes, timing, fault })
    stops.push(scene.stop)

    await settle('at the start')
    let longestHealing: Healing = { live: 0, all: 0 }
    for (let round = 1; round <= options.rounds; round += 1) {
      const began = Date.now()
      const seenBefore = truth.counts().versions
      const goesOn = () => {
        const time = Date.now() - began
        const few = truth.counts().versions - seenBefore < (options.leastVersions ?? 0)
        return time < options.chaos || (few && time < 4 * options.chaos)
      }
      while (goesOn()) {
        const trouble = anyTrouble(random)
        if ((await trouble.make(scene)) !== false) made.set(trouble.name, (made.get(trouble.name) ?? 0) + 1)
        await wait(random() * 300)
      }
      print(`round ${round} of ${options.rounds}: the troubles end`)
      await scene.heal()
      const { live, all } = await settle(`after round ${round}`)
      longestHealing = { live: Math.max(longestHealing.live, live), all: Math.max(longestHealing.all, all) }
      await restartUnchanged(round)
      for (const text of truth.history()) fault(text)
      const { versions, states } = truth.counts()
      print(
        `round ${round} of ${options.rounds}: ${versions} versions, ${states} states looked at, ${faults.size} wrong`,
      )
      if (faults.size > 0) break
    }
    if (faults.size > 0) print(`The server's log:\n${server.log().split('\n').slice(-60).join('\n')}`)
    const counts = { ...truth.counts(), minutes: (Date.now() - started) / 60_000, longestHealing }
    return { faults: [...faults], troubles: made, clients: clients.length, ...counts }

    /** Waits until every client has the list of the files. Resolves with the milliseconds that it took. */
    async function settle(when: string): Promise<Healing> {
      const since = Date.now()
      const wrong = () => clients.filter(({ name }) => !isRight(name, since)).map(({ name }) => name)
      let live: number | undefined
      for (let names = wrong(); names.length > 0 && faults.size === 0; names = wrong()) {
        const time = Date.now() - since
        if (names.every((name) => name.startsWith('bare'))) live ??= time
        if (time > healingLimit) {
          const has = names.map((name) => `${name} has ${JSON.stringify(reports.get(name)?.report)}`)
          fault(`${when}, after ${time} ms: ${has.join('; ')}; the files say ${JSON.stringify(truth.last)}`)
        }
        await wait(100)
      }
      const all = Date.now() - since
      return { live: live ?? all, all }
    }

    function isRight(name: string, since: number): boolean {
      const { report, at = 0 } = reports.get(name) ?? {}
      if (!report || at < since || report.content !== truth.last.content) return false
      return report.connection === 'bare' || (report.connection === 'live' && report.title === truth.last.title)
    }

    /** [P4] */
    async function restartUnchanged(round: number): Promise<void> {
      const before = truth.newest
      await server.end(round % 2 === 0 ? 'SIGTERM' : 'SIGKILL')
      await server.start()
      await settle(`after a restart with unchanged files in round ${round}`)
      if (truth.newest !== before) fault(`a restart with unchanged files made version ${truth.newest} of ${before}`)
    }
  } finally {
    for (const stop of stops.reverse()) await stop()
  }

  function heard(report: Report, process: ClientProcess): void {
    const now = Date.now()
    reports.set(report.client, { report, at: now })
    const wrong = truth.saw(report)
    if (wrong) fault(wrong)
    if (report.connection !== 'live' || process.isAsleep() || now - process.thawedAt() < firstTick) return
    const overtakenAt = truth.overtakenAt(report.version)
    if (overtakenAt !== undefined && now - overtakenAt > longestStaleLive) {
      fault(
        `${report.client} says "live" at version ${report.version}, ${now - overtakenAt} ms after a newer one was seen`,
      )
    }
  }
}
