import { percentile } from '../figures/percentile.ts'
import { monotonicNow } from '../subject/monotonic-time.ts'
import { openConnection } from './connection.ts'
import { createHttpReader } from './http-reader.ts'

export interface PageRequests {
  readonly port: number
  readonly path: string
  /** As lines, with CRLF. */
  readonly headers: string
  readonly connections: number
  readonly requests: number
  readonly status: number
}

export interface PageLatencies {
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  /** Of one answer, on the wire. */
  readonly bytes: number
}

/** Asks for one page on several connections, on each one request after another. Rejects for any other status. */
export function requestPages(order: PageRequests): Promise<PageLatencies> {
  const { port, path, headers, connections, requests, status: expected } = order
  const times: number[] = []
  const began = monotonicNow()
  let asked = 0
  let bytes = 0

  return new Promise((resolve, reject) => {
    const open = () => {
      let askedAt = 0
      const ask = () => {
        if (asked >= requests) {
          bytes += connection.bytes()
          connection.end()
          return
        }
        asked += 1
        askedAt = monotonicNow()
        connection.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}\r\n`)
      }
      const fail = (reason: string) => reject(new Error(`GET ${path}: ${reason}`))
      const connection = openConnection(port, {
        onOpen: ask,
        onData: createHttpReader({
          onResponse({ status }) {
            if (status !== expected) {
              connection.end()
              fail(`status ${status} instead of ${expected}`)
              return
            }
            times.push(monotonicNow() - askedAt)
            ask()
            if (times.length === requests) resolve(figures())
          },
        }),
        onClosed: fail,
      })
    }
    const figures = () => ({
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      perSecond: (1000 * requests) / (monotonicNow() - began),
      bytes: bytes / requests,
    })
    for (let count = 0; count < connections; count += 1) open()
  })
}
