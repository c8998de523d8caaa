import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { changeDesk, type DeskChange } from '../../lib/desk/change-desk.ts'
import { type DeskState, silentDesk } from '../../lib/desk/desk-state.ts'
import { diffDrivers } from '../../lib/list/diff.ts'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { type Event, eventSchema } from '../../lib/record/event.ts'
import type { Timers } from '../../lib/time/timers.ts'
import { startPushService, type TestPushService } from '../../testing/push/push-service.ts'
import { writePrivateFile } from '../admin/private-file.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { type Push, type PushParts, startPush } from './push.ts'

type Runs = Readonly<Record<string, readonly string[]>>
type Notification = Readonly<Record<'title' | 'body' | 'tag' | 'url', string>>

/** Time that passes 50 times as fast. */
const speed = 50
const fastTimers: Timers = {
  elapsed: () => performance.now() * speed,
  after(delay, callback) {
    const timer = setTimeout(callback, delay / speed)
    return () => clearTimeout(timer)
  },
}

export interface PushWorld {
  readonly service: TestPushService
  readonly stateFolder: string
  readonly logged: readonly string[]
  push(): Push
  /** Asks a route, as a page of this server does. */
  ask(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Subscribes a browser, and waits for its first notification. */
  subscribe(browser: string, names: readonly string[]): Promise<ReturnType<TestPushService['subscription']>>
  /** Publishes a whole list of class STR. */
  publish(runs: Runs, event?: Readonly<Record<string, unknown>>): Promise<void>
  desk(change: DeskChange): void
  /** Stops, and starts again on the same folder, by default with the same log. */
  restart(log?: RevisionLog): Promise<void>
  /** Moves the wall clock. */
  advance(milliseconds: number): void
  /** The notifications of a browser without the first one, oldest first, as soon as so many have come to all. */
  told(browser: string, count: number): Promise<readonly Notification[]>
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly json: Readonly<Record<string, unknown>>
}

/** The notifications of a server, with a push service of the test's own, its log and its state folder. */
export async function startPushWorld(parts: Partial<PushParts> = {}): Promise<PushWorld> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'paddock-push-'))
  const service = await startPushService()
  const logged: string[] = []
  let log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  let desk: DeskState = silentDesk
  let ahead = 0
  let event = eventSchema.parse({ title: 'Autocross 4' }) as Event
  const listeners = new Set<(state: DeskState) => void>()
  const note = (first: unknown, text?: unknown) => void logged.push(String(text ?? first))

  const start = () =>
    startPush({
      ...{ stateFolder, log, writeFile: writePrivateFile, services: [service.origin], publicOrigin: undefined },
      desk: {
        current: () => desk,
        subscribe(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      ...{ timers: fastTimers, now: () => Date.now() + ahead, logger: { info: note, warn: note } },
      ...parts,
    })
  let push = await start()
  const web = createServer(async (request, response) => {
    if (!(await push.handle(request, response))) response.writeHead(404).end('{}')
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  onTestFinished(async () => {
    await push.stop()
    web.closeAllConnections()
    web.close()
    await service.stop()
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  })

  async function ask(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const all = { Origin: url, 'Content-Type': 'application/json', ...headers }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const init = body === undefined ? {} : { method: 'POST', headers: all, body: text }
    const answer = await fetch(`${url}${path}`, init)
    return { status: answer.status, headers: answer.headers, json: await answer.json() }
  }

  return {
    ...{ service, stateFolder, logged, ask },
    push: () => push,
    async subscribe(browser, names) {
      const subscription = service.subscription(browser)
      const { status, json } = await ask('/api/push/subscribe', { subscription, names })
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(json)}`)
      await service.came(service.received.length + (isFirst(service, browser) ? 0 : 1))
      return subscription
    },
    async publish(runs, settings) {
      const { version, drivers: before } = log.current()
      const drivers = Object.entries(runs).map(([driver_name, own]): Driver => {
        return { driver_name, class: 'STR', runs: [...own] }
      })
      if (settings) event = eventSchema.parse({ title: event.title, ...settings }) as Event
      const changes = diffDrivers(before, byName(drivers))
      const isNamed = settings !== undefined || log.current().event === undefined
      await log.append(version, { at: version, sourceAt: undefined, changes, event: isNamed ? event : undefined })
    },
    desk(change) {
      const changed = changeDesk(desk, change, Date.now())
      if (changed.kind !== 'changed') return
      desk = changed.desk
      for (const listener of listeners) listener(desk)
    },
    async restart(next = log) {
      await push.stop()
      listeners.clear()
      log = next
      push = await start()
    },
    advance(milliseconds) {
      ahead += milliseconds
    },
    async told(browser, count) {
      await service.came(count)
      if (service.faults.length > 0) throw service.faults[0]
      const own = service.received.filter((one) => one.browser === browser)
      return own.map(({ text }) => JSON.parse(text)).filter(({ tag }) => tag !== 'first')
    },
  }
}

/** Whether the first notification of a browser is there already. */
function isFirst({ received }: TestPushService, browser: string): boolean {
  return received.some((one) => one.browser === browser)
}
