import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTurns } from './connection-turns.ts'
import type { PageRequest, PageResponse } from './render/local-request.ts'
import { type PageServing, servePages } from './serve-pages.ts'

const frameAncestors = ['https://club.example', 'http://127.0.0.1:8080']
const known = new Set(['/live', '/overlay', '/embed', '/admin', '/admin/sign-in', '/api/admin/release'])

/** Real connections to real pages, rendered by a function that ends when the test says so. */
let server: Server
let pages: PageServing
let origin = ''
let port = 0
let id = 1
let signedIn = false
const rendered: PageRequest[] = []
let ends: (() => void)[] = []
let isHeld = false
let isBroken = false
/** Requests, and responses that were sent or whose client left. */
let asked = 0
let closed = 0

async function render(request: PageRequest): Promise<PageResponse> {
  rendered.push(request)
  if (isBroken) throw new Error('The process has ended.')
  if (isHeld) await new Promise<void>((resolve) => ends.push(resolve))
  const nonce = /nonce-([\w-]+)/.exec(String(request.headers['content-security-policy']))?.[1]
  const body = Buffer.from(`<script nonce="${nonce}">list(${id})</script><script>evil()</script>`)
  return {
    status: 200,
    headers: { 'content-type': 'text/html', 'x-powered-by': 'Next', 'cache-control': 'no-store' },
    body,
  }
}
function release(): void {
  isHeld = false
  for (const end of ends.splice(0)) end()
}

beforeEach(async () => {
  rendered.length = asked = closed = 0
  ends = []
  isHeld = isBroken = false
  signedIn = false
  pages = servePages({
    renderer: { render },
    snapshot: () => ({ id, json: () => '' }),
    spelling: () => undefined,
    known,
    frameAncestors,
    isSignedIn: async () => signedIn,
    logger: pino({ level: 'silent' }),
  })
  const takeTurn = createTurns()
  server = createServer((request, response) => {
    asked += 1
    response.once('close', () => (closed += 1))
    takeTurn(request.socket, response, () => void pages.answer(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  origin = `http://127.0.0.1:${port}`
})
afterEach(() => {
  release()
  server.close()
  server.closeAllConnections()
})
const text = async (path: string) => (await fetch(origin + path)).text()
const statuses = (count: number, path: (index: number) => string) =>
  Array.from({ length: count }, async (_, index) => (await fetch(origin + path(index))).status)
const until = (condition: () => boolean) => expect.poll(condition, { interval: 5 }).toBe(true)

test('given 200 connections that ask for one page, then it is rendered once, and once more for the next list', async () => {
  isHeld = true
  const answers = statuses(200, () => '/live')
  await until(() => rendered.length > 0)
  release()
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
  expect(rendered).toHaveLength(1)
  id += 1
  expect(await text('/live')).toContain(`list(${id})`)
  expect(rendered).toHaveLength(2)
})

test('given invented parameters, then they are no other pages', async () => {
  const answers = await Promise.all(statuses(50, (index) => `/live?x=${index}&rows=${index}&view=${index}`))
  expect(answers.every((status) => status === 200)).toBe(true)
  expect(rendered.map(({ path }) => path)).toEqual(['/live'])
})

test('given 1,000 pipelined requests on one connection, then at most one page is made, and the connection is ended', async () => {
  isHeld = true
  const socket = connect(port, '127.0.0.1')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => {})
  socket.write(Array.from({ length: 1000 }, (_, n) => `GET /live?q=${n} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''))
  await closed
  release()
  expect(await text('/live?q=honest')).toContain('list(')
  expect(rendered.map(({ path }) => path)).toEqual(['/live?q=0', '/live?q=honest'])
})

test('given more searches than the budget and its queue hold, then the others get 503 with a time to try again', async () => {
  isHeld = true
  const answered: Response[] = []
  const answers = Array.from({ length: 60 }, async (_, index) => {
    answered.push(await fetch(`${origin}/live?q=${index}`))
  })
  await until(() => answered.length === 16)
  for (const { status, headers } of answered) {
    expect(status).toBe(503)
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(2)
  }
  expect(rendered).toHaveLength(4)
  release()
  await Promise.all(answers)
  expect(answered.filter(({ status }) => status === 200)).toHaveLength(44)
})

test('given clients that left while they waited, then nothing is made for them', async () => {
  isHeld = true
  const leaving = new AbortController()
  const gone = Array.from({ length: 30 }, (_, index) =>
    fetch(`${origin}/live?q=${index}`, { signal: leaving.signal }).catch(() => 'left'),
  )
  await until(() => asked === 30 && rendered.length === 4)
  leaving.abort()
  await Promise.all(gone)
  await until(() => closed === 30)
  release()
  expect(await text('/live?q=honest')).toContain('list(')
  expect(rendered.map(({ path }) => path).slice(4)).toEqual(['/live?q=honest'])
})

test('given a public crowd that fills its budget, then the desk is answered', async () => {
  isHeld = true
  const crowd = statuses(40, (index) => `/live?q=${index}`)
  await until(() => rendered.length === 4)
  signedIn = true
  const desk = text('/admin')
  await until(() => rendered.some(({ path }) => path === '/admin'))
  release()
  expect(await desk).toContain('list(')
  await Promise.all(crowd)
})

test('given no session, then /admin leads to the sign-in page and nothing is rendered', async () => {
  const answer = await fetch(`${origin}/admin`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([307, '/admin/sign-in'])
  expect(rendered).toEqual([])
})

test('given a kept sign-in page, when somebody with a session opens it, then it leads to the desk', async () => {
  expect(await text('/admin/sign-in')).toContain('list(')
  signedIn = true
  const answer = await fetch(`${origin}/admin/sign-in`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([307, '/admin'])
})

test('a page allows its own scripts by their hashes, and shows no header of the renderer', async () => {
  const answer = await fetch(`${origin}/live`, { headers: { Cookie: 'secret=1', 'X-Nonce': 'chosen', RSC: '1' } })
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toMatch(/^'self'( 'sha256-[\w+/]{43}='){2}$/)
  expect(answer.headers.get('x-powered-by')).toBeNull()
  // Next's own would keep a browser from asking with the tag of what it has.
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(Object.keys(rendered[0]?.headers ?? {})).toEqual(['content-security-policy'])
})

test('given allowed sites, then only the policy of /embed names them, and only that of /overlay allows styles of its reader', async () => {
  const policyOf = async (path: string) => (await fetch(origin + path)).headers.get('content-security-policy') ?? ''
  const allowed = `frame-ancestors ${frameAncestors.join(' ')}`
  for (const path of ['/embed', '/embed?view=pax', '/embed?class=Unknown']) {
    expect(await policyOf(path)).toContain(allowed)
    expect(await policyOf(path)).toMatch(/style-src 'self';/)
  }
  for (const path of ['/live', '/live?q=/embed', '/overlay', '/overlay?driver=Ann', '/admin/sign-in', '/nowhere']) {
    expect(await policyOf(path)).toContain(`frame-ancestors 'none'`)
  }
  expect(await policyOf('/overlay?show=top')).toMatch(/style-src 'self' 'unsafe-inline';/)
  expect(await policyOf('/overlay')).not.toMatch(/script-src[^;]*unsafe/)
  expect(await policyOf('/live')).toMatch(/style-src 'self';/)
})

test('given invented parameters of a frame, and themes, then they are no other pages', async () => {
  await Promise.all(statuses(50, (index) => `/embed?x=${index}&view=${index}&theme=${index}`))
  await Promise.all(statuses(3, (index) => `/embed?theme=${['light', 'dark', 'auto'][index]}`))
  expect(rendered.map(({ path }) => path)).toEqual(['/embed'])
})

test('a form is passed to the desk with its cookie, its type and the address of its sender', async () => {
  const headers = { Cookie: 'a=1', 'Content-Type': 'application/x-www-form-urlencoded', 'Next-Action': 'x' }
  await fetch(`${origin}/api/admin/release`, { method: 'POST', body: 'password=x', headers })
  expect(rendered[0]).toMatchObject({ method: 'POST', path: '/api/admin/release', body: Buffer.from('password=x') })
  expect(Object.keys(rendered[0]?.headers ?? {})).toEqual(['cookie', 'content-type', 'content-security-policy'])
})

test('given requests of every kind, then each is counted once, by the way in which it was answered', async () => {
  isHeld = true
  const shared = [text('/live'), text('/live')]
  await until(() => asked === 2 && rendered.length === 1)
  release()
  await Promise.all(shared)
  await Promise.all([text('/live'), text('/live'), text('/live?q=ann')])
  signedIn = true
  await text('/admin')
  const ways = { shared: 2, kept: 2, own: 1, desk: 1, busy: 0, failed: 0 }
  expect(pages.counts()).toEqual({ answers: ways, waiting: 0 })
})

test('given a full queue and clients that leave it, then only the refused are counted as busy', async () => {
  isHeld = true
  const leaving = new AbortController()
  const gone = Array.from({ length: 44 }, (_, index) =>
    fetch(`${origin}/live?q=${index}`, { signal: leaving.signal }).catch(() => 'left'),
  )
  await until(() => pages.counts().waiting === 40)
  expect((await fetch(`${origin}/live?q=refused`)).status).toBe(503)
  leaving.abort()
  await Promise.all(gone)
  await until(() => closed === 45)
  release()
  await text('/live?q=honest')
  expect(pages.counts()).toMatchObject({ answers: { busy: 1, failed: 0 }, waiting: 0 })
})

test('given a page that cannot be made, then it is counted as failed', async () => {
  isBroken = true
  expect((await fetch(`${origin}/live?q=ann`)).status).toBe(503)
  expect(pages.counts().answers).toMatchObject({ failed: 1, busy: 0, own: 0 })
})
