import type { IncomingMessage } from 'node:http'

/** The body of a request whose length is limited already. Rejects when the client ends it early. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
