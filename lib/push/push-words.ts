import type { DeskMessage } from '../desk/desk-state.ts'
import { bounded, type PushNotification } from './push-notification.ts'

/** The message from the desk, under the title of the event. */
export function deskNotification({ text }: DeskMessage, title: string): PushNotification {
  return bounded({ title, body: text, tag: 'desk', url: '/live' })
}

/** The first notification after the switch: it shows that they arrive, and what they look like. */
export function firstNotification(names: readonly string[], title: string): PushNotification {
  const [first = '', ...more] = names
  const whom = more.length === 0 ? first : `${first} and ${more.length} more`
  return bounded({ title, body: `News of ${whom} arrive like this.`, tag: 'first', url: '/live?view=mine' })
}
