import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { firstPaintScript } from '../../lib/reader/first-paint.ts'
import { frameAncestorsOf } from '../http/frame-policy.ts'
import { contentSecurityPolicy } from '../http/security-headers.ts'
import { createKeptAnswers } from './kept-answers.ts'
import { createPageAnswer, type PageAnswer, sendAnswer } from './page-answer.ts'
import { countPageAnswers, type PageAnswerCounts } from './page-answer-counts.ts'
import { Busy, createPageBudget, type PageBudget } from './page-budget.ts'
import { overlayPath, pageRoute, signInPath } from './page-route.ts'
import { readBody } from './read-body.ts'
import type { PageRenderer } from './render/page-renderer.ts'
import { hashPageScripts, renderingNonce } from './render/page-scripts.ts'
import type { PageSnapshot } from './render/page-snapshots.ts'

export interface PageParts {
  readonly renderer: Pick<PageRenderer, 'render'>
  readonly snapshot: () => PageSnapshot
  /** The spelling of a class of the newest list. */
  readonly spelling: (classCode: string) => string | undefined
  /** The paths of all pages. */
  readonly known: ReadonlySet<string>
  /** The origins whose pages may show /embed in a frame. */
  readonly frameAncestors: readonly string[]
  readonly isSignedIn: (request: IncomingMessage) => Promise<boolean>
  readonly logger: Logger
}

/** Pages in work at once, and requests that wait for one. The desk has a budget of its own. */
const publicBudget = { most: 4, queue: 40 }
const deskBudget = { most: 2, queue: 20 }
/** The headers of a rendered page that its readers get. */
const passedHeaders = ['content-type', 'content-disposition', 'location', 'set-cookie', 'cache-control'] as const
/** The headers that a page may know of a request for the desk. */
const deskHeaders = ['cookie', 'content-type', 'x-paddock-address', 'x-forwarded-proto'] as const
/** Seconds after which a refused browser asks again by itself, with as many more by chance. */
const retryAfter = 2

export interface PageServing {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** How requests were answered since the start, and how many wait for their turn now. */
  counts(): { readonly answers: PageAnswerCounts; readonly waiting: number }
}

/**
 * Answers requests for pages. What is the same for everybody is made once a snapshot and kept; everything else is made
 * for the request, under a budget: few at once, a short queue, then 503.
 */
export function servePages(parts: PageParts): PageServing {
  const { renderer, snapshot, logger } = parts
  const shared = createPageBudget(publicBudget)
  const desk = createPageBudget(deskBudget)
  const answers = countPageAnswers()

  const kept = createKeptAnswers(snapshot, (path, made) =>
    shared.run(
      () => render('GET', path, {}, made, path.startsWith('/live/card.png') ? undefined : 'no-cache'),
      () => true,
    ),
  )

  async function render(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders,
    from: PageSnapshot,
    cacheControl: string | undefined,
    body?: Buffer,
  ): Promise<PageAnswer> {
    const nonce = renderingNonce()
    const policy = `script-src 'nonce-${nonce}'`
    const response = await renderer.render(
      { method, path, headers: { ...headers, 'content-security-policy': policy }, ...(body ? { body } : {}) },
      from,
    )
    const passed: OutgoingHttpHeaders = Object.fromEntries(
      passedHeaders.flatMap((name) => (response.headers[name] === undefined ? [] : [[name, response.headers[name]]])),
    )
    if (cacheControl !== undefined && response.status === 200) passed['cache-control'] = cacheControl
    if (!response.headers['content-type']?.startsWith('text/html')) {
      return createPageAnswer(response.status, passed, response.body)
    }
    const { html, hashes } = hashPageScripts(response.body.toString(), nonce, [firstPaintScript])
    passed['content-security-policy'] = contentSecurityPolicy(`'self' ${hashes.join(' ')}`, {
      // Programs for video put the styles of their operators into an overlay, as an element of the page.
      styles: path.split('?', 1)[0] === overlayPath ? `'self' 'unsafe-inline'` : `'self'`,
      ancestors: frameAncestorsOf(path, parts.frameAncestors),
    })
    return createPageAnswer(response.status, passed, Buffer.from(html))
  }

  function refuse(response: ServerResponse, error: unknown, path: string): void {
    const isBusy = error instanceof Busy
    if (!isBusy) logger.error({ err: error, path }, 'a page could not be made')
    // Whoever left while it waited was not refused.
    if (!isBusy || !response.destroyed) answers.add(isBusy ? 'busy' : 'failed')
    if (response.headersSent || response.destroyed) {
      response.destroy()
      return
    }
    const seconds = `${retryAfter + Math.floor(Math.random() * (retryAfter + 1))}`
    // Refresh is for people: the browser asks again by itself.
    response.writeHead(503, {
      ...{ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
      ...{ 'Retry-After': seconds, Refresh: seconds },
    })
    response.end('Many people open this page at this moment. It tries again by itself in a few seconds.\n')
  }

  /** Makes the answer for this request alone, while its client waits for it. */
  async function makeFor(
    request: IncomingMessage,
    response: ServerResponse,
    budget: PageBudget,
    path: string,
    names: readonly string[],
  ): Promise<PageAnswer> {
    const headers: OutgoingHttpHeaders = {}
    for (const name of names) if (request.headers[name] !== undefined) headers[name] = request.headers[name]
    const body = request.method === 'POST' ? await readBody(request) : undefined
    const method = request.method === 'POST' ? 'POST' : 'GET'
    return budget.run(
      () => render(method, path, headers, snapshot(), undefined, body),
      () => !response.destroyed,
    )
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { kind, path } = pageRoute(request.url ?? '/', parts.known, parts.spelling)
    if (kind === 'desk') {
      if (path.startsWith('/admin') && !(await parts.isSignedIn(request))) {
        redirect(response, signInPath)
        return
      }
      sendAnswer(request, response, await makeFor(request, response, desk, path, deskHeaders))
      answers.add('desk')
      return
    }
    if (request.method === 'POST') {
      response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Only GET and HEAD are understood here.\n')
      return
    }
    if (path.startsWith(signInPath) && (await parts.isSignedIn(request))) {
      redirect(response, '/admin')
      return
    }
    const made = kind === 'made' ? makeFor(request, response, shared, path, []) : kept.get(path)
    sendAnswer(request, response, await made)
    answers.add(kind === 'made' ? 'own' : 'shared')
  }

  return {
    async answer(request, response) {
      const { kind, path } = pageRoute(request.url ?? '/', parts.known, parts.spelling)
      const isForAll = kind === 'kept' && path !== signInPath
      const ready = isForAll && request.method !== 'POST' ? kept.ready(path) : undefined
      if (ready) {
        answers.add('kept')
        sendAnswer(request, response, ready)
        return
      }
      await answer(request, response).catch((error: unknown) => refuse(response, error, path))
    },
    counts: () => ({ answers: answers.read(), waiting: shared.load().waiting + desk.load().waiting }),
  }
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(307, { Location: path, 'Cache-Control': 'no-store' }).end()
}
