import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { bestEncoding, type Encoding } from './encoding.ts'

/** A response that is kept: its bytes, and those of each encoding, made once. */
export interface PageAnswer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly etag: string
  /** The bytes in an encoding. */
  bytes(encoding: Encoding): Buffer | Promise<Buffer>
  /** The bytes of all encodings that were made. */
  size(): number
}

/** Shorter ones do not shrink. Bytes. */
const leastToCompress = 1024
const compressible = /^(text\/|application\/(json|manifest\+json|javascript)|image\/svg)/
const compress = {
  gzip: promisify(gzip),
  // A tenth of the best quality's time, for a twentieth more bytes.
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
}

export function createPageAnswer(status: number, headers: OutgoingHttpHeaders, body: Buffer): PageAnswer {
  // Weak, since it is the same for every encoding.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const type = String(headers['content-type'] ?? '')
  const canCompress = body.length >= leastToCompress && compressible.test(type)
  const made = new Map<Encoding, Buffer | Promise<Buffer>>([['identity', body]])
  let size = body.length

  function make(encoding: 'gzip' | 'br'): Promise<Buffer> {
    const making = compress[encoding](body).then((bytes) => {
      made.set(encoding, bytes)
      size += bytes.length
      return bytes
    })
    made.set(encoding, making)
    return making
  }

  return {
    status,
    headers: { ...headers, ...(canCompress ? { vary: 'Accept-Encoding' } : {}) },
    etag,
    bytes(encoding) {
      if (encoding === 'identity' || !canCompress) return body
      return made.get(encoding) ?? make(encoding)
    },
    size: () => size,
  }
}

/** Sends the answer in the best encoding of the request, or 304 when the client has it. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: PageAnswer): void {
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value)
  const isFixed = answer.status === 200
  if (isFixed) response.setHeader('ETag', answer.etag)
  if (isFixed && hasTag(request.headers['if-none-match'], answer.etag)) {
    response.removeHeader('Content-Type')
    response.writeHead(304).end()
    return
  }
  const encoding = answer.headers.vary === undefined ? 'identity' : bestEncoding(request.headers['accept-encoding'])
  const bytes = answer.bytes(encoding)
  if (Buffer.isBuffer(bytes)) send(request, response, answer.status, encoding, bytes)
  else {
    bytes.then(
      (ready) => send(request, response, answer.status, encoding, ready),
      () => response.destroy(),
    )
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  encoding: Encoding,
  bytes: Buffer,
): void {
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(status, { 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** Whether the client names the tag, or any, in If-None-Match. */
function hasTag(tags: string | undefined, etag: string): boolean {
  if (tags === undefined) return false
  return tags.trim() === '*' || tags.split(',').some((one) => one.trim() === etag)
}
