import { runningServer } from '../../../lib/server-api/registry.ts'

/** The changes of runs of the day with their times, of one class (`?class=`) or all: the data of the charts. */
export function GET(request: Request): Response {
  const code = new URL(request.url).searchParams.get('class') ?? undefined
  const { etag, json } = runningServer().history(code)
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(json, { headers: { ...headers, 'Content-Type': 'application/json' } })
}
