import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServerProcess } from '../../testing/server/server-process.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { temporaryPath } from '../fixtures/temporary-path.ts'
import { expect, test } from '../fixtures/test.ts'

const root = temporaryPath()
const aFile = join(root, 'a-file')

const running = serverOfFile()

test.beforeAll(() => {
  mkdirSync(root)
  writeFileSync(aFile, 'not a folder')
})
test.afterAll(() => rmSync(root, { recursive: true, force: true }))

type Environment = Readonly<Record<string, string>>

/** Each cause, its environment, and what the one line must name. */
const failures: readonly (readonly [string, () => Environment, RegExp])[] = [
  ['the port is taken', () => ({ PORT: new URL(running.baseUrl).port }), /port \d+ is taken.*PORT/],
  [
    'the port of the metrics is taken',
    () => ({ METRICS_PORT: new URL(running.baseUrl).port }),
    /port \d+ is taken.*METRICS_PORT/,
  ],
  ['METRICS_PORT is no number', () => ({ METRICS_PORT: 'on' }), /METRICS_PORT.*"on"/],
  ['the data folder is missing', () => ({ DATA_DIR: join(root, 'nowhere') }), /nowhere does not exist.*DATA_DIR/],
  ['the data folder is a file', () => ({ DATA_DIR: aFile }), /a-file is not a folder.*DATA_DIR/],
  ['another server has the state folder', () => ({ STATE_DIR: running.stateFolder }), /another.*(STATE_DIR|state)/i],
  ['the state folder cannot be made', () => ({ STATE_DIR: join(aFile, 'state') }), /a-file.*STATE_DIR/],
  ['the state folder is a file', () => ({ STATE_DIR: aFile }), /a-file.*STATE_DIR/],
  ['PORT is no number', () => ({ PORT: 'http' }), /PORT.*"http"/],
  ['the password is too short', () => ({ ADMIN_PASSWORD: 'short' }), /ADMIN_PASSWORD.*8/],
  ['LOG_FORMAT is unknown', () => ({ LOG_FORMAT: 'xml' }), /LOG_FORMAT.*text, json.*"xml"/],
]

for (const [index, [what, environment, line]] of failures.entries()) {
  test(`when the server starts and ${what}, then one line names the cause and the setting, and the exit code is 1`, async () => {
    const state = join(root, `state-${index}`)
    const server = startServerProcess({ DATA_DIR: running.data.path, STATE_DIR: state, ...environment() })
    expect(await server.ended).toEqual({ code: 1, signal: null })
    const lines = server.stderr().trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^Paddock cannot start: /)
    expect(lines[0]).toMatch(line)
    expect((await fetch(`${running.baseUrl}/healthz`)).status).toBe(200)
  })
}

test('given the example event, when the server starts and renders its first page, then it logs no error', async () => {
  const server = startServerProcess({ DATA_DIR: join(process.cwd(), 'data'), STATE_DIR: join(root, 'state-example') })
  const port = await server.listening
  expect((await fetch(`http://127.0.0.1:${port}/live`)).status).toBe(200)
  const lines = server.stdout().trimEnd().split('\n')
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
  expect(server.stderr()).not.toMatch(/warn|error|⚠/i)
  server.signal('SIGTERM')
  await server.ended
})

test('given an empty data folder, when the server starts, then it serves an empty list', async () => {
  const empty = join(root, 'empty')
  mkdirSync(empty)
  const server = startServerProcess({ DATA_DIR: empty, STATE_DIR: join(root, 'state-empty') })
  const port = await server.listening
  const page = await fetch(`http://127.0.0.1:${port}/live`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('No drivers yet')
  server.signal('SIGTERM')
  expect(await server.ended).toEqual({ code: 0, signal: null })
})

test('given --help, then the output names every variable with its default, and no server starts', async () => {
  const server = startServerProcess({}, ['--help'])
  expect(await server.ended).toEqual({ code: 0, signal: null })
  const names = ['PORT', 'HOST', 'DATA_DIR', 'STATE_DIR', 'ADMIN_PASSWORD', 'GUARD_SECONDS', 'SETTLE_SECONDS']
  for (const name of [...names, 'ALLOWED_ORIGINS', 'METRICS_PORT', 'METRICS_HOST', 'LOG_LEVEL', 'LOG_FORMAT']) {
    expect(server.stdout()).toMatch(new RegExp(`^ +${name} .*\\(default: .+\\)$`, 'm'))
  }
  expect(server.stderr()).toBe('')
})
