import { io } from 'socket.io-client'
import { liveNamespace } from '../../lib/sync/protocol.ts'

/** How long a message may take, in milliseconds: a heartbeat takes 10 s, on a busy machine longer. */
const messageTimeout = 60_000

export interface SessionBrowser {
  /** Sends a version_check. Resolves with it and with the server's answers. */
  check(data: object): Promise<{ readonly check: unknown; readonly answers: readonly unknown[] }>
  /** The next message, which must have this action; a heartbeat before it is skipped. */
  hear(action: string): Promise<unknown>
  /** The version and log that the browser holds after the messages so far. */
  held(): { readonly version: number; readonly log: string }
  close(): void
}

interface Heard {
  readonly action: string
  readonly envelope: { readonly data: { readonly version: number; readonly log: string } }
}

/** A stock socket.io-client that hands out its messages one by one. */
export async function connectBrowser(url: string): Promise<SessionBrowser> {
  const socket = io(`${url}${liveNamespace}`, { forceNew: true, reconnection: false, transports: ['websocket'] })
  const waiting: Heard[] = []
  let wake = () => {}
  let held = { version: 0, log: '' }
  socket.onAny((action: string, envelope: Heard['envelope']) => {
    waiting.push({ action, envelope })
    wake()
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve)
    socket.on('connect_error', reject)
  })

  async function next(): Promise<Heard> {
    if (waiting.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error('Nothing was heard for a minute.')), messageTimeout)
        wake = () => {
          clearTimeout(limit)
          resolve()
        }
      })
    }
    const heard = waiting.shift()
    if (!heard) throw new Error('Two callers waited for one message.')
    if (heard.action !== 'problem') held = { version: heard.envelope.data.version, log: heard.envelope.data.log }
    return heard
  }

  /**
   * The messages before the server's answer to a marker: an unknown action, which it answers with a problem.
   */
  async function untilProblem(): Promise<readonly Heard[]> {
    socket.emit('no_action')
    const heard = [await next()]
    while (heard.at(-1)?.action !== 'problem') heard.push(await next())
    return heard.slice(0, -1)
  }

  return {
    async check(data) {
      const check = { source: 'browser', action: 'version_check', data }
      waiting.length = 0
      socket.emit('version_check', check)
      // The first problem may overtake the answer to the check, which came in with it; the second cannot.
      const answers = [...(await untilProblem()), ...(await untilProblem())]
      // A heartbeat in between is no answer; the confirmation is the last message.
      const own = answers.filter(({ action }, at) => action !== 'current_version' || at === answers.length - 1)
      return { check, answers: own.map(({ envelope }) => envelope) }
    },
    async hear(action) {
      let heard = await next()
      while (heard.action !== action && heard.action === 'current_version') heard = await next()
      if (heard.action !== action) throw new Error(`${action} was expected, and ${JSON.stringify(heard)} came.`)
      return heard.envelope
    },
    held: () => held,
    close: () => socket.disconnect(),
  }
}
