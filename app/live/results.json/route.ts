import type { ResultsAnswer } from '../../../lib/server-api/results-answer.ts'
import { downloadOf, fileName } from '../downloads/download.ts'

/** What the page shows as JSON, for a program, with the log and version of the list. */
export function GET(request: Request): Response {
  const { event, log, version, at, rows } = downloadOf(request)
  const { title, date, place, state } = event
  const answer: ResultsAnswer = { title, date, place, state, log, version, at, entries: [...rows] }
  return new Response(JSON.stringify(answer), {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="${fileName(title, 'json')}"`,
      'Cache-Control': 'no-cache',
    },
  })
}
