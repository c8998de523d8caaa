import { mostPushNames } from '../../../lib/push/push-limits.ts'
import { readStars, starsKey } from '../../../lib/reader/stars.ts'
import { storedText } from '../browser/stored.ts'
import { storedPush } from './push-is-on.ts'

/** `refused`: with a sentence for people. */
export type PushAnswer = { readonly kind: 'on' } | { readonly kind: 'off' } | PushRefused
interface PushRefused {
  readonly kind: 'refused'
  readonly message: string
}

/**
 * Asks the reader for permission, the browser for a subscription, and the server to send news of those whom the reader
 * follows. Call it while a click is handled: some browsers ask only then.
 */
export async function subscribe(key: string): Promise<PushAnswer> {
  if ((await Notification.requestPermission()) !== 'granted') return { kind: 'off' }
  const names = followedNames()
  if (names.length === 0) return { kind: 'refused', message: 'Follow a driver in this browser first.' }
  try {
    const subscription = await subscriptionFor(key)
    const answer = await post('subscribe', { subscription, names })
    if (answer.kind === 'on') storedPush.set('on')
    else await subscription.unsubscribe()
    return answer
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'refused', message: `That did not work: ${reason}` }
  }
}

/** Ends the subscription, here and on the server. Without a network the push service tells the server later. */
export async function unsubscribe(): Promise<void> {
  storedPush.set('off')
  const subscription = await currentSubscription()
  if (!subscription) return
  await post('unsubscribe', { endpoint: subscription.endpoint })
  await subscription.unsubscribe()
}

/** Tells the server whom the reader follows now. Nobody: it unsubscribes. What the server has erased ends here, too. */
export async function renew(): Promise<void> {
  const names = followedNames()
  const subscription = await currentSubscription()
  if (!subscription || names.length === 0) return unsubscribe()
  const { kind } = await post('subscribe', { subscription, names, renews: true })
  if (kind === 'off') await unsubscribe()
}

/** The newest stars of this browser. */
function followedNames(): readonly string[] {
  return [...readStars(storedText(starsKey).get())].slice(-mostPushNames)
}

async function currentSubscription(): Promise<PushSubscription | undefined> {
  const worker = await navigator.serviceWorker.getRegistration()
  return (await worker?.pushManager.getSubscription()) ?? undefined
}

async function subscriptionFor(key: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready
  const options = { userVisibleOnly: true, applicationServerKey: key }
  try {
    return await pushManager.subscribe(options)
  } catch (error) {
    // One for another key, from before the state folder of the server was deleted.
    const old = await pushManager.getSubscription()
    if (!old) throw error
    await old.unsubscribe()
    return pushManager.subscribe(options)
  }
}

/** `off`: the server has erased what was to be renewed. */
async function post(route: string, body: object): Promise<PushAnswer> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(`/api/push/${route}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const { erased, message }: { readonly erased?: true; readonly message?: string } = await answer.json()
    if (answer.ok) return { kind: erased ? 'off' : 'on' }
    return { kind: 'refused', message: message ?? `The server answers ${answer.status}.` }
  } catch {
    return { kind: 'refused', message: 'The server does not answer. Try again with a network.' }
  }
}
