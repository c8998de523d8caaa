import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { connectLive } from '../lib/live/live-client.ts'
import { createLiveStore } from '../lib/live/live-store.ts'
import { type EventFolder, makeEventFolder } from '../testing/event/event-folder.ts'
import { type Grid, gridText, withStep } from '../testing/event/grid.ts'
import { startPaddock } from '../testing/server/paddock.ts'
import { percentile } from './percentiles.ts'
import { startPeer } from './whole-file-peer.ts'

// Measures from just before the timing software saves its file until the second browser's store has the new run,
// through the real process, real files and real sockets; and in the same run a peer that pushes the whole file unread.

const saves = 200
const sizes = [140, 1300]
/** Time between two saves, in milliseconds, beyond what the save itself takes. */
const pace = 120

/** A save that has not arrived after so many milliseconds counts as lost. */
const lostAfter = 5000

/** Calls back with each run of the changing driver that arrives. Returns how to stop. */
type Watch = (seen: (run: string) => void) => () => void

interface Measured {
  readonly times: readonly number[]
  /** Saves that had not arrived after `lostAfter`. */
  readonly lost: number
}

/** The third run of the first entry, whose time encodes the number of the save. */
function runOfSave(save: number): string {
  return (40 + save / 1000).toFixed(3)
}

/** That run in the text of the file: in the first line after the header. */
function runInFile(text: string): string {
  const [header = '', first = ''] = text.split('\n')
  return first.split('\t')[header.split('\t').indexOf('Run 3')] ?? ''
}

function changingDriver({ rows: [first] }: Grid): string {
  return `${first?.['First Name']} ${first?.['Last Name']}`
}

async function measure({ file, grid }: EventFolder, watch: Watch): Promise<Measured> {
  const times: number[] = []
  let lost = 0
  for (let save = 1; save <= saves; save += 1) {
    const wanted = runOfSave(save)
    const text = gridText(withStep(grid, { row: 0, run: 3, time: wanted, penalty: '' }))
    await sleep(pace + Math.random() * 40)
    const began = performance.now()
    const arrived = await new Promise<boolean>((resolve) => {
      const settle = (seen: boolean) => {
        clearTimeout(timer)
        stop()
        resolve(seen)
      }
      const timer = setTimeout(() => settle(false), lostAfter)
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
  const server = await startPaddock(folder.path)
  const name = changingDriver(folder.grid)
  const stores = [createLiveStore(), createLiveStore()] as const
  const clients = stores.map((store) => connectLive(server.url, store))
  const second = stores[1]
  while (second.get().connection !== 'live' || second.get().replica.drivers.size !== size) await sleep(20)
  const measured = await measure(folder, (seen) =>
    second.subscribe(() => seen(String(second.get().replica.drivers.get(name)?.runs?.[2]))),
  )
  for (const client of clients) client.stop()
  await server.stop()
  await folder.remove()
  return measured
}

async function measurePeer(size: number): Promise<Measured> {
  const folder = await makeEventFolder(size)
  const peer = await startPeer(folder.file)
  const sockets = [io(peer.url, { forceNew: true }), io(peer.url, { forceNew: true })] as const
  const second = sockets[1]
  while (!sockets.every((socket) => socket.connected)) await sleep(20)
  const measured = await measure(folder, (seen) => {
    const listen = (text: string) => seen(runInFile(text))
    second.on('file', listen)
    return () => second.off('file', listen)
  })
  for (const socket of sockets) socket.disconnect()
  await peer.stop()
  await folder.remove()
  return measured
}

const table: object[] = []
for (const size of sizes) {
  const ours = await measurePaddock(size)
  const peer = await measurePeer(size)
  const ratio = percentile(ours.times, 0.5) / percentile(peer.times, 0.5)
  table.push({
    drivers: size,
    ...row('Paddock', ours),
    ...row('peer', peer),
    ratio: times(ratio),
  })
}
console.log(
  `File saved → second browser's store, ${saves} saves, in ms. Peer: pushes the whole file, unread and unchecked.`,
)
console.table(table)

function row(name: string, { times, lost }: Measured): object {
  const rounded = (share: number) => Number(percentile(times, share).toFixed(1))
  return { [`${name} p50`]: rounded(0.5), [`${name} p99`]: rounded(0.99), [`${name} lost`]: lost }
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)} x`
}
