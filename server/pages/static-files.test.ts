import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStaticFiles } from './static-files.ts'

const script = 'console.log("results")\n'.repeat(50)
const folder = mkdtempSync(join(tmpdir(), 'paddock-static-'))
const chunks = join(folder, '.next', 'static', 'chunks')
mkdirSync(chunks, { recursive: true })
writeFileSync(join(chunks, 'a~b.js'), script)
writeFileSync(join(chunks, 'a~b.js.br'), brotliCompressSync(script))
writeFileSync(join(chunks, 'a~b.js.gz'), gzipSync(script))
writeFileSync(join(chunks, 'font.woff2'), 'font')
writeFileSync(join(folder, '.next', 'secret.js'), 'secret')
const serve = createStaticFiles(folder)
const server = createServer((request, response) => {
  if (!serve(request, response)) response.writeHead(418).end()
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
const get = (path: string, encoding: string) =>
  fetch(`${origin}${path}`, { headers: { 'Accept-Encoding': encoding }, redirect: 'manual' })

test.each(['br', 'gzip', 'identity'])(
  'a script is sent as %s when the client takes that, to be kept for a year',
  async (encoding) => {
    const answer = await get('/_next/static/chunks/a%7Eb.js?x=1', encoding)
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding)
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(await answer.text()).toBe(script)
  },
)

test('a file without compressed copies is sent as it is', async () => {
  const answer = await get('/_next/static/chunks/font.woff2', 'br')
  expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([null, 'font'])
})

test.each([
  '/_next/static/chunks/none.js',
  '/_next/static/../secret.js',
  '/_next/static/%2e%2e/secret.js',
  '/_next/static/%',
  '/_next/static/chunks/a~b.js.br',
  '/_next/static/',
])('%s is no file', async (path) => {
  const status = await new Promise((resolve) => {
    const { port } = server.address() as AddressInfo
    // fetch would normalize the path.
    void import('node:http').then(({ get: plain }) =>
      plain({ port, path }, (answer) => resolve(answer.resume().statusCode)),
    )
  })
  expect(status).toBe(404)
})

test('every other path is left to the pages', async () => {
  expect((await get('/live', 'br')).status).toBe(418)
})
