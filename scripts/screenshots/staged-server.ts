import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectLive } from '../../lib/live/live-client.ts'
import { createLiveStore } from '../../lib/live/live-store.ts'
import { startServerProcess } from '../../testing/server/server-process.ts'

/** The real server with a data folder of its own and a clock that stands where it is put. */
export interface StagedServer {
  readonly url: string
  /** Unix ms, by the server's clock. */
  now(): number
  advance(milliseconds: number): void
  /** Writes a file of the data folder whole, saved now by the server's clock. */
  write(name: string, text: string): void
  /** Writes it, and resolves when the server has published a new version of the list. */
  publish(name: string, text: string): Promise<void>
  /** Resolves when the server says that it cannot use its files. */
  stalled(): Promise<void>
  stop(): Promise<void>
}

/** Where the pictures were taken. */
export const timeZone = 'America/Chicago'

/**
 * A file that was saved this long ago is not being written any more: a server that starts believes it at once.
 * Milliseconds.
 */
const settled = 60_000

/** A server that has not answered in this time will not. Milliseconds. */
const patience = 20_000

/** `begin` is what its clock says at first, Unix ms; `files` are the data folder's, by name. */
export async function stageServer(begin: number, files: Readonly<Record<string, string>>): Promise<StagedServer> {
  const root = mkdtempSync(join(tmpdir(), 'paddock-screenshots-'))
  const data = join(root, 'data')
  const clock = join(root, 'clock')
  let now = begin

  const advance = (milliseconds: number) => {
    now += milliseconds
    // Replaced in one step: the server reads it all the time.
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
    ...{ CLOCK_FILE: clock, NODE_OPTIONS: `--import=${fileUrl('stopped-clock.mjs')}` },
  })
  const url = `http://127.0.0.1:${await server.listening}`
  const store = createLiveStore()
  const client = connectLive(url, store)
  const once = (what: string, holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => settle(() => reject(new Error(`The server did not say in time: ${what}.`))),
        patience,
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
