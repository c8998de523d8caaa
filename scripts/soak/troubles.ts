import { setTimeout as wait } from 'node:timers/promises'
import type { Order } from './report.ts'
import type { Scene } from './scene.ts'

/** One kind of trouble. `make` returns false when it cannot be made now. */
export interface Trouble {
  readonly name: string
  /** Relative frequency. */
  readonly weight: number
  readonly make: (scene: Scene) => unknown
}

const between = (scene: Scene, least: number, most: number) => least + scene.random() * (most - least)

function someone(scene: Scene) {
  const client = scene.clients[Math.floor(scene.random() * scene.clients.length)]
  if (!client) throw new Error('The scene has no clients.')
  return client
}

function order(scene: Scene, make: (client: string) => Order): boolean {
  const { name, process } = someone(scene)
  if (process.isAsleep()) return false
  process.order(make(name))
  return true
}

/** Ends the server, runs `tamper` on its state folder, and starts it again after at most 2.5 s. */
async function restart(scene: Scene, signal: 'SIGKILL' | 'SIGTERM', tamper: () => unknown): Promise<boolean> {
  if (!scene.server.isRunning()) return false
  await scene.server.end(signal)
  const done = tamper()
  scene.later(between(scene, 0, 2500), scene.server.start)
  return done !== false
}

/** Every trouble, frequent and rare. */
const troubles: readonly Trouble[] = [
  { name: 'saves', weight: 160, make: ({ timing }) => timing.save() },
  // The loss guard publishes a first list, or one that lacks a driver, after a second without a save.
  { name: 'pauses of the timing program', weight: 6, make: (scene) => wait(between(scene, 1200, 2500)) },
  { name: 'saves without a change', weight: 4, make: ({ timing }) => timing.touch() },
  { name: 'new titles of the event', weight: 2, make: ({ timing }) => timing.retitle() },
  { name: 'connections cut', weight: 8, make: (scene) => someone(scene).link.cut() },
  {
    name: 'cuts of all connections at once',
    weight: 2,
    make: ({ clients }) => {
      for (const { link } of clients) link.cut()
    },
  },
  {
    name: 'links slowed down',
    weight: 14,
    make: (scene) => {
      const { link } = someone(scene)
      link.delay(between(scene, 20, 1500))
      scene.later(between(scene, 1000, 8000), () => link.delay(0))
    },
  },
  {
    name: 'links held back (tunnels)',
    weight: 5,
    make: (scene) => {
      const { link } = someone(scene)
      link.hold(true)
      scene.later(between(scene, 500, 35_000), () => link.hold(false))
    },
  },
  { name: 'connections gone mute (half-open)', weight: 5, make: (scene) => someone(scene).link.mute() },
  {
    name: 'networks gone mute, for new connections too',
    weight: 2,
    make: (scene) => {
      const { link } = someone(scene)
      link.mute()
      link.muteNew(true)
      scene.later(between(scene, 2000, 40_000), () => link.muteNew(false))
    },
  },
  {
    name: 'links that refuse connections',
    weight: 3,
    make: (scene) => {
      const { link } = someone(scene)
      link.refuse(true)
      link.cut()
      scene.later(between(scene, 500, 6000), () => link.refuse(false))
    },
  },
  {
    name: 'sleeps of a process of clients',
    weight: 3,
    make: (scene) => {
      const { process } = someone(scene)
      if (process.isAsleep()) return false
      process.sleep()
      scene.later(between(scene, 300, 30_000), process.thaw)
      return true
    },
  },
  { name: 'wake-ups', weight: 5, make: (scene) => order(scene, (client) => ({ kind: 'wake', client })) },
  {
    name: 'reloads',
    weight: 4,
    make: (scene) => order(scene, (client) => ({ kind: 'reload', client, fromCache: false })),
  },
  {
    name: 'pages from an old cache',
    weight: 6,
    make: (scene) => order(scene, (client) => ({ kind: 'reload', client, fromCache: true })),
  },
  { name: 'servers killed (SIGKILL)', weight: 3, make: (scene) => restart(scene, 'SIGKILL', () => {}) },
  { name: 'servers stopped (SIGTERM)', weight: 1, make: (scene) => restart(scene, 'SIGTERM', () => {}) },
  {
    name: 'servers frozen',
    weight: 1,
    make: (scene) => {
      if (!scene.server.isRunning()) return false
      scene.server.freeze()
      scene.later(between(scene, 500, 12_000), scene.server.thaw)
      return true
    },
  },
  {
    name: 'state folders lost',
    weight: 0.6,
    make: (scene) => restart(scene, 'SIGKILL', scene.server.loseState),
  },
  {
    name: 'state folders copied',
    weight: 3,
    make: ({ server }) => server.backUp(),
  },
  {
    name: 'state folders rolled back to a copy',
    weight: 1,
    make: (scene) => restart(scene, 'SIGKILL', scene.server.rollBack),
  },
]

/** A random trouble, by weight. */
export function anyTrouble(random: () => number): Trouble {
  let rest = random() * troubles.reduce((sum, { weight }) => sum + weight, 0)
  for (const trouble of troubles) {
    rest -= trouble.weight
    if (rest < 0) return trouble
  }
  throw new Error('random must return less than 1.')
}
