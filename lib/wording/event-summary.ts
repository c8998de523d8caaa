import { displayName } from '../record/driver.ts'
import { formatTime, type TimeFormat } from '../record/run.ts'
import type { ClassStanding } from '../standings/class-standing.ts'
import type { Standings } from '../standings/standings.ts'

/** In characters: chats and search engines cut longer texts. */
const longest = 200

/** An event in one line for a link in a chat: its state, its size, and as many leaders of classes as fit. */
export function eventSummary({ event, classes, by_name }: Standings): string {
  const state = `${event.state[0]?.toUpperCase()}${event.state.slice(1)} results`
  if (by_name.size === 0) return `${state}: no entries yet.`
  const counts = `${count(by_name.size, 'entry', 'entries')} in ${count(classes.length, 'class', 'classes')}`
  let summary = `${state}: ${counts}.`
  for (const one of classes) {
    const leader = leaderOf(one, event.time_format)
    if (leader === undefined) continue
    if (summary.length + leader.length + 3 > longest) return summary
    summary += summary.endsWith('.') ? ` ${leader}` : ` · ${leader}`
  }
  return summary
}

function leaderOf({ code, entries, ranked_by }: ClassStanding, format: TimeFormat): string | undefined {
  const leader = entries.find((entry) => entry.class_position)
  const time = ranked_by === 'indexed' ? leader?.indexed : leader?.total
  if (!leader || time === undefined) return undefined
  return `${code} ${displayName(leader.driver)} ${formatTime(time, format)}`.trim()
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
