import { get, type IncomingHttpHeaders } from 'node:http'
import type { PageRequests } from '../load/page-requests.ts'
import type { FixedPage } from '../peers/fixed-page.ts'
import type { PageFigures, RequestFigures } from '../report/results.ts'
import { cpuBetween, type TreeProcess } from '../subject/process-tree.ts'
import type { Load } from './load.ts'
import type { Plan } from './plan.ts'
import { untilIdle } from './until-idle.ts'

/** A server with the page: Paddock, or a bare one with the same bytes. */
export interface PageServer {
  readonly port: number
  tree(): readonly TreeProcess[]
}

const path = '/live'
const acceptEncoding = 'Accept-Encoding: gzip, deflate\r\n'

/** What a browser without the page asks for. */
export function pageRequest(port: number): Pick<PageRequests, 'port' | 'path' | 'headers' | 'status'> {
  return { port, path, headers: acceptEncoding, status: 200 }
}

/** Headers that a server makes for each answer itself. */
const ownHeaders = ['connection', 'content-length', 'date', 'etag', 'keep-alive', 'transfer-encoding']

/** The page as Paddock sends it to a browser. */
export function fetchPage(port: number): Promise<FixedPage> {
  return new Promise((resolve, reject) => {
    const request = get(
      { port, path, host: '127.0.0.1', headers: { 'Accept-Encoding': 'gzip, deflate' } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { headers, statusCode } = response
          if (statusCode !== 200 || headers.etag === undefined) {
            reject(new Error(`GET ${path}: status ${statusCode}, ETag ${headers.etag}`))
          } else resolve({ headers: pageHeaders(headers), etag: headers.etag, body: Buffer.concat(parts) })
        })
      },
    )
    request.on('error', reject)
  })
}

function pageHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (ownHeaders.includes(name) ? [] : [[name, `${value}`]])),
  )
}

/** Requests the page of both servers, whole and with its ETag. */
export async function measurePages(
  servers: { readonly paddock: PageServer; readonly bare: PageServer },
  etag: string,
  load: Load,
  order: { readonly pages: Plan['pages']; readonly round: number; readonly drivers: number },
): Promise<readonly PageFigures[]> {
  const { pages, round, drivers } = order
  const figures: PageFigures[] = []
  for (const kind of ['page', 'not modified'] as const) {
    const measure = async ({ port, tree }: PageServer): Promise<RequestFigures> => {
      const { connections, requests } = pages
      const whole = { ...pageRequest(port), connections, requests }
      const headers = `${acceptEncoding}If-None-Match: ${etag}\r\n`
      const wanted = kind === 'page' ? whole : { ...whole, headers, status: 304 }
      await load.ask('requestPages', { ...wanted, requests: Math.ceil(requests / 4) })
      await untilIdle({ tree })
      const before = tree()
      const { p50, p99, perSecond, bytes } = await load.ask('requestPages', wanted)
      return { cpu: cpuBetween(before, tree()), p50, p99, perSecond, bytes }
    }
    const paddock = await measure(servers.paddock)
    figures.push({ round, drivers, kind, requests: pages.requests, paddock, bare: await measure(servers.bare) })
  }
  return figures
}
