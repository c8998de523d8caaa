import { createServer } from 'node:http'
import { listen } from './listen.ts'

/** A page as Paddock sent it. The body is compressed, as in the headers. */
export interface FixedPage {
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  readonly body: Buffer
}

/** A bare server of node:http that sends one page with the same bytes and headers, or 304. Returns its port. */
export function startFixedPage({ headers, etag, body }: FixedPage): Promise<number> {
  return listen(
    createServer((request, response) => {
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { ...headers, ETag: etag }).end()
        return
      }
      response.writeHead(200, { ...headers, ETag: etag, 'Content-Length': body.length })
      response.end(body)
    }),
  )
}
