import { runningServer } from '../../../lib/registry.ts'

/** When every run of the day came in, of one class or of everybody: what charts are drawn from. */
export function GET(request: Request): Response {
  const code = new URL(request.url).searchParams.get('class') ?? undefined
  const { etag, json, gzip } = runningServer().history(code)
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const type = { 'Content-Type': 'application/json' }
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
    return new Response(json, { headers: { ...headers, ...type } })
  }
  return new Response(gzip, { headers: { ...headers, ...type, 'Content-Encoding': 'gzip' } })
}
