/** One peer as a process of its own, which changes its list in memory when it is told to. */
import { createBenchmarkEvent } from '../event/benchmark-event.ts'
import { monotonicNow } from '../subject/monotonic-time.ts'
import { answerOrders } from '../subject/order-channel.ts'
import { type FixedPage, startFixedPage } from './fixed-page.ts'
import type { Peer } from './peer.ts'
import type { PeerName } from './peer-names.ts'
import { startPeer } from './start-peer.ts'

let event = createBenchmarkEvent(0)
let peer: Peer | undefined

const orders = {
  /** Returns the port. */
  async serve({ name, size }: { readonly name: PeerName; readonly size: number }): Promise<number> {
    event = createBenchmarkEvent(size)
    peer = await startPeer[name]({ version: event.revision, drivers: event.drivers })
    return peer.port
  },
  /** Serves one page instead. Its body is in Base64. */
  servePage: (page: Omit<FixedPage, 'body'> & { readonly body: string }) =>
    startFixedPage({ ...page, body: Buffer.from(page.body, 'base64') }),
  publish({ changed }: { readonly changed: number }): { readonly version: number; readonly at: number } {
    const update = event.next(changed)
    const at = monotonicNow()
    peer?.publish(update)
    return { version: event.revision(), at }
  },
}

export type PeerOrders = typeof orders

answerOrders(orders)
