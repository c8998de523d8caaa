/**
 * A process of clients of one server, which the soak can stop and continue like a sleeping phone. It takes orders and
 * sends reports.
 */
import { io, type Socket } from 'socket.io-client'
import { connectLive, type LiveClient } from '../../lib/live/live-client.ts'
import { createLiveStore, type LiveState, type LiveStore } from '../../lib/live/live-store.ts'
import type { Driver } from '../../lib/record/driver.ts'
import type { AllDrivers, UpdateDrivers } from '../../lib/sync/protocol.ts'
import { contentKey, type Order, type Report } from './report.ts'

interface Client {
  report(): void
  reload(fromCache: boolean): void
  wake(): void
}

const clients = new Map<string, Client>()

process.on('message', (order: Order) => {
  if (order.kind === 'report') for (const client of clients.values()) client.report()
  else if (order.kind === 'start')
    clients.set(order.client, (order.bare ? startBare : startLive)(order.client, order.url))
  else if (order.kind === 'reload') clients.get(order.client)?.reload(order.fromCache)
  else clients.get(order.client)?.wake()
})
// It ends with the soak, however that ends.
process.on('disconnect', () => process.exit())
setInterval(() => {
  for (const client of clients.values()) client.report()
}, 1000)

function send(report: Report): void {
  process.send?.(report)
}

function startLive(name: string, url: string): Client {
  let store: LiveStore
  let live: LiveClient
  // States that a browser may have saved at earlier visits.
  const cache: LiveState[] = []
  let lastSent: Report | undefined

  function report(state: LiveState, always: boolean): void {
    const { log, version, drivers, event } = state.replica
    const { connection, divergences } = state
    const isSame = lastSent?.log === log && lastSent?.version === version && !always
    const content = isSame && lastSent ? lastSent.content : contentKey(drivers.values())
    const next = { client: name, log, version, content, title: event?.title, connection, divergences }
    if (!isSame || lastSent?.connection !== connection || lastSent?.divergences !== divergences) send(next)
    lastSent = next
  }

  function open(initial: Partial<LiveState>): void {
    store = createLiveStore(initial)
    store.subscribe(() => report(store.get(), false))
    report(store.get(), true)
    live = connectLive(url, store)
  }

  open({})
  return {
    report: () => report(store.get(), true),
    wake: () => live.wake(),
    reload(fromCache) {
      live.stop()
      const state = store.get()
      if (state.replica.version > 0 && cache.length < 20) cache.push(state)
      const old = cache[Math.floor(Math.random() * cache.length)]
      open(fromCache && old ? { replica: old.replica, connection: 'connecting', divergences: state.divergences } : {})
    },
  }
}

/** A client that uses no extras of the protocol; see docs/PROTOCOL.md. */
function startBare(name: string, url: string): Client {
  let version = 0
  const drivers = new Map<string, Driver>()
  const socket: Socket = io(`${url}/live`, { forceNew: true, reconnectionDelayMax: 2000 })
  const check = () => socket.emit('version_check', { source: 'browser', action: 'version_check', data: { version } })
  const report = () => {
    if (version === 0) return
    const content = contentKey(drivers.values())
    send({ client: name, log: undefined, version, content, title: undefined, connection: 'bare', divergences: 0 })
  }
  const take = (next: number, destroy: Iterable<string>, update: readonly Driver[]) => {
    for (const removed of destroy) drivers.delete(removed)
    for (const driver of update) drivers.set(driver.driver_name, driver)
    version = next
    report()
  }
  socket.on('connect', check)
  socket.on('all_drivers', ({ data }: AllDrivers) => take(data.version, [...drivers.keys()], data.drivers))
  socket.on('update_drivers', ({ data }: UpdateDrivers) => {
    if (data.version === version + 1) take(data.version, data.drivers.destroy, data.drivers.update)
    else if (data.version > version) check()
  })
  return { report, wake: check, reload: () => void socket.disconnect().connect() }
}
