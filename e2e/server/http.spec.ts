import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { readingTest } from '../fixtures/reading-test.ts'
import { expect } from '../fixtures/test.ts'

readingTest('given a running server, then /healthz answers ok and /readyz answers ready', async ({ server }) => {
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
  readingTest(
    `given ${path}, then its headers refuse other sites and every script but those of the page`,
    async ({ server }) => {
      const { headers } = await fetch(`${server.baseUrl}${path}`)
      const policy = headers.get('content-security-policy') ?? ''
      const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one]))
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('*')
      expect(directives.get('default-src')).toBe(`default-src 'none'`)
      expect(directives.get('frame-ancestors')).toBe(`frame-ancestors 'none'`)
      expect(directives.get('base-uri')).toBe(`base-uri 'none'`)
      expect(directives.get('worker-src')).toBe(`worker-src 'self'`)
      expect(directives.get('script-src')).toMatch(/^script-src 'self'( 'sha256-[\w+/]{43}=')+$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )
}

readingTest(
  'given two visits, then the page is the same bytes, and its policy allows every script of it',
  async ({ server }) => {
    const [first, second] = await Promise.all([1, 2].map(() => fetch(`${server.baseUrl}/live`)))
    const html = await first?.text()
    expect(await second?.text()).toBe(html)
    // Where a nonce was, no page has one.
    expect(html).not.toMatch(/nonce="(?!-+")/)
    const policy = first?.headers.get('content-security-policy') ?? ''
    const scripts = Array.from(
      html?.matchAll(/<script(?![^>]* src=)[^>]*>(.*?)<\/script>/gs) ?? [],
      ([, text = '']) => text,
    )
    expect(scripts.length).toBeGreaterThan(2)
    for (const text of scripts) expect(policy).toContain(createHash('sha256').update(text).digest('base64'))
  },
)

readingTest('given a browser that has the page, then it gets 304 until the list changes', async ({ server }) => {
  const etag = (await fetch(`${server.baseUrl}/live`)).headers.get('etag') ?? ''
  const again = await fetch(`${server.baseUrl}/live`, { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

readingTest('given the files of the build, then they are sent compressed and kept for a year', async ({ server }) => {
  const html = await (await fetch(`${server.baseUrl}/live`)).text()
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1]
  const answer = await fetch(`${server.baseUrl}${script}`, { headers: { 'Accept-Encoding': 'br' } })
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'br'])
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

readingTest('given a request that names a nonce, then the page does not use it', async ({ server }) => {
  const answer = await fetch(`${server.baseUrl}/live`, {
    headers: { 'Content-Security-Policy': `script-src 'nonce-chosen'`, 'X-Nonce': 'chosen' },
  })
  expect(await answer.text()).not.toContain('nonce="chosen"')
})

const sent: readonly (readonly [string, RequestInit, number])[] = [
  ['a PUT', { method: 'PUT', body: 'x' }, 405],
  ['a DELETE', { method: 'DELETE' }, 405],
  ['a form of another origin', { method: 'POST', body: 'x', headers: { Origin: 'https://elsewhere.example' } }, 403],
  ['a form of the origin null', { method: 'POST', body: 'x', headers: { Origin: 'null' } }, 403],
  ['a form that is too large', { method: 'POST', body: 'x'.repeat(20_000) }, 413],
]

for (const [what, options, status] of sent) {
  readingTest(`given ${what}, then it is refused before a page handles it`, async ({ server }) => {
    expect((await send(`${server.baseUrl}/api/admin/sign-in`, options)).status).toBe(status)
    expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200)
  })
}

/** Not with fetch(), which sets the Origin itself. */
function send(address: string, { method = 'GET', body = '', headers = {} }: RequestInit): Promise<{ status: number }> {
  const options = { method, headers: { ...Object(headers), 'Content-Length': `${body}`.length } }
  return new Promise((resolve, reject) => {
    const request = httpRequest(address, options, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
    })
    request.on('error', reject)
    request.end(`${body}`)
  })
}
