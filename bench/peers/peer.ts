import type { Driver } from '../../lib/record/driver.ts'

/** What a peer serves: the whole list, as it is now. */
export interface PeerList {
  version(): number
  drivers(): readonly Driver[]
}

/** A running server that is compared with Paddock. It serves on 127.0.0.1. */
export interface Peer {
  readonly port: number
  /** The list has a new version, with these changed records. */
  publish(update: readonly Driver[]): void
}

export type StartPeer = (list: PeerList) => Promise<Peer>

/** The messages of all peers. */
export interface WholeList {
  readonly version: number
  readonly drivers: readonly Driver[]
}

export interface ListUpdate {
  readonly version: number
  readonly update: readonly Driver[]
}

export function wholeList(list: PeerList): WholeList {
  return { version: list.version(), drivers: list.drivers() }
}

/** Made once a version, by the first who needs it. */
export function oncePerVersion<Value>(list: PeerList, make: () => Value): () => Value {
  let made: { readonly version: number; readonly value: Value } | undefined
  return () => {
    const version = list.version()
    if (made?.version !== version) made = { version, value: make() }
    return made.value
  }
}
