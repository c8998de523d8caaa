import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { listen } from './listen.ts'
import { oncePerVersion, type StartPeer, wholeList } from './peer.ts'

/** The whole list over HTTP, to be polled: compressed once a version, with an ETag. */
export const startPolledList: StartPeer = async (list) => {
  const body = oncePerVersion(list, () => gzipSync(JSON.stringify(wholeList(list))))
  const http = createServer((request, response) => {
    const etag = `"${list.version()}"`
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { ETag: etag, 'Cache-Control': 'no-cache' }).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
      'Content-Length': body().length,
      'Cache-Control': 'no-cache',
      ETag: etag,
    })
    response.end(body())
  })
  http.keepAliveTimeout = 60_000
  // Nothing is sent: clients ask.
  return { port: await listen(http), publish() {} }
}
