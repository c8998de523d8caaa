import type { Namespace } from 'socket.io'
import { hasBacklog } from './backlog.ts'
import type { LiveSocket } from './live-socket.ts'
import { type ActionMessage, type Excluded, SharedFramesAdapter } from './shared-frames-adapter.ts'

/** How messages get to the sockets of a namespace. */
export type MessageSender = Pick<SharedFramesAdapter, 'send' | 'sendToAll' | 'waiting'>

/** The adapter of the namespace when it shares frames, or else socket.io's own way, with the same messages. */
export function messageSenderOf(namespace: Namespace): MessageSender {
  return namespace.adapter instanceof SharedFramesAdapter ? namespace.adapter : plainSender(namespace)
}

function plainSender(namespace: Namespace): MessageSender {
  const waiting = new Map<string, LiveSocket>()

  function send(socket: LiveSocket, messages: readonly ActionMessage[]): void {
    for (const message of messages) socket.emit(message.action, message)
    if (hasBacklog(socket)) waiting.set(socket.id, socket)
  }

  return {
    waiting,
    send,
    sendToAll(message: ActionMessage, excluded: Excluded) {
      for (const socket of namespace.sockets.values()) if (!excluded.has(socket)) send(socket, [message])
    },
  }
}
