import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'

/** The only page that other sites may show in a frame: it has no cookie, and nothing on it changes anything. */
export const embedPath = '/embed'
/** Of so many sites the log says that they are refused. */
const mostNamed = 10

/** The origins whose pages may show the answer to this address in a frame; none for every other page. */
export function frameAncestorsOf(url: string | undefined, allowed: readonly string[]): readonly string[] {
  return url?.split('?', 1)[0] === embedPath ? allowed : []
}

/** Logs, once for each site, that browsers refuse its frame, and what to set. Call it with every request. */
export function createFrameNotice(
  allowed: readonly string[],
  logger: Logger,
): (request: Pick<IncomingMessage, 'headers' | 'url'>) => void {
  const named = new Set<string>()
  return ({ headers, url }) => {
    if (url?.split('?', 1)[0] !== embedPath || headers['sec-fetch-dest'] !== 'iframe') return
    const { referer } = headers
    // Without it, nobody knows whether the site is an allowed one.
    const origin = referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : ''
    if (allowed.includes(origin) || (origin === '' && allowed.length > 0)) return
    if (named.has(origin) || named.size >= mostNamed) return
    named.add(origin)
    logger.warn({ origin }, 'another site shows /embed in a frame, and browsers refuse it; FRAME_ANCESTORS allows it')
  }
}
