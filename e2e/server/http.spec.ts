import { request as httpRequest } from 'node:http'
import { expect, test } from '@playwright/test'
import { serverOfFile } from '../fixtures/test-server.ts'

const server = serverOfFile()

test('given a running server, then /healthz and /readyz say so', async () => {
  for (const [path, text] of [
    ['/healthz', 'ok'],
    ['/readyz', 'ready'],
  ]) {
    const answer = await fetch(`${server.baseUrl}${path}`)
    expect([answer.status, (await answer.text()).trim()]).toEqual([200, text])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

for (const path of ['/live', '/admin/sign-in', '/nowhere']) {
  test(`given ${path}, then its headers leave nothing to other sites and to scripts that are not ours`, async () => {
    const { headers } = await fetch(`${server.baseUrl}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one]))
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('*')
    expect(directives.get('default-src')).toBe(`default-src 'none'`)
    expect(directives.get('frame-ancestors')).toBe(`frame-ancestors 'none'`)
    expect(directives.get('base-uri')).toBe(`base-uri 'none'`)
    expect(directives.get('worker-src')).toBe(`worker-src 'self'`)
    expect(directives.get('script-src')).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })
}

test('given two visits, then each page has a nonce of its own, on every script', async () => {
  const nonces = new Set<string | undefined>()
  for (let visit = 0; visit < 2; visit += 1) {
    const answer = await fetch(`${server.baseUrl}/live`)
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(2)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(2)
})

test('given a nonce and an address that the network made up, then the server does not believe them', async () => {
  const answer = await fetch(`${server.baseUrl}/live`, {
    headers: { 'Content-Security-Policy': `script-src 'nonce-chosen'`, 'X-Nonce': 'chosen' },
  })
  expect(await answer.text()).not.toContain('nonce="chosen"')
})

const sent: readonly (readonly [string, RequestInit, number])[] = [
  ['a PUT', { method: 'PUT', body: 'x' }, 405],
  ['a DELETE', { method: 'DELETE' }, 405],
  ['a form of another origin', { method: 'POST', body: 'x', headers: { Origin: 'https://elsewhere.example' } }, 403],
  ['a form of no origin at all', { method: 'POST', body: 'x', headers: { Origin: 'null' } }, 403],
  ['a form that is too large', { method: 'POST', body: 'x'.repeat(20_000) }, 413],
]

for (const [what, options, status] of sent) {
  test(`given ${what}, then it is refused before any page sees it`, async () => {
    expect((await send('/api/admin/sign-in', options)).status).toBe(status)
    expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200)
  })
}

/** fetch() does not let anybody choose the Origin. */
function send(path: string, { method = 'GET', body = '', headers = {} }: RequestInit): Promise<{ status: number }> {
  const options = { method, headers: { ...Object(headers), 'Content-Length': `${body}`.length } }
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${server.baseUrl}${path}`, options, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
    })
    request.on('error', reject)
    request.end(`${body}`)
  })
}
