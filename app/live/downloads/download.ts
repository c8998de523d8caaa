import { filterEntries } from '../../../lib/reader/filtered-entries.ts'
import { sortValueOf } from '../../../lib/reader/result-columns.ts'
import { parametersOf, readChoice } from '../../../lib/reader/view-state.ts'
import { runningServer } from '../../../lib/server-api/registry.ts'
import { createSearch } from '../../../lib/table/search.ts'
import { sortRows } from '../../../lib/table/sort.ts'
import { downloadRows } from './download-rows.ts'

/** What the page at this address shows, as rows, with the log and version of the list. */
export function downloadOf(request: Request) {
  const choice = readChoice(parametersOf(new URL(request.url).searchParams))
  const snapshot = runningServer().snapshot()
  const { freshness } = snapshot.page
  const all = snapshot.standings()
  const { event } = all
  const inOrder = {
    class: () => all.classes.flatMap(({ entries }) => entries),
    pax: () => all.pax,
    raw: () => all.raw,
  }[choice.view === 'pax' || choice.view === 'raw' ? choice.view : 'class']()
  const shown = filterEntries(all, choice, createSearch())
  const entries = inOrder.filter(({ driver }) => shown.has(driver))
  const rows = downloadRows(choice.sort.length > 0 ? sortRows(entries, choice.sort, sortValueOf) : entries, event)
  const { log, version, at } = freshness
  return { log, version, at, event, rows }
}

/** A file name that every operating system accepts: `points-autocross-4.csv`. */
export function fileName(title: string, extension: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return `${plain.replace(/^-+|-+$/g, '').slice(0, 80) || 'results'}.${extension}`
}
