/**
 * What this browser can do: nothing; notifications once the page is on the Home Screen (an iPhone or iPad); nothing
 * until the reader allows them again; or notifications, by a server with this key.
 */
export type PushSupport =
  | { readonly kind: 'none' | 'install_first' | 'blocked' }
  | { readonly kind: 'possible'; readonly key: string }

/** The parts of a browser that matter. */
export interface PushBrowser {
  readonly isSecure: boolean
  readonly hasPush: boolean
  readonly isIphone: boolean
  readonly permission: NotificationPermission | undefined
}

/** `key` fetches the key of the server; undefined when it sends no notifications. */
export async function pushSupport(
  { isSecure, hasPush, isIphone, permission }: PushBrowser,
  fetchKey: () => Promise<string | undefined>,
): Promise<PushSupport> {
  if (!isSecure || (!hasPush && !isIphone)) return { kind: 'none' }
  const key = await fetchKey()
  if (key === undefined) return { kind: 'none' }
  if (!hasPush) return { kind: 'install_first' }
  return permission === 'denied' ? { kind: 'blocked' } : { kind: 'possible', key }
}

export function thisBrowser(): PushBrowser {
  const { userAgent, maxTouchPoints, platform } = navigator
  return {
    isSecure: window.isSecureContext,
    hasPush: 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
    // An iPad calls itself a Mac, but no Mac has a touch screen.
    isIphone: /iPhone|iPad/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1),
    permission: 'Notification' in window ? Notification.permission : undefined,
  }
}

export async function fetchKey(): Promise<string | undefined> {
  try {
    const answer = await fetch('/api/push/key')
    const { key }: { readonly key?: unknown } = answer.ok ? await answer.json() : {}
    return typeof key === 'string' ? key : undefined
  } catch {
    return undefined
  }
}
