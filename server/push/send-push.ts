import { createHash } from 'node:crypto'
import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import webPush from 'web-push'
import type { PushNotification } from '../../lib/push/push-notification.ts'
import type { Subscription } from './subscription-file.ts'
import type { VapidKeys } from './vapid-keys.ts'

/** `gone`: the browser has ended the subscription. `later`: try again after so many milliseconds, if known. */
export type Sending =
  | { readonly kind: 'sent' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'later'; readonly reason: string; readonly delay: number | undefined }
  | { readonly kind: 'failed'; readonly reason: string }

export interface PushSender {
  /** `ttl` is in seconds: for how long the push service keeps it for a phone without a network. */
  send(subscription: Subscription, notification: PushNotification, ttl: number): Promise<Sending>
  /** Closes the connections to push services. */
  close(): void
}

/** In milliseconds, from the begin of a request to its answer. */
const sendLimit = 10_000
/** In bytes: no answer of a push service matters but for its status, and one could be endless. */
const longestAnswer = 16_384

/**
 * Sends notifications, encrypted for the browser alone, and follows no redirect: the endpoint was checked, and nothing
 * else was.
 */
export function createPushSender(keys: VapidKeys, limit: number = sendLimit): PushSender {
  // A new TLS connection costs more than encrypting a notification.
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) }

  function post({ endpoint, headers, body }: webPush.RequestDetails): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const url = new URL(endpoint)
      const options = { method: 'POST', headers, signal: AbortSignal.timeout(limit) }
      const sent =
        url.protocol === 'http:'
          ? httpRequest(url, { ...options, agent: agents.http })
          : httpsRequest(url, { ...options, agent: agents.https })
      sent.on('error', reject)
      sent.on('response', (response) => {
        discard(response)
        resolve({ status: response.statusCode ?? 0, headers: response.headers })
      })
      sent.end(body)
    })
  }

  return {
    async send(subscription, notification, ttl) {
      const details = requestOf(subscription, notification, ttl, keys)
      if (typeof details === 'string') return { kind: 'failed', reason: details }
      try {
        return sendingOf(await post(details))
      } catch (error) {
        return { kind: 'later', reason: reasonOf(error), delay: undefined }
      }
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

/** The encrypted request; the reason why there is none: keys that are no point of the curve, for instance. */
function requestOf(
  subscription: Subscription,
  notification: PushNotification,
  ttl: number,
  keys: VapidKeys,
): webPush.RequestDetails | string {
  try {
    return webPush.generateRequestDetails(subscription, JSON.stringify(notification), {
      vapidDetails: { subject: subscription.contact, ...keys },
      ...{ TTL: ttl, urgency: 'high', topic: topicOf(notification.tag) },
    })
  } catch (error) {
    return reasonOf(error)
  }
}

/** RFC 8030: at most 32 characters of base64url. A newer message of a topic replaces the one that waits. */
function topicOf(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 32)
}

/** Reads an answer to its end, so that its connection can be used again. */
function discard(response: IncomingMessage): void {
  let bytes = 0
  response.on('error', () => undefined)
  response.on('data', ({ length }: Buffer) => {
    bytes += length
    if (bytes > longestAnswer) response.destroy()
  })
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

function sendingOf({ status, headers }: Answer): Sending {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const reason = `answered ${status}`
  if (status !== 429 && status < 500) return { kind: 'failed', reason }
  const seconds = /^\d{1,6}$/.test(headers['retry-after'] ?? '') ? Number(headers['retry-after']) : undefined
  return { kind: 'later', reason, delay: seconds === undefined ? undefined : seconds * 1000 }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
