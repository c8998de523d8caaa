import { once } from 'node:events'
import {
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from 'node:http'

export interface PageRequest {
  readonly method: string
  readonly path: string
  readonly headers: OutgoingHttpHeaders
  readonly body?: Buffer
}

export interface PageResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Way {
  readonly socketPath: string
  readonly agent: Agent
  /** How long the response may take, in milliseconds. */
  readonly limit: number
}

/** Sends a request to a server behind a local socket. Rejects as the connection does, and when it takes too long. */
export async function sendLocally({ socketPath, agent, limit }: Way, sending: PageRequest): Promise<PageResponse> {
  const { method, path, headers, body } = sending
  const sent = request({ socketPath, agent, method, path, headers, signal: AbortSignal.timeout(limit) })
  // A response that breaks off rejects below.
  sent.on('error', () => {})
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return { status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(parts) }
}

export function isTimeout(error: unknown): boolean {
  return error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)
}

/** True when nothing of a request reached the server. */
export function hasNotArrived(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ECONNREFUSED', 'ENOENT'].includes(code)
}
