import { displayName } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import type { Standings } from '../standings/standings.ts'
import { formatPosition } from '../wording/ordinal.ts'
import { bounded, type PushNotification } from './push-notification.ts'

export type EventState = Event['state']

const order: readonly EventState[] = ['unofficial', 'provisional', 'final']
const titles: Readonly<Record<EventState, string>> = {
  unofficial: 'Results are unofficial',
  provisional: 'Provisional results are posted',
  final: 'Final results are posted',
}

/** The most drivers whose positions one notification has. */
const mostNamed = 4

/** The state that is worth a notification: one beyond all that were said, so that each is said once. */
export function stateToSay(said: EventState, state: EventState): EventState | undefined {
  return order.indexOf(state) > order.indexOf(said) ? state : undefined
}

/** `Provisional results are posted` with the positions of the followed drivers; undefined when none is in the list. */
export function stateNotification(
  { by_name, event }: Standings,
  names: readonly string[],
): PushNotification | undefined {
  const rows = names.flatMap((name) => by_name.get(name) ?? [])
  if (rows.length === 0) return undefined
  const words = rows.slice(0, mostNamed).map(({ driver, class_position, class_code }) => {
    const place = class_position
      ? `: ${formatPosition(class_position)}${class_code === '' ? '' : ` in ${class_code}`}`
      : ''
    return `${displayName(driver)}${place}`
  })
  const more = rows.length > mostNamed ? [`and ${rows.length - mostNamed} more`] : []
  return bounded({
    title: titles[event.state],
    body: [...words, ...more].join(', '),
    tag: 'state',
    url: '/live?view=mine',
  })
}
