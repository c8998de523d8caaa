import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { offlineListCache } from '../../lib/offline/offline-list.ts'
import { roomyEdge } from './edge.fixture.ts'
import { createHttpServer, listen } from './http-server.ts'
import { readServiceWorker, serviceWorkerPath } from './service-worker.ts'

// The worker's decisions and how it is served. e2e/away/offline.spec.ts tests it in a browser.

const origin = 'https://results.club.example'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-worker-'))
  mkdirSync(join(folder, 'server/http'), { recursive: true })
  mkdirSync(join(folder, '.next'))
  writeFileSync(join(folder, '.next/BUILD_ID'), 'a-build\n')
  const source = new URL('./service-worker.js', import.meta.url)
  writeFileSync(join(folder, 'server/http/service-worker.js'), readFileSync(source))
})
afterEach(() => rmSync(folder, { recursive: true }))

const script = (development = false) => readServiceWorker(development, pathToFileURL(`${folder}/`))

describe('the service worker script', () => {
  test('differs between builds', () => {
    const before = script()
    expect(before).toContain('const build = "a-build"')
    writeFileSync(join(folder, '.next/BUILD_ID'), 'another')
    expect(script()).not.toBe(before)
  })

  test('unregisters itself in development and without a build', () => {
    expect(script(true)).toContain('unregister()')
    rmSync(join(folder, '.next/BUILD_ID'))
    expect(script()).toBe(script(true))
  })

  test('deletes the shells of other builds and lists in other formats, but no other cache', async () => {
    const names = ['paddock-shell-a-build', 'paddock-shell-b', 'paddock-list', offlineListCache, 'paddock-list-3', 'x']
    const left = new Set(names)
    const caches = { keys: async () => names, delete: async (name: string) => left.delete(name) }
    await evaluate('deleteOldCaches()', { caches })
    expect([...left]).toEqual(['paddock-shell-a-build', offlineListCache, 'x'])
  })

  test('names the cache in which the page saves its list', () => {
    expect(evaluate('listCache')).toBe(offlineListCache)
  })
})

describe('the kind of a request', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['GET', 'navigate', '/live', 'live page'],
    ['GET', 'navigate', '/live?view=pax&driver=Joan', 'live page'],
    ['GET', 'navigate', '/', 'front door'],
    ['GET', 'no-cors', '/_next/static/chunks/a.js', 'static file'],
    ['GET', 'cors', '/live', 'other'],
    ['GET', 'navigate', '/live/results.csv', 'other'],
    ['GET', 'navigate', '/live/results.json?view=pax', 'other'],
    ['GET', 'navigate', '/lively', 'other'],
    ['POST', 'navigate', '/live', 'other'],
    ['GET', 'navigate', '/admin', 'other'],
    ['GET', 'navigate', '/admin/sign-in', 'other'],
    ['POST', 'navigate', '/api/admin/sign-in', 'other'],
    ['GET', 'cors', '/socket.io/?EIO=4&transport=polling', 'other'],
    ['GET', 'navigate', '/protocol/v1.json', 'other'],
    ['GET', 'cors', '/readyz', 'other'],
    ['GET', 'navigate', '/offline', 'other'],
    ['GET', 'no-cors', '/_next/image?url=x', 'other'],
    ['GET', 'navigate', 'https://elsewhere.example/live', 'other'],
    ['GET', 'no-cors', 'https://elsewhere.example/_next/static/a.js', 'other'],
  ]
  test.each(cases)('%s in mode %s to %s is: %s', (method, mode, address, kind) => {
    const request = { method, mode, url: new URL(address, origin).href }
    expect(evaluate(`kindOf(${JSON.stringify(request)})`)).toBe(kind)
  })
})

describe('a notification', () => {
  const message = { title: 'Ann', body: 'Run 3', tag: 'driver Ann', url: '/live?driver=Ann' }

  test.each([
    ['what the server said', { json: () => message }, ['Ann', 'Run 3', '/live?driver=Ann']],
    [
      'something for a message that cannot be read',
      { json: () => JSON.parse('{') },
      ['Live results', 'There is news.', '/live'],
    ],
    ['something for a message without content', null, ['Live results', 'There is news.', '/live']],
  ])('shows %s', async (_what, data, expected) => {
    const shown: unknown[] = []
    const showNotification = async (title: string, options: { body: string; data: string }) => {
      shown.push([title, options.body, options.data])
    }
    await evaluate('showNotification(data)', { data }, { registration: { showNotification } })
    expect(shown).toEqual([expected])
  })

  test.each([
    ['a tab of the page', '/live?driver=Ann', ['/admin', '/live?view=pax'], `moved ${origin}/live?driver=Ann, focused`],
    ['a new tab, where there is none', '/live?driver=Ann', ['/admin'], `opened ${origin}/live?driver=Ann`],
    ['the page alone, for another path', '/admin', [], 'opened /live'],
    ['the page alone, for another server', 'https://elsewhere.example/live', [], 'opened /live'],
  ])('that is touched opens %s', async (_what, address, tabs, expected) => {
    const done: string[] = []
    const focus = async () => void done.push('focused')
    const navigate = async (url: string) => {
      done.push(`moved ${url}`)
      return { focus }
    }
    const clients = {
      matchAll: async () => tabs.map((path) => ({ url: `${origin}${path}`, navigate })),
      openWindow: async (url: string) => void done.push(`opened ${url}`),
    }
    await evaluate('openPage(address)', { address }, { clients })
    expect(done.join(', ')).toBe(expected)
  })

  test('that a tab of another worker cannot show opens a new tab', async () => {
    const opened: string[] = []
    const clients = {
      matchAll: async () => [{ url: `${origin}/live`, navigate: () => Promise.reject(new TypeError('no')) }],
      openWindow: async (url: string) => void opened.push(url),
    }
    await evaluate(`openPage('/live?driver=Ann')`, {}, { clients })
    expect(opened).toEqual([`${origin}/live?driver=Ann`])
  })

  test('goes on after the browser renewed its subscription', async () => {
    const asked: unknown[] = []
    const change = {
      oldSubscription: { endpoint: 'https://push.example/old', options: { userVisibleOnly: true } },
      newSubscription: null,
    }
    const pushManager = { subscribe: async (options: object) => ({ endpoint: 'https://push.example/new', ...options }) }
    const fetch = async (url: string, { body }: { body: string }) => asked.push([url, JSON.parse(body)])
    await evaluate('replaceSubscription(change)', { change, fetch }, { registration: { pushManager } })
    const subscription = { endpoint: 'https://push.example/new', userVisibleOnly: true }
    expect(asked).toEqual([['/api/push/subscribe', { subscription, replaces: 'https://push.example/old' }]])
  })
})

describe('the HTTP server', () => {
  test('serves the service worker at the root, uncached, with a policy, to GET and HEAD only', async () => {
    const web = createHttpServer({
      pages: async (_, response) => void response.writeHead(404).end(),
      ready: () => true,
      allowedOrigins: [],
      development: true,
      logger: pino({ level: 'silent' }),
      ...roomyEdge(),
    })
    const port = await listen(web.server, 0, '127.0.0.1')
    const answer = await fetch(`http://127.0.0.1:${port}${serviceWorkerPath}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(script(true))
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringContaining(`worker-src 'self'`),
    })
    const head = await fetch(`http://127.0.0.1:${port}${serviceWorkerPath}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const post = await fetch(`http://127.0.0.1:${port}${serviceWorkerPath}`, { method: 'POST', body: '' })
    expect(post.status).not.toBe(200)
    await web.close()
  })
})

/** The value of an expression after the worker's script ran with the globals of a browser, and these of `self`. */
function evaluate(expression: string, globals: object = {}, own: object = {}): unknown {
  const self = { addEventListener: () => undefined, location: { origin }, ...own }
  return runInNewContext(`${script()}\n${expression}`, { self, URL, ...globals })
}
