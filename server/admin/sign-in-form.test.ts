import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SignIn } from './sign-in.ts'
import { createSignInForm } from './sign-in-form.ts'

let server: Server
let tries: (readonly [string, string])[]
let passed: number
let settled: (() => void) | undefined

const answers: Readonly<Record<string, SignIn>> = {
  right: { kind: 'signed_in', token: 'a-token', maxAge: 60 },
  often: { kind: 'too_many_tries', secondsToWait: 42 },
}

beforeEach(async () => {
  tries = []
  passed = 0
  const form = createSignInForm(async (password, address) => {
    tries.push([password, address])
    return answers[password] ?? { kind: 'wrong_password' }
  })
  server = createServer((request, response) => {
    request.headers['x-paddock-address'] = '10.0.0.1'
    void form(request, response).then((isForm) => {
      if (!isForm) {
        passed += 1
        response.writeHead(404).end()
      }
      settled?.()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const port = () => (server.address() as AddressInfo).port
const send = (body: string, headers = {}, path = '/api/admin/sign-in', method = 'POST') =>
  fetch(`http://127.0.0.1:${port()}${path}`, {
    method,
    body: method === 'GET' ? null : body,
    headers,
    redirect: 'manual',
  })

test('given the right password, then the answer leads to the desk and sets the cookie for this site alone', async () => {
  const { status, headers } = await send('password=right')
  expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([303, '/admin', 'no-store'])
  expect(headers.get('set-cookie')).toBe('paddock_session=a-token; Path=/; Max-Age=60; HttpOnly; SameSite=Strict')
  expect(tries).toEqual([['right', '10.0.0.1']])
})

test('given a proxy with TLS, then the cookie is for TLS alone', async () => {
  const { headers } = await send('password=right', { 'x-forwarded-proto': 'https' })
  expect(headers.get('set-cookie')).toMatch(/; SameSite=Strict; Secure$/)
})

test.each([
  ['password=wrong', '/admin/sign-in?problem=wrong_password', 1],
  ['password=often', '/admin/sign-in?problem=too_many_tries&seconds=42', 1],
  ['password=', '/admin/sign-in?problem=wrong_password', 0],
  ['other=right', '/admin/sign-in?problem=wrong_password', 0],
  ['', '/admin/sign-in?problem=wrong_password', 0],
  [`password=${'x'.repeat(201)}`, '/admin/sign-in?problem=wrong_password', 0],
])('given the form %s, then the answer leads to %s without a cookie', async (body, location, compared) => {
  const { status, headers } = await send(body)
  expect([status, headers.get('location'), headers.get('set-cookie')]).toEqual([303, location, null])
  expect(tries).toHaveLength(compared)
})

test('given another path or method, then the request goes on to the pages', async () => {
  expect((await send('password=right', {}, '/api/admin/sign-out')).status).toBe(404)
  expect((await send('', {}, '/api/admin/sign-in', 'GET')).status).toBe(404)
  expect([passed, tries]).toEqual([2, []])
})

test('given a client that leaves in the middle of its form, then nothing is compared, and no error is thrown', async () => {
  const done = new Promise<void>((resolve) => {
    settled = resolve
  })
  const socket = connect(port(), '127.0.0.1')
  socket.write('POST /api/admin/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\npassword=')
  await once(server, 'request')
  socket.resetAndDestroy()
  await done
  expect([passed, tries]).toEqual([0, []])
})
