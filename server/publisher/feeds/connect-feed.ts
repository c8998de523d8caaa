import { connect } from 'node:net'
import type { Address } from './address.ts'
import type { FeedSocket } from './feed.ts'

/** Opens a TCP connection, for reading alone. */
export function connectFeed({ host, port }: Address): FeedSocket {
  return connect({ host, port, keepAlive: true, noDelay: true })
}
