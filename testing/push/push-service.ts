import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BrowserKeys, createBrowserKeys, verifiedVapid } from './browser-keys.ts'

/** A message as it reached a browser, decrypted and with a good signature. */
interface ReceivedPush {
  /** Which browser: the name that it subscribed with. */
  readonly browser: string
  readonly text: string
  readonly headers: IncomingHttpHeaders
  readonly vapid: ReturnType<typeof verifiedVapid>
}

export interface TestPushService {
  readonly origin: string
  /** A browser's new subscription, as its `toJSON()` has it. */
  subscription(browser: string): { readonly endpoint: string; readonly keys: { p256dh: string; auth: string } }
  /** Everything that came, oldest first, whatever was answered. */
  readonly received: readonly ReceivedPush[]
  /** Whatever was wrong with a request, such as a signature. */
  readonly faults: readonly unknown[]
  /** Resolves when so many messages have come. */
  came(count: number): Promise<void>
  /** What the following messages to a browser are answered with; 201 by default. `silence` answers nothing. */
  answer(browser: string, status: number | 'silence', headers?: Readonly<Record<string, string>>): void
  stop(): Promise<void>
}

/** A push service for tests, on this machine: it takes messages, and reads them as the browsers would. */
export async function startPushService(): Promise<TestPushService> {
  const browsers = new Map<string, BrowserKeys>()
  const answers = new Map<string, { status: number | 'silence'; headers: Readonly<Record<string, string>> }>()
  const received: ReceivedPush[] = []
  const faults: unknown[] = []
  const waiting = new Set<() => void>()

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const browser = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
    const keys = browsers.get(browser)
    if (!keys || request.method !== 'POST') throw new Error(`${request.method} ${request.url} is for no browser`)
    const { headers } = request
    const vapid = verifiedVapid(headers.authorization)
    received.push({ browser, text: keys.decrypt(Buffer.concat(parts)), headers, vapid })
    for (const check of waiting) check()
    const answer = answers.get(browser) ?? { status: 201, headers: {} }
    if (answer.status !== 'silence') response.writeHead(answer.status, answer.headers).end()
  }

  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => {
      faults.push(error)
      response.writeHead(400).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    ...{ origin, received, faults },
    subscription(browser) {
      const keys = createBrowserKeys()
      browsers.set(browser, keys)
      const { p256dh, auth } = keys
      return { endpoint: `${origin}/send/${encodeURIComponent(browser)}`, keys: { p256dh, auth } }
    },
    came(count) {
      return new Promise((resolve) => {
        const check = () => {
          if (received.length < count) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      })
    },
    answer: (browser, status, headers = {}) => void answers.set(browser, { status, headers }),
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
