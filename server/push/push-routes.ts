import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { PushRefusal } from '../../lib/push/push-refusal.ts'
import { subscribeSchema, unsubscribeSchema } from '../../lib/push/push-request.ts'
import { type SubscribeParts, subscribe } from './subscribe.ts'
import { subscriptionId } from './subscriptions.ts'

export interface PushRouteParts extends SubscribeParts {
  /** The public key of the server, in base64url. */
  readonly key: string
  readonly publicOrigin: string | undefined
  readonly limits?: PushRouteLimits
}

/** Of one address: so many points in so many seconds. An audience can stand behind one; no address is stored. */
interface PushRouteLimits {
  readonly requests: { readonly points: number; readonly duration: number }
  readonly newSubscriptions: { readonly points: number; readonly duration: number }
}

const defaultLimits: PushRouteLimits = {
  requests: { points: 600, duration: 60 },
  newSubscriptions: { points: 1000, duration: 12 * 3600 },
}

/** What a page is answered. An erased subscription is no error: browsers would write one into their console. */
interface Changed {
  readonly until?: number
  readonly erased?: true
}

/** Answers a request, or returns false when it is for none of these routes. */
export type PushRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

const refusals: Readonly<Record<PushRefusal, { readonly status: number; readonly message: string }>> = {
  malformed: { status: 400, message: 'Expected is JSON with a subscription of a browser and 1 to 50 names.' },
  other_origin: { status: 403, message: 'Only pages of this server may subscribe.' },
  unknown_service: {
    ...{
      status: 400,
      message: 'Notifications are sent by the push services of Chrome, Edge, Firefox and Safari only.',
    },
  },
  unknown_subscription: { status: 404, message: 'The subscription is erased: subscribe again.' },
  too_often: { status: 429, message: 'Too many requests came from this network. Try again later.' },
  full: { status: 503, message: 'No more phones can be told: as many as this server takes are.' },
  not_stored: { status: 503, message: 'The subscription could not be stored. Try again later.' },
}

/**
 * The routes by which a page subscribes its browser: `key`, `subscribe` (also to change the names), `unsubscribe`. A
 * foreign origin and a body of more than 16 KB were refused before.
 */
export function createPushRoutes(parts: PushRouteParts): PushRoutes {
  const { requests, newSubscriptions } = parts.limits ?? defaultLimits
  const ofAddress = {
    requests: new RateLimiterMemory(requests),
    subscriptions: new RateLimiterMemory(newSubscriptions),
  }

  async function change(request: IncomingMessage, path: string): Promise<Changed | PushRefusal> {
    const address = String(request.headers['x-paddock-address'] ?? 'unknown')
    if (!(await mayGoOn(ofAddress.requests, address))) return 'too_often'
    const body = await readJson(request)
    if (path === '/api/push/unsubscribe') {
      const asked = unsubscribeSchema.safeParse(body)
      if (!asked.success) return 'malformed'
      parts.subscriptions.erase([subscriptionId(asked.data.endpoint)])
      return {}
    }
    const asked = subscribeSchema.safeParse(body)
    if (!asked.success) return 'malformed'
    const mayBegin = () => mayGoOn(ofAddress.subscriptions, address)
    const answer = await subscribe(asked.data, contactOf(request, parts.publicOrigin), mayBegin, parts)
    if (typeof answer === 'string') return answer
    return answer.kind === 'erased' ? { erased: true } : { until: answer.until }
  }

  return async (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    if (path === '/api/push/key' && request.method !== 'POST') {
      send(response, 200, { key: parts.key })
      return true
    }
    if (request.method !== 'POST' || !['/api/push/subscribe', '/api/push/unsubscribe'].includes(path)) return false
    // Pages of other origins can send texts and forms without asking, but no JSON.
    const isJson = request.headers['content-type']?.split(';', 1)[0] === 'application/json'
    const answer = isJson && request.headers.origin !== undefined ? await change(request, path) : 'other_origin'
    if (typeof answer !== 'string') send(response, 200, answer)
    else {
      const { status, message } = refusals[answer]
      send(response, status, { reason: answer, message }, answer === 'too_often' ? { 'Retry-After': '60' } : {})
    }
    return true
  }
}

function send(response: ServerResponse, status: number, answer: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(answer))
}

/** Undefined when it is no JSON, or when the client left. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

async function mayGoOn(limiter: RateLimiterMemory, address: string): Promise<boolean> {
  return limiter.consume(address).then(
    () => true,
    () => false,
  )
}

/** Whom a push service may ask about this server: Apple's wants an address that is not of the own machine. */
function contactOf({ headers }: IncomingMessage, publicOrigin: string | undefined): string {
  const asked = `https://${headers.host ?? ''}`
  const origin = publicOrigin?.startsWith('https:') ? publicOrigin : URL.canParse(asked) ? new URL(asked).origin : ''
  return origin === '' || origin.length > 300 || new URL(origin).hostname === 'localhost'
    ? 'https://paddock.invalid'
    : origin
}
