import { Ajv2020 } from 'ajv/dist/2020.js'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'
import { adminPassword } from '../fixtures/test-server.ts'

const server = serverOfFile()

interface Described {
  readonly headers?: Readonly<Record<string, { readonly schema: object }>>
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>
}

interface Document {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly responses: Readonly<Record<string, Described>> } }>
  >
}

const readDocument = async () => (await (await fetch(`${server.baseUrl}/protocol/openapi.json`)).json()) as Document
const paths = [
  ...['/live', '/live/results.json', '/live/results.csv', '/live/history.json', '/live/card.png'],
  ...['/overlay', '/embed'],
  ...['/protocol/v1.json', '/protocol/asyncapi.json', '/protocol/openapi.json', '/healthz', '/readyz'],
]
const queries = [
  ...['/live?view=pax&class=str', '/live/results.json?view=raw&sort=-number,class', '/live/results.csv?view=pax'],
  ...['/live/results.json?q=ian', '/live/results.json?class=nobody', '/live/history.json?class=str'],
  '/live/results.json?view=nonsense&sort=%25&unknown=1',
]

/** Whether status, headers, media type and content are those that the served document describes. Returns the text. */
async function expectAsDescribed(document: Document, address: string, answer: Response): Promise<string> {
  const path = address.split('?', 1)[0] ?? ''
  const described = document.paths[path]?.get.responses[answer.status]
  if (!described) throw new Error(`${address}: the document has no answer ${answer.status}.`)
  const ajv = new Ajv2020({ strict: false }).addSchema(document, 'openapi.json')
  const faults = Object.entries(described.headers ?? {}).flatMap(([name, { schema }]) => {
    const value = answer.headers.get(name)
    return ajv.validate(schema, value) ? [] : [`${name}: ${value}`]
  })
  expect([address, faults]).toEqual([address, []])
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
  const text = await answer.text()
  if (described.content === undefined) {
    expect([address, type, text]).toEqual([address, '', ''])
    return text
  }
  expect([address, Object.keys(described.content)]).toEqual([address, [type]])
  const { $ref, ...own } = described.content[type]?.schema ?? {}
  const schema = $ref === undefined ? own : { $ref: `openapi.json${$ref}` }
  const isValid = ajv.validate(schema, /json$/.test(type) ? JSON.parse(text) : text)
  expect([address, isValid, ajv.errors]).toEqual([address, true, null])
  return text
}

test('given every route of the document, then it answers as described, with a body, without one, and unchanged', async () => {
  const document = await readDocument()
  expect(Object.keys(document.paths).sort()).toEqual([...paths].sort())
  for (const address of [...paths, ...queries]) {
    const answer = await fetch(`${server.baseUrl}${address}`)
    expect([address, answer.status]).toEqual([address, 200])
    const etag = answer.headers.get('etag')
    await expectAsDescribed(document, address, answer)
    const head = await fetch(`${server.baseUrl}${address}`, { method: 'HEAD' })
    for (const name of ['etag', 'content-type', 'cache-control', 'access-control-allow-origin']) {
      expect([address, name, head.headers.get(name)]).toEqual([address, name, answer.headers.get(name)])
    }
    expect([head.status, await head.text()]).toEqual([200, ''])
    if (etag === null) continue
    const again = await fetch(`${server.baseUrl}${address}`, { headers: { 'If-None-Match': etag } })
    expect([address, again.status]).toEqual([address, 304])
    await expectAsDescribed(document, address, again)
  }
})

test('given results as JSON, then they have every entry, and a change has another ETag and a higher version', async () => {
  const read = async () => {
    const answer = await fetch(`${server.baseUrl}/live/results.json`)
    const { version, entries } = await answer.json()
    return { etag: answer.headers.get('etag'), version, entries }
  }
  const before = await read()
  expect(before.entries).toHaveLength(field.length)
  server.data.writeEntries(withChanged(field, 'Ian O’Malley', { runs: ['39.053'] }))
  await expect.poll(async () => (await read()).version).toBe(before.version + 1)
  const after = await read()
  expect(after.etag).not.toBe(before.etag)
  expect(after.entries.find(({ driver }: { driver: string }) => driver === 'Ian O’Malley')).toMatchObject({
    ...{ class: 'STR', number: '9', time: '39.053', run_1: '39.053' },
  })
  const history = await fetch(`${server.baseUrl}/live/history.json`)
  expect(JSON.parse(await expectAsDescribed(await readDocument(), '/live/history.json', history)).entries).toHaveLength(
    1,
  )
})

test('given a title with letters that cannot be drawn, then the card leads to a plain picture, as described', async () => {
  const card = () => fetch(`${server.baseUrl}/live/card.png`, { redirect: 'manual' })
  server.data.writeFile('event.yaml', 'title: 山岳レース')
  await expect.poll(async () => (await card()).status).toBe(307)
  const answer = await card()
  await expectAsDescribed(await readDocument(), '/live/card.png', answer)
  const picture = await fetch(new URL(answer.headers.get('location') ?? '', server.baseUrl))
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('given a signed-in person, then public data is the same with their cookie, and sets none', async () => {
  const cookie = await sessionCookie()
  for (const address of paths.slice(1)) {
    const [plain, signedIn] = [
      await fetch(`${server.baseUrl}${address}`),
      await fetch(`${server.baseUrl}${address}`, { headers: { Cookie: cookie } }),
    ]
    expect([address, await signedIn.text()]).toEqual([address, await plain.text()])
    expect([address, signedIn.headers.get('set-cookie')]).toEqual([address, null])
  }
})

test('given a page of another origin, then neither the desk nor its forms are open to it', async () => {
  const headers = { Cookie: await sessionCookie(), Origin: 'https://elsewhere.example' }
  for (const address of ['/admin', '/admin/sign-in', '/api/admin/release', '/live']) {
    const answer = await fetch(`${server.baseUrl}${address}`, { headers, redirect: 'manual' })
    expect([address, answer.headers.get('access-control-allow-origin')]).toEqual([address, null])
  }
})

/** The cookie of somebody who has signed in. */
async function sessionCookie(): Promise<string> {
  const answer = await fetch(`${server.baseUrl}/api/admin/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ password: adminPassword }) },
  })
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  expect(cookie).toContain('=')
  return cookie
}
