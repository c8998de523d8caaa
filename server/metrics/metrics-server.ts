import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { setBaseHeaders } from '../http/base-headers.ts'
import type { ClientAddresses } from '../http/client-address.ts'
import { limitConnections } from '../http/connection-limits.ts'
import { createLimitedServer } from '../http/limited-server.ts'
import { metricsPath } from './metrics-path.ts'

/** A monitoring system needs one or two. At the limit, the connection that was unused for longest makes room. */
const mostConnections = 16

export interface MetricsServerParts {
  readonly contentType: string
  readonly scrape: () => Promise<string>
  readonly addresses: ClientAddresses
  readonly logger: Logger
}

/** Serves `GET /metrics` and nothing else, under the limits of the other listener. It does not listen yet. */
export function createMetricsServer({ contentType, scrape, addresses, logger }: MetricsServerParts): Server {
  const server = createLimitedServer()
  const limits = { total: mostConnections, perAddress: mostConnections }
  const connections = limitConnections(server, { limits, addresses, refusals: { add: () => {} } })

  function answer(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
    response.end(text)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    connections.use(request, response)
    setBaseHeaders(request, response, addresses.isSecure(request))
    const isForMetrics = request.url?.split('?', 1)[0] === metricsPath
    if (!isForMetrics || (request.method !== 'GET' && request.method !== 'HEAD')) {
      answer(response, 404, `Only GET ${metricsPath} is served here.\n`)
      return
    }
    answer(response, 200, await scrape(), contentType)
  }

  return server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'the metrics could not be read')
      answer(response, 500, 'The metrics could not be read.\n')
    })
  })
}
