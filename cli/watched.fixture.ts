import { afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type LiveServer, startLiveServer } from '../server/live/live.fixture.ts'
import { compiledSource } from '../testing/compiled/compiled-source.ts'
import { startWatch, type WatchProcess } from './watch-process.fixture.ts'

export const joan = { driver_name: 'Joan Zielinski', class: 'SS', number: '4', runs: ['41.101'] }
export const felipe = { driver_name: 'Felipe González', class: 'SS', number: '88', runs: ['42.202'] }
export const ngozi = { driver_name: 'Ngozi Okonkwo', class: 'AS', number: '7', runs: ['45.303'] }
/** A record with terminal controls in every attribute. */
export const evil = {
  driver_name: '\x1b]0;pwned\x07Bob\x9b2J',
  class: 'SS',
  number: '1\n2',
  car: '\u202eraC',
  runs: ['\x1bc'],
}

/** Controls that must not reach a pipe. */
export const orders = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u

export interface Watched {
  server(): LiveServer
  /** Starts a new server with a new log on the same port. */
  startServerAgain(): Promise<void>
  /** Starts the command as a process that ends with the test. */
  start(parameters: readonly string[], options?: Parameters<typeof startWatch>[2]): WatchProcess
}

/** For each test a real server that has published three drivers. */
export function watchedServer(): Watched {
  const running: WatchProcess[] = []
  let server: LiveServer | undefined
  let command = ''
  const theServer = () => {
    if (server === undefined) throw new Error('the server exists only during a test')
    return server
  }

  beforeAll(async () => {
    command = await compiledSource('cli/watch.ts')
  })
  beforeEach(async () => {
    server = await startLiveServer()
    await server.publish([joan, felipe, ngozi])
  })
  afterEach(async () => {
    for (const watch of running) watch.kill('SIGKILL')
    await Promise.all(running.splice(0).map(({ ended }) => ended))
    await server?.stop()
  })
  return {
    server: theServer,
    async startServerAgain() {
      server = await startLiveServer(Number(new URL(theServer().url).port))
    },
    start(parameters, options) {
      const watch = startWatch(command, parameters, options)
      running.push(watch)
      return watch
    },
  }
}

export async function outToMatch(watch: WatchProcess, pattern: RegExp): Promise<void> {
  await expect.poll(watch.out).toMatch(pattern)
}
