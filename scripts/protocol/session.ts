import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/server.ts'
import { connectBrowser, type SessionBrowser } from './session-browser.ts'

/** The messages of the sample session by their names in PROTOCOL.md, in order. */
export type Session = ReadonlyMap<string, unknown>

const template = `{% for row in csv("live.csv") -%}
{{ { driver_name: row.Driver, class: row.Class, number: row.Number, runs: run_columns(row) } | dump }}
{% endfor %}
`
const event = `title: Sunday Autocross
classes:
  SS: { name: Super Street, index: 0.832 }
  STR: { name: Street Touring R, index: 0.828 }
`
const joan = [
  'SS,4,Joan Zielinski,40.434',
  'SS,4,Joan Zielinski,40.434,40.341',
  'SS,4,Joan Zielinski,40.434,40.341,41.2+1',
]
const felipe = ['STR,88,Felipe González,', 'STR,88,Felipe González,61.078+DNF']
const perry = 'SS,101,Perry Usedtobe,44.1'
const josh = 'STR,12,Josh Newfoundland,'

/**
 * Plays an event in half a minute: the real server on real files, without its pages, and a browser that supports every
 * extra.
 */
export async function playSession(): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-session-'))
  const stops: (() => unknown)[] = []
  try {
    return await play(folder, (stop) => stops.push(stop))
  } finally {
    for (const stop of stops.reverse()) await stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function play(folder: string, onStop: (stop: () => unknown) => void): Promise<Session> {
  const session = new Map<string, unknown>()
  const save = (...lines: readonly (string | undefined)[]) => {
    writeFileSync(join(folder, 'live.csv'), `Class,Number,Driver,Run 1,Run 2,Run 3\n${lines.join('\n')}\n`)
  }
  const start = async () => {
    const server = await startOn(folder)
    onStop(server.stop)
    return server
  }
  const connect = async (url: string) => {
    const browser = await connectBrowser(url)
    onStop(browser.close)
    return browser
  }
  const check = async (browser: SessionBrowser, data: object, names: readonly string[]) => {
    const { check, answers } = await browser.check({ ...data, catch_up: true })
    const messages = [check, ...answers]
    if (messages.length !== names.length) throw new Error(`${names.join(', ')}: ${JSON.stringify(messages)}`)
    for (const [at, name] of names.entries()) session.set(name, messages[at])
  }
  // Checks the answers that PROTOCOL.md gives for a bare client. A heartbeat may disturb a try, but not each one.
  const checkBare = async (url: string, version: number, actions: readonly string[], tries = 3) => {
    const { answers } = await (await connect(url)).check({ version })
    const heard = answers.map((answer) => Object(answer).action)
    if (heard.join() === actions.join()) return
    if (tries === 1) throw new Error(`A bare client with ${version} heard: ${heard.join(', ') || 'nothing'}.`)
    await checkBare(url, version, actions, tries - 1)
  }
  const hear = async (browser: SessionBrowser, name: string, action: string) => {
    session.set(name, await browser.hear(action))
  }

  writeFileSync(join(folder, 'event.yaml'), event)
  writeFileSync(join(folder, 'drivers.jsonl.njk'), template)
  save(joan[0], felipe[0], perry)
  const server = await start()

  const browser = await connect(server.url)
  await check(browser, { version: 0 }, ['first-check', 'whole-list', 'confirmed'])
  await checkBare(server.url, 0, ['all_drivers'])

  save(joan[1], felipe[0], perry)
  await hear(browser, 'a-run', 'update_drivers')
  save(joan[1], felipe[0], josh)
  await hear(browser, 'one-for-another', 'update_drivers')
  await hear(browser, 'heartbeat', 'current_version')

  // A second browser shows when each of the two saves has become a version.
  const other = await connect(server.url)
  const held = browser.held()
  browser.close()
  save(joan[2], felipe[0], josh)
  await other.hear('update_drivers')
  save(joan[2], felipe[1], josh)
  await other.hear('update_drivers')

  const awake = await connect(server.url)
  await check(awake, held, ['check-after-sleep', 'what-was-missed', 'confirmed-after-sleep'])
  await checkBare(server.url, held.version, ['all_drivers'])

  await server.stop()
  const again = await start()
  const back = await connect(again.url)
  await check(back, awake.held(), ['check-after-restart', 'confirmed-after-restart'])
  await checkBare(again.url, back.held().version, [])
  return session
}

async function startOn(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, STATE_DIR: join(folder, 'state') }
  const ports: number[] = []
  const server = await startServer({
    config: readConfig({ ...settings, ADMIN_PASSWORD: 'nobody signs in here' }, folder),
    logger: pino({ level: 'info', base: null }, { write: (line) => void ports.push(...portIn(line)) }),
    pages: async () => ({ handle: async () => {}, report: async () => undefined, stop: async () => {} }),
    development: false,
    now: Date.now,
  })
  return { url: `http://127.0.0.1:${ports[0]}`, stop: server.stop }
}

function portIn(line: string): number[] {
  const { port } = JSON.parse(line)
  return typeof port === 'number' ? [port] : []
}
