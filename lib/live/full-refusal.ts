import { serverFull } from '../sync/server-full.ts'

/**
 * Whether an error of socket.io's client is the answer of a full server: the last attempt is made by polling, whose
 * error has the request in `context`. It must be an answer of ours, since proxies send 503 as well.
 */
export function isFullRefusal(error: unknown): boolean {
  const context = property(error, 'context')
  const body = property(context, 'responseText')
  return typeof body === 'string' && body.includes(`"code":"${serverFull}"`)
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}
