import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A file that is the same for everybody. `tag` is its ETag. */
export interface PublicDocument {
  readonly content: Buffer
  readonly type: string
  readonly tag: string
}

const types: Readonly<Record<string, string>> = {
  'v1.json': 'application/schema+json',
  'asyncapi.json': 'application/json',
  'openapi.json': 'application/json',
}

const fromSource = import.meta.url.endsWith('.ts')
const documentFolder = new URL(fromSource ? '../../docs/protocol/' : '../../../docs/protocol/', import.meta.url)

/** The installed documents of the live protocol, by the path that they are served at. */
export function readProtocolDocuments(folder: URL = documentFolder): ReadonlyMap<string, PublicDocument> {
  const documents = Object.entries(types).flatMap(([name, type]) => {
    const content = readIfThere(new URL(name, folder))
    if (!content) return []
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    return [[`/protocol/${name}`, { content, type, tag }] as const]
  })
  return new Map(documents)
}

function readIfThere(file: URL): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    // The results do not depend on the documents.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Answers GET and HEAD with the document, or with 304 when the client has it; other methods with 405. */
export function serveDocument(request: IncomingMessage, response: ServerResponse, document: PublicDocument): void {
  const { content, type, tag } = document
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {
      Allow: 'GET, HEAD',
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    response.end('Only GET and HEAD are understood.\n')
    return
  }
  response.setHeader('ETag', tag)
  response.setHeader('Cache-Control', 'public, max-age=300')
  if (includesTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}

function includesTag(tags: string | undefined, tag: string): boolean {
  const held = (tags ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return held.includes('*') || held.includes(tag)
}
