import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import type { DeskApi } from '../../../lib/server-api/registry.ts'
import { type PageRenderer, startPageRenderer } from './page-renderer.ts'

const script = fileURLToPath(new URL('page-process.fixture.mjs', import.meta.url))
const logged: string[] = []
const logger = pino({ base: null }, { write: (line) => void logged.push(JSON.parse(line).msg) })
const snapshot = (id: number) => ({ id, json: () => `list ${id}` })
const get = (path: string) => ({ method: 'GET', path, headers: {} })

let renderer: PageRenderer
afterEach(() => renderer.stop())
const start = async (options: { readonly responseLimit?: number } = {}) => {
  logged.length = 0
  renderer = await startPageRenderer({
    publicOrigin: 'https://club.example',
    timeZone: undefined,
    api: {} as DeskApi,
    logger,
    script,
    ...options,
  })
}
const read = async (path: string, id: number) =>
  JSON.parse(String((await renderer.render(get(path), snapshot(id))).body))

test('a page is rendered from its snapshot, which is sent once', async () => {
  await start()
  const answers = await Promise.all([1, 1, 1].map((id) => read('/live', id)))
  for (const answer of answers) expect(answer).toMatchObject({ url: '/live', snapshot: 'list 1', snapshots: 1 })
  expect(await read('/live', 2)).toMatchObject({ snapshot: 'list 2', snapshots: 2 })
})

test('a page that asks for an older snapshot gets the newer one', async () => {
  await start()
  await read('/live', 5)
  expect(await read('/live', 4)).toMatchObject({ snapshot: 'list 5', snapshots: 1 })
})

test('the process has the public origin, and none of the variables of the server', async () => {
  process.env.ADMIN_PASSWORD = 'a secret of the server'
  await start()
  delete process.env.ADMIN_PASSWORD
  const { env, publicOrigin } = await read('/live', 1)
  expect(publicOrigin).toBe('https://club.example')
  expect(env).not.toContain('ADMIN_PASSWORD')
})

test('given a process that ends while it renders, then that page fails, the log has the reason, and the next page is made', async () => {
  await start()
  await read('/live', 1)
  await expect(renderer.render(get('/crash'), snapshot(1))).rejects.toThrow()
  expect(await read('/live', 1)).toMatchObject({ snapshot: 'list 1', snapshots: 1 })
  expect(logged).toEqual([expect.stringContaining('the process of the pages ended (3)')])
})

test('given a page that never ends, then it fails, the process is ended, and the next page is made', async () => {
  await start({ responseLimit: 1000 })
  await expect(renderer.render(get('/endless'), snapshot(1))).rejects.toThrow()
  await expect.poll(() => logged).toEqual([expect.stringContaining('the process of the pages ended (SIGKILL)')])
  expect(await read('/live', 1)).toMatchObject({ snapshot: 'list 1' })
})

test('given a process that cannot start, then the start fails', async () => {
  const missing = {
    publicOrigin: undefined,
    timeZone: undefined,
    api: {} as DeskApi,
    logger,
    script: `${script}.missing`,
  }
  await expect(startPageRenderer(missing)).rejects.toThrow('ended before it was ready')
  await start()
})

test('the process says what it uses, and nobody waits for it while it is caught in a page', async () => {
  await start({ responseLimit: 5000 })
  expect(await renderer.usage()).toEqual({ memory: 140e6, cpu: 1.5 })
  const caught = expect(renderer.render(get('/endless'), snapshot(1))).rejects.toThrow()
  await expect.poll(() => renderer.usage()).toBeUndefined()
  await caught
  await read('/live', 1)
  expect([await renderer.usage(), renderer.starts()]).toEqual([{ memory: 140e6, cpu: 1.5 }, 2])
})
