import { renameSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { connectLive } from '../../lib/live/live-client.ts'
import { createLiveStore } from '../../lib/live/live-store.ts'
import type { EventFolder } from '../../testing/event/event-folder.ts'
import { type Grid, gridText, withStep } from '../../testing/event/grid.ts'
import { percentile } from '../figures/percentile.ts'
import type { SaveFigures, SaveTimes } from '../report/results.ts'
import { monotonicNow } from '../subject/monotonic-time.ts'
import type { Plan } from './plan.ts'

export type Way = SaveFigures['way']

/** Page loads begin when the file is saved: the page of the list before is rendered for them meanwhile. */
export const ways: readonly Way[] = ['in place', 'by rename', 'in place, 8 page loads']
export const pageLoads = 8

/** What hears of saves: the second of two clients, so that the first one's work counts. */
export interface Listener {
  /** A save that has not arrived after so many milliseconds is lost. */
  readonly lostAfter: number
  /** Calls back with each run of the changing driver that arrives. Returns how to stop. */
  watch(seen: (run: string) => void): () => void
  stop(): void
}

/** Two browsers of Paddock; resolves when both show the whole list. */
export async function listenToPaddock(port: number, { grid }: EventFolder): Promise<Listener> {
  const stores = [createLiveStore(), createLiveStore()] as const
  const clients = stores.map((store) => connectLive(`http://127.0.0.1:${port}`, store))
  await Promise.all(
    stores.map(
      (store) =>
        new Promise<void>((resolve) => {
          const look = () => {
            const { connection, replica } = store.get()
            if (connection === 'live' && replica.drivers.size === grid.rows.length) resolve()
          }
          store.subscribe(look)
          look()
        }),
    ),
  )
  const [, second] = stores
  const name = changingDriver(grid)
  return {
    lostAfter: 10_000,
    watch: (seen) => second.subscribe(() => seen(String(second.get().replica.drivers.get(name)?.runs?.[2]))),
    stop() {
      for (const client of clients) client.stop()
    },
  }
}

/** Two clients of the peer that sends the whole file. */
export async function listenToWholeFile(url: string): Promise<Listener> {
  const sockets = [io(url, { forceNew: true }), io(url, { forceNew: true })] as const
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))))
  const [, second] = sockets
  return {
    // It never looks at the file without an event: what does not arrive at once does not arrive.
    lostAfter: 1000,
    watch(seen) {
      const take = (text: string) => seen(runInFile(text))
      second.on('file', take)
      return () => second.off('file', take)
    },
    stop() {
      for (const socket of sockets) socket.disconnect()
    },
  }
}

export interface SaveOrder extends Pick<Plan['saves'], 'count' | 'pause'> {
  readonly way: Way
  /** Numbers the runs. */
  readonly first: number
  /** Called at each save; the next one waits for it. */
  readonly atSave?: () => Promise<unknown>
}

/** Saves a new run of one driver again and again, each time until the listener has it. */
export async function measureSaves(
  { file, grid }: EventFolder,
  listener: Listener,
  { way, count, pause, first, atSave }: SaveOrder,
): Promise<SaveTimes> {
  const times: number[] = []
  for (let number = first; number < first + count; number += 1) {
    const run = runOfSave(number)
    const text = gridText(withStep(grid, { row: 0, run: 3, time: run, penalty: '' }))
    // Out of step with Paddock's own looks.
    await sleep(pause * (1 + Math.random() / 2))
    const began = monotonicNow()
    const others = atSave?.()
    if (await arrives(listener, run, () => save(file, text, way))) times.push(monotonicNow() - began)
    await others
  }
  const at = (share: number) => percentile(times, share)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count, lost: count - times.length }
}

function arrives(listener: Listener, run: string, saveFile: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (hasArrived: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(hasArrived)
    }
    const timer = setTimeout(() => settle(false), listener.lostAfter)
    const stop = listener.watch((seen) => seen === run && settle(true))
    saveFile()
  })
}

function save(file: string, text: string, way: Way): void {
  if (way === 'by rename') {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
    return
  }
  // Not at once, as timing software writes: others can read a part of it.
  void writeFile(file, text)
}

/** The third run of the first entry, whose time has the number of the save. */
function runOfSave(number: number): string {
  return (40 + number / 1000).toFixed(3)
}

/** That run in the text of the file: in the first line after the header. */
function runInFile(text: string): string {
  const [header = '', first = ''] = text.split('\n')
  return first.split('\t')[header.split('\t').indexOf('Run 3')] ?? ''
}

function changingDriver({ rows: [first] }: Grid): string {
  return `${first?.['First Name']} ${first?.['Last Name']}`
}
