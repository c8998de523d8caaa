import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bestEncoding } from './encoding.ts'
import { createPageAnswer, sendAnswer } from './page-answer.ts'

const html = '<p>Results</p>'.repeat(200)
const page = createPageAnswer(200, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(html))
const picture = createPageAnswer(200, { 'content-type': 'image/png' }, Buffer.from(html))
const missing = createPageAnswer(404, { 'content-type': 'text/html' }, Buffer.from('Nothing here.'))
const answers = new Map([
  ['/page', page],
  ['/picture', picture],
  ['/missing', missing],
])
const server = createServer((request, response) => {
  sendAnswer(request, response, answers.get(request.url ?? '') ?? missing)
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.0, gzip;q=0', 'identity'],
  ['bread, gzipped', 'identity'],
])('the best encoding of %j is %s', (accepted, encoding) => {
  expect(bestEncoding(accepted)).toBe(encoding)
})

test('each encoding of a page has its content, and is made once', async () => {
  expect(brotliDecompressSync(await page.bytes('br')).toString()).toBe(html)
  expect(gunzipSync(await page.bytes('gzip')).toString()).toBe(html)
  expect(await page.bytes('br')).toBe(await page.bytes('br'))
  expect(page.size()).toBe(html.length + (await page.bytes('br')).length + (await page.bytes('gzip')).length)
})

test('a page is sent in the encoding that the client takes, and varies by it', async () => {
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await fetch(`${origin}/page`, { headers: { 'Accept-Encoding': encoding } })
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding)
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(await answer.text()).toBe(html)
  }
})

test('a picture is sent as it is', async () => {
  const answer = await fetch(`${origin}/picture`, { headers: { 'Accept-Encoding': 'br' } })
  expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([null, null])
})

test('a client that has the page gets 304 without a body, and any other tag the page', async () => {
  const etag = (await fetch(`${origin}/page`)).headers.get('etag') ?? ''
  for (const tags of [etag, `W/"x", ${etag}`, '*']) {
    const answer = await fetch(`${origin}/page`, { headers: { 'If-None-Match': tags } })
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, etag, ''])
  }
  expect((await fetch(`${origin}/page`, { headers: { 'If-None-Match': 'W/"x"' } })).status).toBe(200)
})

test('a missing page has no tag: it may exist later', async () => {
  const answer = await fetch(`${origin}/missing`, { headers: { 'If-None-Match': '*' } })
  expect([answer.status, answer.headers.get('etag')]).toEqual([404, null])
})

test('HEAD has the length and no body', async () => {
  const answer = await fetch(`${origin}/page`, { method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } })
  expect([answer.headers.get('content-length'), await answer.text()]).toEqual([`${html.length}`, ''])
})
