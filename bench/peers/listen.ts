import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** So many connections can wait to be accepted: with Node's 511 a storm loses some. */
const backlog = 4096

/** Lets a server listen on a free port of 127.0.0.1, and returns the port. */
export async function listen(server: Server): Promise<number> {
  server.listen({ port: 0, host: '127.0.0.1', backlog })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
