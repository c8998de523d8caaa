import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { bestEncoding } from './encoding.ts'

const prefix = '/_next/static/'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** A file by encoding: the copies that the build has compressed, and the file itself. */
type Copies = Readonly<Partial<Record<'identity' | 'gzip' | 'br', Buffer>>>

/**
 * Serves the scripts, styles and pictures of a build, whose names change with their content, from memory: all of them
 * are a few megabytes. Returns false for every other path.
 */
export function createStaticFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = readFiles(join(folder, '.next', 'static'))
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    if (!path.startsWith(prefix)) return false
    const copies = files.get(decodeName(path.slice(prefix.length)))
    if (!copies) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
      response.end('There is no such file; the page may be of an older version. Reload it.\n')
      return true
    }
    const wanted = bestEncoding(request.headers['accept-encoding'])
    const encoding = copies[wanted] ? wanted : 'identity'
    const bytes = copies[encoding]
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Length': bytes?.length ?? 0,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }
}

function readFiles(folder: string): ReadonlyMap<string, Copies> {
  const contents = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path)]),
  )
  const originals = [...contents].filter(([name]) => !/\.(br|gz)$/.test(name))
  return new Map(
    originals.map(([name, identity]) => {
      const [br, gzip] = [contents.get(`${name}.br`), contents.get(`${name}.gz`)]
      return [name, { identity, ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) }]
    }),
  )
}

/** The name in a path; '' for one that is no valid encoding. */
function decodeName(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
