import { stringify } from 'csv-stringify/sync'
import { downloadOf, fileName } from '../downloads/download.ts'

/** What the page shows as CSV, for a spreadsheet. A text that would be a formula there is escaped. */
export function GET(request: Request): Response {
  const { event, rows } = downloadOf(request)
  const csv = stringify([...rows], { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(event.title, 'csv')}"`,
      'Cache-Control': 'no-cache',
    },
  })
}
