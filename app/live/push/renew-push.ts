import { storedPush } from './push-is-on.ts'

/** How long the followed drivers must not change before the server is told, in milliseconds. */
const delay = 1000

/** Tells the server whom this browser follows now, if notifications are on. Returns how to cancel it. */
export function renewPush(): () => void {
  if (storedPush.get() !== 'on') return () => {}
  const timer = setTimeout(() => {
    void import('./push-subscription.ts').then((part) => part.renew())
  }, delay)
  return () => clearTimeout(timer)
}
