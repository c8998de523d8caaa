import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { connectLive } from '../lib/live-client.ts'
import { createLiveStore } from '../lib/live-store.ts'
import { defaultSchedule } from '../server/publisher/pass-schedule.ts'
import { changingDriver, gridText, makeEventFolder, runOfSave } from './event-folder.ts'
import { startPaddock } from './paddock-server.ts'
import { percentile } from './percentiles.ts'
import { startPeer } from './whole-file-peer.ts'

// From the moment before the timing software saves its file to the moment the second browser's store has the new run, through
// the real process, real files and real sockets. Beside it, in the same run, a peer that pushes the whole file unread.

const saves = 200
const sizes = [140, 1300]
/** Time between two saves, in milliseconds, beyond what the save itself takes. */
const pace = 120

/** A save that has not arrived after this many milliseconds is lost: read half-way, and never again. */
const patience = 5000

/** Where a new run shows up: calls back with the run of the changing driver. */
type Watch = (seen: (run: string) => void) => () => void

interface Measured {
  readonly times: readonly number[]
  /** Saves that had not arrived after `patience`. */
  readonly lost: number
}

async function measure(folder: string, size: number, watch: Watch): Promise<Measured> {
  const file = join(folder, 'live.rgg')
  const times: number[] = []
  let lost = 0
  for (let save = 1; save <= saves; save += 1) {
    const wanted = runOfSave(save)
    const text = gridText(size, save)
    await sleep(pace + Math.random() * 40)
    const began = performance.now()
    const arrived = await new Promise<boolean>((resolve) => {
      const settle = (seen: boolean) => {
        clearTimeout(timer)
        stop()
        resolve(seen)
      }
      const timer = setTimeout(() => settle(false), patience)
      const stop = watch((run) => run === wanted && settle(true))
      void writeFile(file, text)
    })
    if (arrived) times.push(performance.now() - began)
    else lost += 1
  }
  return { times, lost }
}

async function measurePaddock(size: number): Promise<Measured> {
  const folder = await makeEventFolder(size)
  const server = await startPaddock(folder)
  const stores = [createLiveStore(), createLiveStore()] as const
  const clients = stores.map((store) => connectLive(server.url, store))
  const second = stores[1]
  while (second.get().connection !== 'live' || second.get().replica.drivers.size !== size) await sleep(20)
  const measured = await measure(folder, size, (seen) =>
    second.subscribe(() => seen(String(second.get().replica.drivers.get(changingDriver)?.runs?.[2]))),
  )
  for (const client of clients) client.stop()
  await server.stop()
  await rm(folder, { recursive: true })
  return measured
}

async function measurePeer(size: number): Promise<Measured> {
  const folder = await makeEventFolder(size)
  const peer = await startPeer(join(folder, 'live.rgg'))
  const sockets = [io(peer.url, { forceNew: true }), io(peer.url, { forceNew: true })] as const
  const second = sockets[1]
  while (!sockets.every((socket) => socket.connected)) await sleep(20)
  const measured = await measure(folder, size, (seen) => {
    const listen = (text: string) => seen(text.split('\n')[1]?.split('\t')[9] ?? '')
    second.on('file', listen)
    return () => second.off('file', listen)
  })
  for (const socket of sockets) socket.disconnect()
  await peer.stop()
  await rm(folder, { recursive: true })
  return measured
}

const table: object[] = []
for (const size of sizes) {
  const ours = await measurePaddock(size)
  const peer = await measurePeer(size)
  const ratio = percentile(ours.times, 0.5) / percentile(peer.times, 0.5)
  const pipeline = (percentile(ours.times, 0.5) - defaultSchedule.saveWindow) / percentile(peer.times, 0.5)
  table.push({
    drivers: size,
    ...row('Paddock', ours),
    ...row('peer', peer),
    ratio: times(ratio),
    'without window': times(pipeline),
  })
}
console.log(
  `File saved → second browser's store, ${saves} saves, in ms. Peer: pushes the whole file, unread and unchecked.`,
)
console.log(
  `Of Paddock's time, ${defaultSchedule.saveWindow} ms are the window in which repeated saves become one revision.`,
)
console.table(table)

function row(name: string, { times, lost }: Measured): object {
  const rounded = (share: number) => Number(percentile(times, share).toFixed(1))
  return { [`${name} p50`]: rounded(0.5), [`${name} p99`]: rounded(0.99), [`${name} lost`]: lost }
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)} x`
}
