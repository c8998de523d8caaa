import type { SubjectName } from '../peers/peer-names.ts'
import type { OpenClient } from './client.ts'
import { openEventStream } from './event-stream-client.ts'
import { openPaddock } from './paddock-client.ts'
import { openPolling } from './polling-client.ts'
import { openRawWebSocket } from './raw-websocket-client.ts'
import { openSocketIo } from './socket-io-client.ts'

/** The client of each server. */
export const openClient: Readonly<Record<SubjectName, OpenClient>> = {
  Paddock: openPaddock,
  'raw ws': openRawWebSocket,
  'socket.io': openSocketIo,
  'socket.io, whole list': openSocketIo,
  'server-sent events': openEventStream,
  'polling with ETag': openPolling,
}
