import { createServer, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'
import { type ListUpdate, oncePerVersion, type StartPeer, wholeList } from './peer.ts'

/** Server-sent events: the whole list when a client connects, then each update, as a text that is made once. */
export const startEventStream: StartPeer = async (list) => {
  const responses = new Set<ServerResponse>()
  const listEvent = oncePerVersion(list, () => event(wholeList(list)))
  const http = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
    response.write(listEvent())
    responses.add(response)
    response.on('close', () => responses.delete(response))
  })
  return {
    port: await listen(http),
    publish(update) {
      const message: ListUpdate = { version: list.version(), update }
      const text = event(message)
      for (const response of responses) response.write(text)
    },
  }
}

function event(message: object): string {
  return `data: ${JSON.stringify(message)}\n\n`
}
