import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectLive } from '../../lib/live/live-client.ts'
import { createLiveStore } from '../../lib/live/live-store.ts'
import { startServerProcess } from '../../testing/server/server-process.ts'

/** The real server with its own data folder and a clock that moves only by `advance`. */
export interface StagedServer {
  readonly url: string
  /** Unix ms, by the server's clock. */
  now(): number
  advance(milliseconds: number): void
  /** Replaces a file of the data folder; its time is now by the server's clock. */
  write(name: string, text: string): void
  /** Writes a file and resolves when the server has published a new version. */
  publish(name: string, text: string): Promise<void>
  /** Resolves when the server reports that it cannot use its files. */
  stalled(): Promise<void>
  stop(): Promise<void>
}

/** The time zone of the server and of the browsers. */
export const timeZone = 'America/Chicago'

/**
 * The age of the files when the server starts: old enough to be published at once. Milliseconds.
 */
const settled = 60_000

/** How long to wait for a state of the server. Milliseconds. */
const answerTimeout = 20_000

/** `begin` is the first time of its clock, Unix ms; `files` are those of the data folder, by name. */
export async function stageServer(begin: number, files: Readonly<Record<string, string>>): Promise<StagedServer> {
  const root = mkdtempSync(join(tmpdir(), 'paddock-screenshots-'))
  const data = join(root, 'data')
  const clock = join(root, 'clock')
  let now = begin

  const advance = (milliseconds: number) => {
    now += milliseconds
    // Replaced in one step, because the server reads it all the time.
    writeFileSync(`${clock}.new`, String(now))
    renameSync(`${clock}.new`, clock)
  }
  const write = (name: string, text: string) => {
    const file = join(data, name)
    writeFileSync(`${file}.new`, text)
    utimesSync(`${file}.new`, now / 1000, now / 1000)
    renameSync(`${file}.new`, file)
  }

  mkdirSync(data)
  advance(-settled)
  for (const [name, text] of Object.entries(files)) write(name, text)
  advance(settled)
  const server = startServerProcess({
    ...{ DATA_DIR: data, STATE_DIR: join(root, 'state'), ADMIN_PASSWORD: 'pictures', TZ: timeZone },
    // Without it, a frame says that no site can show it.
    ...{ FRAME_ANCESTORS: 'https://club.example' },
    ...{ CLOCK_FILE: clock, NODE_OPTIONS: `--import=${fileUrl('stopped-clock.mjs')}` },
  })
  const url = `http://127.0.0.1:${await server.listening}`
  const store = createLiveStore()
  const client = connectLive(url, store)
  const once = (what: string, holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => settle(() => reject(new Error(`The server was not in time: ${what}.`))),
        answerTimeout,
      )
      const look = () => {
        if (holds()) settle(resolve)
      }
      const stop = store.subscribe(look)
      const settle = (end: () => void) => {
        clearTimeout(timer)
        stop()
        end()
      }
      look()
    })
  await once('live', () => store.get().connection === 'live')

  return {
    url,
    now: () => now,
    advance,
    write,
    async publish(name, text) {
      const { version } = store.get().replica
      write(name, text)
      await once('a new version', () => store.get().replica.version > version)
    },
    stalled: () => once('stalled', () => store.get().stalledSince !== undefined),
    async stop() {
      client.stop()
      server.signal('SIGTERM')
      await server.ended
      rmSync(root, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function fileUrl(name: string): string {
  return new URL(name, import.meta.url).href
}
