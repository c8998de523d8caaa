import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Pipelined requests of one connection that may wait for their turn. No browser pipelines. */
const mostWaiting = 8

interface Turn {
  readonly response: ServerResponse
  readonly work: () => void
}

/**
 * Returns a function that works for one request of a connection at a time, until its response is sent. Further ones
 * wait; a connection with more than eight waiting ones is ended, so that a thousand pipelined requests cost nothing.
 */
export function createTurns(): (socket: Socket, response: ServerResponse, work: () => void) => void {
  const waiting = new WeakMap<Socket, Turn[]>()

  function start(socket: Socket, { response, work }: Turn): void {
    response.once('close', () => {
      const next = waiting.get(socket)?.shift()
      if (next) start(socket, next)
      else waiting.delete(socket)
    })
    // A client that left while it waited gets no work.
    if (response.destroyed || socket.destroyed) response.destroy()
    else work()
  }

  return (socket, response, work) => {
    const queue = waiting.get(socket)
    if (!queue) {
      waiting.set(socket, [])
      start(socket, { response, work })
    } else if (queue.length < mostWaiting) queue.push({ response, work })
    else {
      queue.length = 0
      socket.destroy()
    }
  }
}
