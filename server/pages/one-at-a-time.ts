import type { Socket } from 'node:net'

/** Pipelined requests of one connection that may wait for their turn. No browser pipelines. */
const mostWaiting = 8

/**
 * Returns a function that runs the works of one connection one after the other: a connection that pipelines a thousand
 * requests has one page in work. It ends a connection with more than eight waiting requests.
 */
export function createTurns(): (socket: Socket, work: () => Promise<void>) => void {
  const queues = new WeakMap<Socket, (() => Promise<void>)[]>()

  async function workOff(queue: (() => Promise<void>)[]): Promise<void> {
    for (let work = queue[0]; work; work = queue[0]) {
      await work()
      queue.shift()
    }
  }

  return (socket, work) => {
    const queue = queues.get(socket) ?? []
    queues.set(socket, queue)
    if (queue.length > mostWaiting) {
      queue.length = 1
      socket.destroy()
      return
    }
    queue.push(work)
    if (queue.length === 1) void workOff(queue)
  }
}
