import type { ListUpdate, WholeList } from '../peers/peer.ts'
import type { ListMessage } from './list-states.ts'

/** Reads a message of a peer; see bench/peers/peer.ts. */
export function peerMessage(message: WholeList | ListUpdate): ListMessage {
  const { version } = message
  if ('drivers' in message) return { kind: 'list', version, drivers: message.drivers }
  return { kind: 'changes', from: version - 1, version, update: message.update, destroy: [] }
}

export function peerMessageOf(payload: Buffer): ListMessage {
  return peerMessage(JSON.parse(payload.toString()))
}
