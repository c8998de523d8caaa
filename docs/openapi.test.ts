import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { pino } from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { historyAnswer } from '../lib/day/history-answer.ts'
import { httpDocuments } from '../scripts/protocol/documents.ts'
import { compareFields, readFields } from '../scripts/protocol/frozen-fields.ts'
import { answerSchemas, describedPaths } from '../scripts/protocol/http/answer-schemas.ts'
import { roomyEdge } from '../server/http/edge.fixture.ts'
import { createHttpServer, listen } from '../server/http/http-server.ts'
import { servePages } from '../server/pages/serve-pages.ts'
import { readText } from './markdown.ts'
import { sourceFiles } from './source-files.ts'

const documents = httpDocuments()
const document = JSON.parse(readText('docs/protocol/openapi.json'))
const frozen = readFields(readText(`docs/protocol/${documents.frozenFile}`))
const paths = Object.keys(document.paths)

/** Served, and no part of the document: for browsers alone, or for signed-in people. */
const notDescribed = [
  ...['/', '/offline', '/icon.svg', '/apple-icon.png', '/manifest.webmanifest', '/service-worker.js'],
  ...[
    '/_next/static/',
    '/_next/image',
    '/socket.io/',
    '/admin',
    '/admin/sign-in',
    '/api/',
    '/api/admin/desk',
    '/api/admin/keep',
    '/api/admin/phones',
    '/api/admin/release',
  ],
  ...['/api/admin/sign-in', '/api/admin/sign-out'],
  // Pages of this server alone may ask for these: another origin is refused.
  ...['/api/push/key', '/api/push/subscribe', '/api/push/unsubscribe'],
  // Known to the process of the pages alone, a page that nobody has, and the other listener.
  ...['/_paddock/snapshot', '/_paddock/usage', '/nowhere', '/metrics'],
]

const promise =
  'Programs of other people rely on these routes. `npm run protocol` writes what is new; nothing else changes.'

describe('the OpenAPI document', () => {
  test('is valid by the official schema of OpenAPI 3.1, and one with a wrong word is not', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true })
    const wrong = { ...structuredClone(document), routes: {} }
    expect((await new Validator().validate(wrong)).valid).toBe(false)
  })

  test.each([...documents.files])('has %s as the code makes it', (name, text) => {
    expect(readText(`docs/protocol/${name}`), `Run \`npm run protocol\`. ${promise}`).toBe(text)
  })

  test('breaks no promise and has no field without one', () => {
    expect(compareFields(frozen, documents.fields), promise).toEqual({ breaks: [], added: [] })
    const without = new Map([...documents.fields].filter(([path]) => !path.includes('results.csv')))
    expect(compareFields(frozen, without).breaks.length).toBeGreaterThan(5)
  })

  test('describes only fields that there are', () => {
    const fields = [...documents.fields.keys()]
    expect(describedPaths.filter((path) => !fields.includes(path))).toEqual([])
  })
})

describe('the public routes', () => {
  test('of app/ are all in the document, or are named as no part of it', () => {
    const routes = sourceFiles(['app']).flatMap((file) => {
      const [, path] = /^app((?:\/[^/]+)*)\/(?:page|route)\.tsx?$/.exec(file) ?? []
      return path === undefined ? [] : [path || '/']
    })
    expect(routes).toEqual(expect.arrayContaining(['/', '/live', '/live/results.csv', '/admin/sign-in']))
    expect(routes.filter((path) => !paths.includes(path) && !notDescribed.includes(path))).toEqual([])
  })

  test('of server/ are all in the document, or are named as no part of it', () => {
    const files = sourceFiles(['server']).filter((file) =>
      /^server\/(?:http|pages|admin|metrics|live|push)\/(?!.*fixture)/.test(file),
    )
    const named = files.flatMap((file) =>
      Array.from(readText(file).matchAll(/'(\/[a-z_][\w./-]+)'/g), ([, path = '']) => path),
    )
    const served = [...paths, ...notDescribed]
    expect(named).toEqual(expect.arrayContaining(['/healthz', '/readyz', '/live/history.json']))
    expect([...new Set(named)].filter((path) => !served.includes(path))).toEqual([])
  })

  test('are open to every origin exactly where the document says so, and never behind a sign-in', async () => {
    const web = await startWeb(async (_request, response) => void response.end())
    for (const path of [...paths, ...notDescribed]) {
      const { headers } = await fetch(`${web}${path}`, { redirect: 'manual' })
      const isOpen = document.paths[path]?.get.responses['200'].headers['Access-Control-Allow-Origin'] !== undefined
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, isOpen ? '*' : null])
      if (paths.includes(path)) {
        expect(headers.get('cross-origin-resource-policy')).toBe(isOpen ? 'cross-origin' : 'same-origin')
      }
      // With credentials, no browser would take the star; without them, no cookie is sent.
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })
})

describe('answers that a healthy server seldom gives', () => {
  test('given a server that starts, then /readyz answers as described', async () => {
    const web = await startWeb(async (_request, response) => void response.end(), false)
    const answer = await fetch(`${web}/readyz`)
    expect(answer.status).toBe(503)
    await expectAsDescribed('/readyz', answer)
  })

  test.each(paths.filter((path) => '503' in document.paths[path].get.responses && path !== '/readyz'))(
    'given a process of the pages that has ended, then %s answers as described',
    async (path) => {
      const pages = servePages({
        frameAncestors: [],
        renderer: { render: () => Promise.reject(new Error('The process has ended.')) },
        snapshot: () => ({ id: 1, json: () => '' }),
        spelling: () => undefined,
        known: new Set(paths),
        isSignedIn: async () => false,
        logger: pino({ level: 'silent' }),
      })
      const answer = await fetch(`${await startWeb(pages.answer)}${path}`)
      expect(answer.status).toBe(503)
      await expectAsDescribed(path, answer)
    },
  )
})

describe('a preflight', () => {
  test('of a page of another origin, for public data, is answered with what it may send', async () => {
    const url = `${await startWeb(async (_request, response) => void response.end())}/live/results.json`
    const headers = { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' }
    const answer = await fetch(url, { method: 'OPTIONS', headers })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' },
      ...{ 'access-control-allow-headers': 'If-None-Match', 'access-control-expose-headers': 'ETag, Retry-After' },
    })
    // Without the question of a preflight, it is a method like any other.
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(405)
    expect((await fetch(url, { headers })).status).toBe(200)
  })

  test.each(['/live', '/admin', '/api/admin/release', '/healthz'])('for %s gets no permission', async (path) => {
    const web = await startWeb(async (_request, response) => void response.end())
    const headers = { 'Access-Control-Request-Method': 'GET', Origin: 'https://elsewhere.example' }
    const answer = await fetch(`${web}${path}`, { method: 'OPTIONS', headers })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('access-control-allow-methods')).toBeNull()
  })
})

test('the schemas of JSON answers accept what the code makes, and refuse what it refuses', () => {
  const ajv = new Ajv2020({ strict: false })
  const validate = (name: string, answer: unknown) => [
    ajv.validate(document.components.schemas[name], answer),
    answerSchemas.get(name)?.safeParse(answer).success,
  ]
  const change = { version: 2, at: 1000, driver_name: 'Joan', course: 0, run: 0, text_before: '', text: '40.434' }
  const history = historyAnswer('a', 2, [change])
  expect(validate('history', history)).toEqual([true, true])
  const [entry] = history.entries
  for (const changes of [[[1, 2]], [[...(entry?.changes[0] ?? []), 7]], [['2', 1000, 0, 0, '', '']]]) {
    expect(validate('history', { ...history, entries: [{ driver_name: 'Joan', changes }] })).toEqual([false, false])
  }
  const row = {
    ...{ position: 1, class: 'SS', number: '4', driver: 'Joan', car: '', time: '40.434', gap: '', raw_position: 1 },
    ...{ indexed_time: '', pax_position: '', heat: '1', run_1: '40.434' },
  }
  const results = { title: 'Test', state: 'final', log: 'a', version: 2, at: 1000, entries: [row] }
  expect(validate('results', results)).toEqual([true, true])
  for (const wrong of [{ position: 0 }, { position: null }, { run_1: 40.434 }, { time: undefined }]) {
    const entries = [JSON.parse(JSON.stringify({ ...row, ...wrong }))]
    expect([wrong, ...validate('results', { ...results, entries })]).toEqual([wrong, false, false])
  }
})

/** The HTTP server in front of these pages, for one test. */
async function startWeb(pages: Parameters<typeof createHttpServer>[0]['pages'], isReady = true): Promise<string> {
  const web = createHttpServer({
    ...{ pages, ready: () => isReady, allowedOrigins: [], development: false, logger: pino({ level: 'silent' }) },
    ...roomyEdge(),
  })
  const port = await listen(web.server, 0, '127.0.0.1')
  onTestFinished(web.close)
  return `http://127.0.0.1:${port}`
}

/** Whether status, headers, media type and text of an answer are those of the document. */
async function expectAsDescribed(path: string, answer: Response): Promise<void> {
  const described = document.paths[path].get.responses[answer.status]
  const ajv = new Ajv2020({ strict: false })
  for (const [name, { schema }] of Object.entries<{ schema: object }>(described.headers)) {
    expect([name, answer.headers.get(name), ajv.validate(schema, answer.headers.get(name))]).toEqual([
      ...[name, answer.headers.get(name), true],
    ])
  }
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
  expect(Object.keys(described.content)).toContain(type)
  expect(ajv.validate(described.content[type].schema, await answer.text())).toBe(true)
}
