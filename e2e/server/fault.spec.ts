import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createDataFolder } from '../../testing/event/data-folder.ts'
import { eventFile, field, template } from '../../testing/event/timing-file.ts'
import { startServerProcess } from '../../testing/server/server-process.ts'
import { temporaryPath } from '../fixtures/temporary-path.ts'

// The real server, whose pages' library has listeners of its own for what nobody caught.

const password = 'correct horse battery'
const root = temporaryPath()
const data = createDataFolder(join(root, 'data'))
const processIdFile = join(root, 'process-id')

test.beforeAll(() => {
  data.writeFile('event.yaml', eventFile)
  data.writeFile('drivers.jsonl.njk', template)
  data.writeEntries(field)
})
test.afterAll(() => rmSync(root, { recursive: true, force: true }))

function start(script: 'serve' | 'start') {
  rmSync(processIdFile, { force: true })
  const fixture = new URL('./fault-on-signal.mjs', import.meta.url).href
  const environment = {
    ...{ DATA_DIR: data.path, STATE_DIR: join(root, 'state'), ADMIN_PASSWORD: password },
    ...{ NODE_OPTIONS: `--import ${fixture}`, TEST_PROCESS_ID_FILE: processIdFile },
  }
  return startServerProcess(environment, [], script)
}
const processId = () => Number(readFileSync(processIdFile, 'utf8'))
const ports = (log: string) => Array.from(log.matchAll(/"port":(\d+)/g), ([, port]) => Number(port))

test.describe('given a fault that nobody caught', () => {
  for (const [signal, what] of [
    ['SIGUSR2', 'an injected exception'],
    ['SIGPIPE', 'an injected rejection'],
  ] as const) {
    test(`when it is ${what}, then the log says why, and the server ends with code 70`, async () => {
      const server = start('serve')
      const port = await server.listening
      expect((await fetch(`http://127.0.0.1:${port}/live`)).status).toBe(200)
      server.signal(signal)
      expect(await server.ended).toEqual({ code: 70, signal: null })
      const fatal = server
        .stdout()
        .split('\n')
        .filter((line) => line.includes('"level":60'))
      expect(fatal).toHaveLength(1)
      expect(JSON.parse(fatal[0] ?? '')).toMatchObject({
        msg: 'a fault that nobody caught; the server ends',
        err: { message: what, stack: expect.stringContaining('fault-on-signal') },
      })
    })
  }

  test('when npm start runs the server, then it says why, starts it again, and SIGTERM ends both', async () => {
    const server = start('start')
    await server.listening
    const first = processId()
    process.kill(first, 'SIGUSR2')
    await expect.poll(() => ports(server.stdout()).length, { timeout: 60_000 }).toBe(2)
    expect(server.stdout()).toContain('an injected exception')
    expect(server.stderr()).toContain('the server ended by a fault (code 70; the lines above say why)')
    const second = processId()
    expect(second).not.toBe(first)
    expect((await fetch(`http://127.0.0.1:${ports(server.stdout())[1]}/readyz`)).status).toBe(200)

    server.signal('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(() => process.kill(second, 0)).toThrow('ESRCH')
  })
})

test('given npm start with a password in the environment, then that of the server does not have it, and it opens the desk', async () => {
  test.skip(!existsSync('/proc/self/environ'), 'This system does not show the environment of a process.')
  const server = start('start')
  const port = await server.listening
  const environment = readFileSync(`/proc/${processId()}/environ`, 'utf8')
  expect(environment).toContain('STATE_DIR=')
  expect(environment).not.toContain(password)
  expect(environment).not.toContain('ADMIN_PASSWORD')
  const answer = await fetch(`http://127.0.0.1:${port}/api/admin/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password }).toString(),
  })
  expect(answer.headers.get('location')).toBe('/admin')
  server.signal('SIGINT')
  expect(await server.ended).toEqual({ code: 0, signal: null })
})

test('given npm start, when it is killed, then the server stops by itself', async () => {
  const server = start('start')
  await server.listening
  const id = processId()
  server.signal('SIGKILL')
  await server.ended
  const isThere = () => {
    try {
      return process.kill(id, 0)
    } catch {
      return false
    }
  }
  await expect.poll(isThere, { timeout: 30_000 }).toBe(false)
})
