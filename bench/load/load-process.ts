/** The load: all clients of one server at a time, as a process of its own. */
import type { SubjectName } from '../peers/peer-names.ts'
import { answerOrders } from '../subject/order-channel.ts'
import type { Stamps } from './arrivals.ts'
import { type Crowd, createCrowd, type Expected } from './crowd.ts'
import { openClient } from './open-client.ts'
import { requestPages } from './page-requests.ts'

let crowd: Crowd | undefined

function present(): Crowd {
  if (!crowd) throw new Error('There is no crowd yet.')
  return crowd
}

const orders = {
  /** A new crowd, for this server; the last one is forgotten. */
  gather({ name, port }: { readonly name: SubjectName; readonly port: number }): void {
    crowd?.drop()
    crowd = createCrowd(port, openClient[name])
  },
  connect: ({ count, version }: { readonly count: number; readonly version: number }) =>
    present().connect(count, version),
  reach: (version: number) => present().reach(version),
  drop: () => present().drop(),
  leave: (count: number) => present().leave(count),
  pause: (count: number) => present().pause(count),
  resume: () => present().resume(),
  startWindow: () => present().startWindow(),
  window: (stamps: Stamps) => present().window(stamps),
  wrong: (expected: Expected) => present().wrong(expected),
  requestPages,
}

export type LoadOrders = typeof orders

answerOrders(orders)
