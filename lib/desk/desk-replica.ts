import { type DeskState, silentDesk } from './desk-state.ts'

/** A page's copy of what the desk says. */
export interface DeskReplica {
  readonly desk: DeskState
  /** Whether this connection has said it. Before that, `desk` is from the page or the last connection. */
  readonly isHeard: boolean
}

/** A new connection: what it says first is the newest, even if its version is lower, as after a lost state folder. */
export function openDesk({ desk }: DeskReplica): DeskReplica {
  return { desk, isHeard: false }
}

/** A state from the server. On one connection, an older one changes nothing. */
export function receiveDesk(replica: DeskReplica, desk: DeskState): DeskReplica {
  return replica.isHeard && desk.version <= replica.desk.version ? replica : { desk, isHeard: true }
}

/** A state that this page cannot read, such as a scene of a newer server: the last one stays. */
export function receiveUnreadable(replica: DeskReplica): DeskReplica {
  return { ...replica, isHeard: true }
}

/** Any other message: a server that has something to say says it first on each connection. */
export function receiveOther(replica: DeskReplica): DeskReplica {
  if (replica.isHeard) return replica
  return { desk: replica.desk.version === 0 ? replica.desk : silentDesk, isHeard: true }
}
