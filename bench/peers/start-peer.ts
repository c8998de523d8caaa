import { startEventStream } from './event-stream.ts'
import type { StartPeer } from './peer.ts'
import type { PeerName } from './peer-names.ts'
import { startPolledList } from './polled-list.ts'
import { startRawWebSocket } from './raw-websocket.ts'
import { startSocketIo, startWholeListSocketIo } from './socket-io.ts'

export const startPeer: Readonly<Record<PeerName, StartPeer>> = {
  'raw ws': startRawWebSocket,
  'socket.io': startSocketIo,
  'socket.io, whole list': startWholeListSocketIo,
  'server-sent events': startEventStream,
  'polling with ETag': startPolledList,
}
