import { runningServer } from '../../../lib/server-api/registry.ts'

/** When every run of the day came in, of one class or of everybody: what charts are drawn from. */
export function GET(request: Request): Response {
  const code = new URL(request.url).searchParams.get('class') ?? undefined
  const { etag, json } = runningServer().history(code)
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(json, { headers: { ...headers, 'Content-Type': 'application/json' } })
}
