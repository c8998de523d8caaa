import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { listen } from './listen.ts'
import { type ListUpdate, type PeerList, type StartPeer, wholeList } from './peer.ts'

/** socket.io as it comes, with each update emitted to all. A client gets the whole list when it connects. */
export const startSocketIo: StartPeer = (list) =>
  start(list, (server, update) => {
    const message: ListUpdate = { version: list.version(), update }
    server.emit('update', message)
  })

/** socket.io, with the whole list emitted to all at each update. */
export const startWholeListSocketIo: StartPeer = (list) => start(list, (server) => server.emit('list', wholeList(list)))

async function start(
  list: PeerList,
  publish: (server: Server, update: ListUpdate['update']) => void,
): ReturnType<StartPeer> {
  const http = createServer()
  const server = new Server(http, { serveClient: false })
  server.on('connection', (socket) => socket.emit('list', wholeList(list)))
  return { port: await listen(http), publish: (update) => publish(server, update) }
}
