import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { watch } from 'chokidar'
import { Server } from 'socket.io'

/**
 * The simplest possible push, for comparison: watches the file and sends all of it to every socket, unread and
 * unchecked. It does not wait, so it sends half-written files too.
 */
export async function startWholeFile(file: string): Promise<{ url: string; stop(): Promise<void> }> {
  const http = createServer()
  const sockets = new Server(http)
  const watcher = watch(file, { ignoreInitial: true }).on('all', async () => {
    sockets.emit('file', await readFile(file, 'utf8'))
  })
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stop() {
      await watcher.close()
      await sockets.close()
    },
  }
}
