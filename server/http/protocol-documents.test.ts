import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { roomyEdge } from './edge.fixture.ts'
import { createHttpServer, listen } from './http-server.ts'
import { readProtocolDocuments } from './protocol-documents.ts'

// Over a real listener, with Node's own client: unlike fetch, it sends every method and header unchanged.

const paths = ['/protocol/v1.json', '/protocol/asyncapi.json', '/protocol/openapi.json']
const types: Readonly<Record<string, string>> = {
  '/protocol/v1.json': 'application/schema+json',
  '/protocol/asyncapi.json': 'application/json',
  '/protocol/openapi.json': 'application/json',
}
const fileOf = (path: string) => readFileSync(new URL(`../../docs${path}`, import.meta.url), 'utf8')

const pageRequests: string[] = []
const web = createHttpServer({
  pages: async (request, response) => {
    pageRequests.push(request.url ?? '')
    response.writeHead(404).end()
  },
  ready: () => true,
  allowedOrigins: [],
  development: false,
  logger: pino({ level: 'silent' }),
  ...roomyEdge(),
})
let port = 0
beforeAll(async () => {
  port = await listen(web.server, 0, '127.0.0.1')
})
afterAll(() => web.close())

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

function send(path: string, method = 'GET', headers: IncomingHttpHeaders = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

describe.each(paths)('%s', (path) => {
  test('GET from any origin returns the file with its own and the security headers', async () => {
    const { status, headers, text } = await send(path, 'GET', { origin: 'https://elsewhere.example' })
    expect([status, text]).toEqual([200, fileOf(path)])
    expect(headers).toMatchObject({
      'content-type': types[path],
      'content-length': String(Buffer.byteLength(text)),
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain(`default-src 'none'`)
    expect(headers['set-cookie']).toBeUndefined()
    expect((await send(`${path}?from=tool`)).text).toBe(text)
  })

  test('HEAD returns the headers of GET without a body', async () => {
    const [got, head] = [await send(path), await send(path, 'HEAD')]
    expect([head.status, head.text]).toEqual([200, ''])
    for (const name of ['content-type', 'content-length', 'etag', 'access-control-allow-origin', 'cache-control']) {
      expect([name, head.headers[name]]).toEqual([name, got.headers[name]])
    }
  })

  test('a request whose If-None-Match has the current tag gets 304 without a body', async () => {
    const { etag = '' } = (await send(path)).headers
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, text, headers } = await send(path, 'GET', { 'if-none-match': held })
      expect([held, status, text]).toEqual([held, 304, ''])
      expect(headers).toMatchObject({
        etag,
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=300',
      })
    }
    for (const other of ['"other"', etag.slice(1, -1), 'W/"other"']) {
      expect((await send(path, 'GET', { 'if-none-match': other })).status).toBe(200)
    }
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is refused with 405 and the allowed methods',
    async (method) => {
      const body = method === 'OPTIONS' ? '' : 'x'
      const { status, headers } = await send(path, method, { 'content-length': String(body.length) }, body)
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
      expect(headers.etag).toBeUndefined()
    },
  )
})

test('the protocol documents have different tags', async () => {
  const tags = await Promise.all(paths.map(async (path) => (await send(path)).headers.etag))
  expect(new Set(tags).size).toBe(paths.length)
})

test('any other path under /protocol goes to the pages, without access for other origins', async () => {
  pageRequests.length = 0
  const others = [
    '/protocol',
    '/protocol/',
    '/protocol/v1.fields.txt',
    '/protocol/../package.json',
    '/protocol/V1.JSON',
  ]
  for (const path of others) {
    const { status, headers } = await send(path)
    expect([path, status, headers['access-control-allow-origin']]).toEqual([path, 404, undefined])
  }
  expect(pageRequests).toEqual(others)
})

test('a protocol document that is not installed is left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-documents-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const installed = () => [...readProtocolDocuments(pathToFileURL(`${folder}/`)).keys()]
  expect(installed()).toEqual([])
  cpSync(new URL('../../docs/protocol/v1.json', import.meta.url), join(folder, 'v1.json'))
  expect(installed()).toEqual(['/protocol/v1.json'])
})
