import type { HtmlTable } from '../html/html-table.ts'

/** The lines above the results: the title, when the page was written, and the rest. */
export function readAxwareTitle(tables: readonly HtmlTable[]): {
  readonly title: string
  readonly subtitles: readonly string[]
  readonly generated: string
} {
  const head = tables.find(({ rows }) => rows.some(({ cells }) => cells.length === 1 && cells[0]?.header))
  const lines = (head?.rows ?? [])
    .filter(({ cells }) => cells.length === 1)
    .map(({ cells }) => (cells[0]?.text ?? '').replace(/^Refresh\s*/, ''))
    .filter((line) => line !== '' && !/^Timing By:/i.test(line))
  const generated = lines.find((line) => /Generated:/i.test(line)) ?? ''
  const rest = lines.filter((line) => line !== generated && !/Total Entries:/i.test(line))
  const title = rest.find((line) => !/^\*|unofficial|^(?:final|live) results$|Total Registered/i.test(line)) ?? ''
  return {
    title: title.replace(/^-\s*/, ''),
    subtitles: rest.filter((line) => line !== title),
    generated: generated.replace(/^.*?Generated:\s*/i, '').replace(/\s*\/.*$/, ''),
  }
}
