/**
 * What the server serves for a picture.
 * event: the example event in its middle · offline: the same without a connection · stalled: the same with a damaged
 * file · empty: an event before its first entry · national: 1,300 entries.
 */
export type Scene = 'event' | 'offline' | 'stalled' | 'empty' | 'national'

/** The scenes in the order in which they are played. */
export const scenes: readonly Scene[] = ['event', 'offline', 'stalled', 'empty', 'national']

export interface ShotView {
  readonly name: string
  readonly scene: Scene
  readonly path: string
  /** Console messages of the browser that are no trouble. */
  readonly allowed?: RegExp
}

/** The drivers with a star, by driver_name: two have driven all their runs, two have some left. */
export const followed = ['Ian O’Malley', 'Te Ariki Parata', 'Jedediah Ostrander', 'Wilhelmina Achterberg']

const driver = encodeURIComponent('Mateus Figueiredo')

/** Every view that spectators can see. */
export const shotViews: readonly ShotView[] = [
  { name: 'class', scene: 'event', path: '/live' },
  { name: 'pax', scene: 'event', path: '/live?view=pax' },
  { name: 'raw', scene: 'event', path: '/live?view=raw' },
  { name: 'latest', scene: 'event', path: '/live?view=latest' },
  { name: 'mine', scene: 'event', path: '/live?view=mine' },
  { name: 'table', scene: 'event', path: '/live?view=table' },
  { name: 'driver', scene: 'event', path: `/live?driver=${driver}` },
  { name: 'announcer', scene: 'event', path: '/live?view=announcer' },
  { name: 'kiosk', scene: 'event', path: '/live?kiosk=1' },
  { name: 'charts', scene: 'event', path: '/live?view=charts' },
  { name: 'overlay', scene: 'event', path: '/overlay?show=last,top' },
  { name: 'embed', scene: 'event', path: '/embed' },
  { name: 'search', scene: 'event', path: '/live?q=mazda' },
  { name: 'nobody', scene: 'event', path: '/live?q=nobody+at+all' },
  { name: 'not-found', scene: 'event', path: '/nowhere', allowed: /status of 404/ },
  { name: 'offline', scene: 'offline', path: '/live', allowed: /ERR_|WebSocket/ },
  { name: 'stalled', scene: 'stalled', path: '/live' },
  { name: 'empty', scene: 'empty', path: '/live' },
  { name: 'national-class', scene: 'national', path: '/live' },
  { name: 'national-table', scene: 'national', path: '/live?view=table' },
]
