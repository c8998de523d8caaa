import { createServer, type RequestListener, type Server } from 'node:http'

/**
 * The other side of sendLocally. It closes no idle connection: one that closes while a request is sent on it loses the
 * request. Both ends are on this machine, and the connections end with the process.
 */
export function createLocalServer(listener: RequestListener): Server {
  return createServer({ keepAliveTimeout: 0 }, listener)
}
