import { createServer, type Server } from 'node:http'

/**
 * Times in milliseconds, sizes in bytes. `requestTimeout` is for headers and body together. An unused connection is
 * closed after `keepAliveTimeout`.
 */
const requestLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 8192,
}
/** The most requests on one connection: then the client opens another one. */
const maximumRequests = 1000
/**
 * How long a connection may make no progress, in milliseconds; Node gives an answer that is being sent twice as long.
 * A poll of socket.io waits for up to 25 s.
 */
const stuckTimeout = 40_000

/** An HTTP server with limits for slow, large and endless requests. It does not listen yet. */
export function createLimitedServer(): Server {
  const server = createServer(requestLimits)
  server.maxRequestsPerSocket = maximumRequests
  server.timeout = stuckTimeout
  return server
}
