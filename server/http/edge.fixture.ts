import { pino } from 'pino'
import { createClientAddresses } from './client-address.ts'
import type { HttpParts } from './http-server.ts'
import { createRefusals } from './refusals.ts'

/** The parts of an HTTP server that trusts no proxy, has room for everybody and is shown in no frame. */
export function roomyEdge(): Pick<HttpParts, 'addresses' | 'connections' | 'refusals' | 'frameAncestors'> {
  return {
    addresses: createClientAddresses({ hops: 0, ranges: [] }),
    connections: { total: 10_000, perAddress: 10_000 },
    frameAncestors: [],
    refusals: createRefusals(pino({ level: 'silent' }), Date.now),
  }
}
