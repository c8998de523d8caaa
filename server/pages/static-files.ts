import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

const prefix = '/_next/static/'

/**
 * Serves the scripts, styles and pictures of a build, whose names change with their content; a compressed copy beside a
 * file (`.br`, `.gz`) goes to browsers that take it. Returns false for every other path.
 */
export function createStaticFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const serve = sirv(join(folder, '.next', 'static'), { immutable: true, maxAge: 31_536_000, brotli: true, gzip: true })
  return (request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    request.url = url.slice(prefix.length - 1)
    serve(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
      response.end('There is no such file. Reload the page.\n')
    })
    return true
  }
}
